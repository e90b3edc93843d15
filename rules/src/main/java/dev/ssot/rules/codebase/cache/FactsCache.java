package dev.ssot.rules.codebase.cache;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.FileFacts;
import dev.ssot.rules.codebase.SourceKind;
import dev.ssot.rules.codebase.SourceUnit;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one scan as the last scan of its kind left them, and those that this one leaves.
 *
 * <p>What the cache does not hold, or holds damaged, is read from the code. Facts of a file that
 * was not understood in full are not kept, for how far a reader comes can depend on the machine.
 * Nothing that goes wrong with the cache makes a scan fail. Safe for concurrent use.
 */
public final class FactsCache implements AutoCloseable {

  /** How many bytes all that is kept may have together. */
  static final long FOLDER_LIMIT = 1L << 30;

  /** With more files than this, a few that changed are sooner read again than all written. */
  private static final int MANY = 1_000;

  private static final int FEW_OF_MANY = 64;

  /** How many facts that the last scan of a run did not need stay in memory. */
  private static final int MOST_PAST = 256;

  /** How many facts of several scans are kept together. */
  private static final int MOST_GATHERED = 30_000;

  /** Gathered facts are written each time that they have grown by one of so many. */
  private static final int GROWN = 4;

  private final Optional<CacheFolder> folder;
  private final String scan;
  private final boolean verify;
  private final boolean keeps;
  private final boolean gathers;
  private final long salt;
  private final @Nullable CacheFile stored;
  private final Map<EntryKey, FileFacts> used = new ConcurrentHashMap<>();
  private final Map<String, EntryKey> met = new ConcurrentHashMap<>();
  private final Map<String, SeenFile> seen = new HashMap<>();
  private final AtomicInteger missed = new AtomicInteger();

  /** The id of the cache file on disk, if this scan has read or written it. */
  private Optional<Long> id = Optional.empty();

  private boolean written;
  private final Set<String> differences = new ConcurrentSkipListSet<>();
  private final List<String> damages = Collections.synchronizedList(new ArrayList<>());
  private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
  private final AtomicReference<@Nullable FutureTask<Optional<ByteSource>>> tablesAhead =
      new AtomicReference<>();
  private volatile boolean closed;
  private @Nullable Thread writing;

  private FactsCache(
      Optional<CacheFolder> folder, String scan, boolean verify, boolean keeps, boolean gathers) {
    this.folder = folder;
    this.keeps = keeps;
    this.gathers = gathers;
    this.scan = scan;
    this.verify = verify;
    this.stored = folder.map(all -> opened(all.file(scan))).orElse(null);
    this.id = Optional.ofNullable(stored).map(CacheFile::id);
    this.salt = stored == null ? ThreadLocalRandom.current().nextLong() : stored.salt();
  }

  /** No cache: every file is read. */
  public static FactsCache none() {
    return new FactsCache(Optional.empty(), "", false, false, false);
  }

  /** The cache of a run that scans again and again, and keeps facts in memory alone. */
  public static FactsCache inMemory() {
    return new FactsCache(Optional.empty(), "", false, true, false);
  }

  /**
   * The cache of a scan.
   *
   * @param folder absolute; it is made if need be
   * @param scan all that the facts depend on, apart from path, kind and content of a file
   * @param today the day that the cache is used on
   * @param verify whether every file is read all the same and compared with what the cache holds
   */
  public static FactsCache in(Path folder, String scan, LocalDate today, boolean verify) {
    return in(folder, scan, today, verify, false);
  }

  /**
   * The cache of scans of several states of the code, which leaves the facts of all of them.
   *
   * @param folder absolute; it is made if need be
   * @param scan all that the facts depend on, apart from path, kind and content of a file
   * @param today the day that the cache is used on
   */
  public static FactsCache ofStates(Path folder, String scan, LocalDate today, boolean verify) {
    return in(folder, scan, today, verify, true);
  }

  private static FactsCache in(
      Path folder, String scan, LocalDate today, boolean verify, boolean gathers) {
    CacheFolder files = new CacheFolder(folder, FOLDER_LIMIT);
    FactsCache cache = new FactsCache(Optional.of(files), scan, verify, true, gathers);
    if (cache.stored != null) {
      cache.readTablesAhead(files, cache.stored);
      try {
        CacheFolder.used(files.file(scan), today);
      } catch (IOException e) {
        // A cache that may only be read grows old, and is as good as any.
      }
    }
    return cache;
  }

