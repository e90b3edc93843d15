package dev.ssot.rules.codebase;

import java.util.concurrent.ConcurrentHashMap;

/** Keeps one instance of each string, so that a million facts share their names. */
public final class Interner {

  private final ConcurrentHashMap<String, String> strings = new ConcurrentHashMap<>();

  /** The one instance of a text. */
  public String one(String text) {
    // Most texts are known, and looking for one takes no lock.
    String known = strings.get(text);
    if (known == null) {
      known = strings.putIfAbsent(text, text);
    }
    return known == null ? text : known;
  }
}
