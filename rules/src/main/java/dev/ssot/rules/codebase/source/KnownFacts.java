package dev.ssot.rules.codebase.source;

import dev.ssot.rules.codebase.FileFacts;
import dev.ssot.rules.codebase.Interner;
import dev.ssot.rules.codebase.SourceKind;
import dev.ssot.rules.codebase.cache.FactsCache;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The facts of files that have been read, for further scans of the same folder.
 *
 * <p>Facts depend on the path of a file, its kind and its content, and on what is wanted, which
 * must be the same for all scans that share them. Safe for concurrent use.
 */
public final class KnownFacts {

  private record Key(String path, SourceKind kind, String content) {

    // Written out, as they are asked for each file of a scan, before any of it is compiled.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key that
          && kind == that.kind
          && path.equals(that.path)
          && content.equals(that.content);
    }

    @Override
    public int hashCode() {
      return path.hashCode() + 31 * content.hashCode();
    }
  }

  private final Map<Key, FileFacts> facts;
  private final Set<Key> met = ConcurrentHashMap.newKeySet();
  private final Interner interner;
  private final FactsCache cache;

  private KnownFacts(Map<Key, FileFacts> facts, Interner interner, FactsCache cache) {
    this.facts = facts;
    this.interner = interner;
    this.cache = cache;
  }

  /** Nothing is known yet. */
  public KnownFacts() {
    this(FactsCache.none());
  }

  /** What earlier scans left is known. */
  public KnownFacts(FactsCache cache) {
    this(new ConcurrentHashMap<>(), new Interner(), cache);
  }

  /**
   * The same facts, for files that are nothing to later scans: what is read of them is not left.
   */
  public KnownFacts unkept() {
    return new KnownFacts(facts, interner, FactsCache.none());
  }

  FileFacts of(FoundFile file, Supplier<FileFacts> read) {
    Key key = new Key(file.path(), file.kind(), file.content().id());
    met.add(key);
    FileFacts known = facts.get(key);
    if (known == null) {
      known = read.get();
      facts.put(key, known);
    }
    return known;
  }

  /** Forgets what no scan has asked for since the last call, so that it does not grow for ever. */
  public void forget() {
    facts.keySet().retainAll(met);
    met.clear();
  }

  /** What earlier scans left. */
  FactsCache cache() {
    return cache;
  }

  /** What all facts share their names by. */
  Interner interner() {
    return interner;
  }
}