  private @Nullable CacheFile opened(Path file) {
    try {
      return CacheFile.open(file, scan);
    } catch (NoSuchFileException e) {
      return null;
    } catch (DamagedCache e) {
      damages.add(e.getMessage());
      return null;
    } catch (IOException | SecurityException e) {
      failures.add("cannot be read: " + e);
      return null;
    }
  }

  /** Takes over what an earlier scan knew of files, if its hashes are those of this cache. */
  public void trust(SeenSources sources) {
    if (sources.salt() == salt) {
      sources.files().forEach(file -> seen.put(file.path(), file));
    }
  }

  /** What the hashes of contents begin with. */
  public long salt() {
    return salt;
  }

  /**
   * The facts of a file that is as an earlier scan saw it, without reading it.
   *
   * @param stamp taken after the file came to rest
   */
  public Optional<FileFacts> of(String path, SourceKind kind, Stamp stamp) {
    SeenFile file = seen.get(path);
    if (verify || file == null || file.kind() != kind || !file.stamp().equals(Optional.of(stamp))) {
      return Optional.empty();
    }
    Optional<FileFacts> known = known(file.key());
    known.ifPresent(facts -> note(file.key(), facts));
    return known;
  }

  /** The hash of a file whose facts this scan has, and could keep. */
  public Optional<SeenFile> seen(String path, Optional<Stamp> stamp) {
    return Optional.ofNullable(met.get(path))
        .map(key -> new SeenFile(path, key.kind(), key.high(), key.low(), stamp));
  }

  /**
   * Begins another scan in the same run, for which the facts of the last one stay in memory, and of
   * those before them a few, because what is typed is often taken back.
   *
   * @param paths all files of the scan
   */
  public void again(Collection<String> paths) {
    await();
    if (met.size() > paths.size()) {
      met.keySet().retainAll(new HashSet<>(paths));
    }
    if (used.size() > met.size() + MOST_PAST) {
      used.keySet().retainAll(new HashSet<>(met.values()));
    }
  }

  /** Whether this scan or one before it of the run has facts of a file that could be kept. */
  public boolean hasMet(String path) {
    return met.containsKey(path);
  }

  /** A file is about to be read: what was known of it may hold no longer. */
  public void reads(String path) {
    met.remove(path);
  }

  private void note(EntryKey key, FileFacts facts) {
    if (!gathers || used.size() < MOST_GATHERED) {
      used.put(key, facts);
    }
    met.put(key.path(), key);
  }

  /**
   * The facts of a file.
   *
   * @param path relative to the base of the scan, with {@code /}
   * @param kind by the folder that it lies in
   * @param read reads them from the code
   */
  public FileFacts of(String path, SourceKind kind, byte[] content, Supplier<FileFacts> read) {
    if (!keeps) {
      return read.get();
    }
    EntryKey key = EntryKey.of(path, kind, content, salt);
    Optional<FileFacts> known = known(key);
    if (known.isPresent() && !verify) {
      note(key, known.get());
      return known.get();
    }
    FileFacts fresh = read.get();
    if (known.isPresent() && !known.get().equals(fresh)) {
      differences.add(path);
    }
    if (fresh.problems().stream().noneMatch(problem -> problem.kind().incomplete())) {
      note(key, fresh);
      missed.addAndGet(known.isPresent() ? 0 : 1);
    }
    return fresh;
  }

  private Optional<FileFacts> known(EntryKey key) {
    FileFacts known = used.get(key);
    return known == null ? stored(key) : Optional.of(known);
  }

  private Optional<FileFacts> stored(EntryKey key) {
    try {
      return stored == null || closed ? Optional.empty() : stored.facts(key);
    } catch (DamagedCache e) {
      damages.add(e.getMessage());
    } catch (IOException e) {
      failures.add("cannot be read: " + e);
    }
    return Optional.empty();
  }

  /**
   * All files of the scan were asked for: begins to write their facts, if there is enough that the
   * next scan could use.
   */
  public void keep() {
    if (stored != null) {
      stored.rest();
    }
    if (folder.isPresent() && isWorthIt()) {
      keepAll();
    }
  }

  private void keepAll() {
    await();
    missed.set(0);
    long fresh = ThreadLocalRandom.current().nextLong();
    id = Optional.of(fresh);
    written = true;
    SortedMap<EntryKey, FileFacts> facts = new TreeMap<>(used);
    write(
        files ->
            files.replace(files.file(scan), out -> CacheFile.write(facts, scan, salt, fresh, out)));
  }

  private boolean isWorthIt() {
    int fresh = missed.get();
    if (gathers) {
      return fresh > used.size() / GROWN;
    }
    boolean enough = used.size() <= MANY ? fresh > 0 : fresh > used.size() / FEW_OF_MANY;
    return enough || !damages.isEmpty() || !differences.isEmpty();
  }

