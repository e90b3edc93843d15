package dev.ssot.rules.codebase.cache;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * What was read of class files, one folder or archive at a time.
 *
 * <p>It is kept on disk, or in memory from scan to scan of a run, or not at all. Safe for
 * concurrent use.
 */
public final class ClassCache {

  private final Optional<Path> folder;
  private final String build;
  private final boolean stays;
  private final boolean verify;
  private final Map<String, ByteSink> inMemory = new ConcurrentHashMap<>();
  private final Set<String> differences = ConcurrentHashMap.newKeySet();
  private final Set<String> damages = ConcurrentHashMap.newKeySet();
  private final Set<String> failures = ConcurrentHashMap.newKeySet();
  private volatile long now;

  private ClassCache(Optional<Path> folder, String build, boolean stays, boolean verify) {
    this.folder = folder;
    this.build = build;
    this.stays = stays;
    this.verify = verify;
  }

  /** Nothing is kept. */
  public static ClassCache none() {
    return new ClassCache(Optional.empty(), "", false, false);
  }

  /**
   * What is read is kept.
   *
   * @param folder absolute, where other runs find it; nothing if only this run shall
   * @param build tells this program from others that read class files in other ways
   * @param verify whether every class file is read all the same and compared
   */
  public static ClassCache in(Optional<Path> folder, String build, boolean verify) {
    return new ClassCache(folder, build, folder.isEmpty(), verify);
  }

  /** Whether anything is kept. */
  public boolean keeps() {
    return stays || folder.isPresent();
  }

  /** Whether what is kept is only to be compared. */
  public boolean verifies() {
    return verify;
  }

  /**
   * A scan begins.
   *
   * @param millis the time in milliseconds since 1970
   */
  public void begin(long millis) {
    now = millis;
  }

  /** Whether a file with a stamp can be known by it later, as {@link Stamp#isSettled} says. */
  public boolean settles(Stamp stamp) {
    return stamp.isSettled(now);
  }

  /**
   * What was written of a root, if it was.
   *
   * @param root absolute
   */
  public Optional<ByteSource> of(Path root) {
    String name = name(root);
    if (stays) {
      return Optional.ofNullable(inMemory.get(name)).map(sink -> new ByteSource(sink.bytes()));
    }
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    try {
      return KeptTables.of(files(folder.get()).classes(name), name, 0);
    } catch (DamagedCache e) {
      damages.add(e.getMessage());
    } catch (IOException e) {
      failures.add("cannot be read: " + e);
    }
    return Optional.empty();
  }

  /** Keeps what was read of a root in the place of what may have been kept. */
  public void keep(Path root, Consumer<ByteSink> content) {
    String name = name(root);
    if (stays) {
      ByteSink sink = new ByteSink();
      content.accept(sink);
      inMemory.put(name, sink);
    } else if (folder.isPresent()) {
      CacheFolder files = files(folder.get());
      try {
        KeptTables.write(files, files.classes(name), name, 0, content);
      } catch (IOException e) {
        failures.add("cannot be written: " + e);
      }
    }
  }

  private String name(Path root) {
    return String.join("\n", build, "class files", root.toString());
  }

  private static CacheFolder files(Path folder) {
    return new CacheFolder(folder, FactsCache.FOLDER_LIMIT);
  }

  /** A class file is another one than what was kept of it says. */
  public void differs(String path) {
    differences.add(path);
  }

  /** What was kept makes no sense, and is to be read anew. */
  public void damaged(String what) {
    damages.add(what);
  }

  /** Paths of class files that differ from what was kept of them. */
  public Set<String> differences() {
    return Set.copyOf(differences);
  }

  /** Why what was kept could not be used and is written anew, each reason once. */
  public List<String> damages() {
    return List.copyOf(new TreeSet<>(damages));
  }

  /** What kept the cache from being read or written, each reason once. */
  public List<String> failures() {
    return List.copyOf(new TreeSet<>(failures));
  }
}
