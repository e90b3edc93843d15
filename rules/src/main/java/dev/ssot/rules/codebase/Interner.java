package dev.ssot.rules.codebase;

import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps one instance of each string, so that a million facts share their names. */
public final class Interner {

  /** So many texts one thread has at hand, which fit into the cache of a processor. */
  private static final int AT_HAND = 1 << 11;

  /** So many texts have room before a table has to grow, which is copied each time. */
  private static final int EXPECTED = 1 << 16;

  private final ConcurrentHashMap<String, String> strings;

  /** What was asked for last, at the places that its hash codes give; none if many threads ask. */
  private final @Nullable String[] recent;

  /** No strings yet. Safe for concurrent use. */
  public Interner() {
    this(new ConcurrentHashMap<>(EXPECTED), 0);
  }

  private Interner(ConcurrentHashMap<String, String> strings, int atHand) {
    this.strings = strings;
    this.recent = new @Nullable String[atHand];
  }

  /** The same instances, found sooner when they are asked for again. For one thread. */
  public Interner near() {
    return new Interner(strings, AT_HAND);
  }

  /** The one instance of a text. */
  public String one(String text) {
    if (recent.length == 0) {
      return shared(text);
    }
    int hash = text.hashCode();
    int place = (hash ^ (hash >>> 16)) & (recent.length - 1);
    String last = recent[place];
    if (last != null && last.equals(text)) {
      return last;
    }
    String one = shared(text);
    recent[place] = one;
    return one;
  }

  private String shared(String text) {
    // Most texts are known, and looking for one takes no lock.
    String known = strings.get(text);
    if (known == null) {
      known = strings.putIfAbsent(text, text);
    }
    return known == null ? text : known;
  }
}