  /** Writes something to the folder. */
  @FunctionalInterface
  private interface Writing {
    void to(CacheFolder folder) throws IOException;
  }

  private void write(Writing some) {
    await();
    Thread thread = new Thread(() -> attempt(some), "cache-writer");
    thread.setDaemon(true);
    thread.start();
    writing = thread;
  }

  private void attempt(Writing some) {
    try {
      some.to(folder.orElseThrow());
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      failures.add("cannot be written: " + e);
    }
  }

  /**
   * What an earlier scan computed from facts.
   *
   * @param facts of all files of that scan, in the order of paths
   */
  public record Tables(List<FileFacts> facts, ByteSource content) {

    public Tables {
      facts = List.copyOf(facts);
    }
  }

  /**
   * What an earlier scan computed from the facts that it left. A file that is as it was then has
   * the very facts that this scan has.
   */
  public Optional<Tables> tables() {
    if (folder.isEmpty() || stored == null || gathers) {
      return Optional.empty();
    }
    try {
      FutureTask<Optional<ByteSource>> reading = tablesAhead.getAndSet(null);
      Optional<ByteSource> content =
          reading == null ? tables(folder.get(), stored) : whenRead(reading);
      List<FileFacts> facts = new ArrayList<>();
      if (content.isPresent()) {
        for (EntryKey key : stored.keys()) {
          known(key).ifPresent(facts::add);
        }
      }
      return content
          .filter(some -> facts.size() == stored.size())
          .map(some -> new Tables(facts, some));
    } catch (DamagedCache e) {
      damages.add(e.getMessage());
    } catch (IOException e) {
      failures.add("cannot be read: " + e);
    }
    return Optional.empty();
  }

  private Optional<ByteSource> tables(CacheFolder files, CacheFile of) throws IOException {
    return KeptTables.of(files.tables(scan), scan, of.id());
  }

  /** Begins to read tables, as whoever asks for them has much else to do before. */
  private void readTablesAhead(CacheFolder files, CacheFile of) {
    if (!gathers) {
      FutureTask<Optional<ByteSource>> reading = new FutureTask<>(() -> tables(files, of));
      Thread thread = new Thread(reading, "tables-reader");
      thread.setDaemon(true);
      thread.start();
      tablesAhead.set(reading);
    }
  }

  private static Optional<ByteSource> whenRead(FutureTask<Optional<ByteSource>> reading)
      throws IOException {
    try {
      return reading.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalStateException("Tables could not be read", e);
    }
  }

  /** What was computed makes no sense, and is to be computed anew. */
  public void damaged(String what) {
    damages.add(what);
  }

  /**
   * Begins to write what was computed from the facts of this scan, if there is no such thing yet.
   *
   * @param units the files that it was computed from
   * @param anew whether what there is is wrong
   */
  public void keepTables(List<SourceUnit> units, boolean anew, Consumer<ByteSink> content) {
    if (folder.isEmpty() || gathers || !(written || anew) || !areKept(units)) {
      return;
    }
    boolean others = missed.get() > 0 || stored == null || stored.size() != used.size();
    if (others && !written) {
      keepAll();
    }
    long of = id.orElseThrow();
    write(files -> KeptTables.write(files, files.tables(scan), scan, of, content));
  }

  /** Whether the facts that are kept are those of some files, in their order, and no others. */
  private boolean areKept(List<SourceUnit> units) {
    List<SourceUnit> kept = new ArrayList<>();
    new TreeMap<>(used).values().forEach(facts -> kept.addAll(facts.units()));
    return Codebase.areAlike(kept, units, (one, other) -> false);
  }

  /** Paths of files whose facts differed from those that were kept. */
  public Set<String> differences() {
    return Collections.unmodifiableSet(differences);
  }

  /** Why the cache could not be used and was written anew, each reason once. */
  public List<String> damages() {
    return damages.stream().distinct().sorted().toList();
  }

  /** What kept the cache from being read or written, each reason once. */
  public List<String> failures() {
    return failures.stream().distinct().sorted().toList();
  }

  /** Waits until everything is written; afterwards only what is in memory can be asked for. */
  @Override
  public void close() {
    if (gathers && !closed && missed.get() > 0) {
      keepAll();
    }
    await();
    if (stored != null && !closed) {
      closed = true;
      try {
        stored.close();
      } catch (IOException e) {
        failures.add("cannot be closed: " + e);
      }
    }
  }

  private void await() {
    if (writing != null) {
      try {
        writing.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
