package dev.ssot.rules.codebase.source;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.FileFacts;
import dev.ssot.rules.codebase.ServiceFile;
import dev.ssot.rules.codebase.SourceKind;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.codebase.Workers;
import dev.ssot.rules.codebase.cache.Stamp;
import dev.ssot.rules.model.FileCounts;
import dev.ssot.rules.model.Overlay;
import dev.ssot.rules.model.Problem;
import dev.ssot.rules.model.SourceSelection;
import dev.ssot.rules.model.StoredFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BiConsumer;

/**
 * Reads all sources of a scan, several files at once.
 *
 * <p>The result does not depend on the number of threads: facts are kept in the order of paths.
 */
public final class SourceReader {

  /** Larger files are data in the clothes of code; parsing them would cost gigabytes. */
  static final long LARGEST_FILE = 8L << 20;

  private final Path base;
  private final SourceSelection selection;
  private final Wanted wanted;
  private final int threads;
  private final Overlay overlay;
  private final KnownFacts known;

  /**
   * A reader of the sources below {@code base}.
   *
   * @param threads at least 1
   */
  public SourceReader(Path base, SourceSelection selection, Wanted wanted, int threads) {
    this(base, selection, wanted, threads, Overlay.none(), new KnownFacts());
  }

  private SourceReader(
      Path base,
      SourceSelection selection,
      Wanted wanted,
      int threads,
      Overlay overlay,
      KnownFacts known) {
    this.base = base;
    this.selection = selection;
    this.wanted = wanted;
    this.threads = threads;
    this.overlay = overlay;
    this.known = known;
  }

  /** The same reader of files that differ from those on disk, and of which some are known. */
  public SourceReader with(Overlay files, KnownFacts facts) {
    return new SourceReader(base, selection, wanted, threads, files, facts);
  }

  /**
   * What was read.
   *
   * @param problems sorted
   * @param matched glob patterns of the selection that matched something
   * @param unseen paths of files that are there and of which not all is in the facts
   */
  public record Sources(
      Codebase codebase,
      FileCounts counts,
      List<Problem> problems,
      Set<String> matched,
      Set<String> unseen) {

    public Sources {
      problems = List.copyOf(problems);
      matched = Set.copyOf(matched);
      unseen = Set.copyOf(unseen);
    }
  }

  /** Reads what is at or below {@code paths}; {@code progress} hears files done and in all. */
  public Sources read(List<Path> paths, BiConsumer<Integer, Integer> progress) {
    return read(list(paths), progress);
  }

  /** Lists what is at or below {@code paths}, for {@link #read(Listing, BiConsumer)}. */
  public Listing list(List<Path> paths) {
    return Listing.unstamped(found(paths), threads);
  }

  /**
   * Lists what is at or below {@code paths}, so that it can be known without being read.
   *
   * @param now the time, in milliseconds since 1970
   */
  public Listing list(List<Path> paths, long now) {
    StampsAhead stamps = new StampsAhead();
    Found found;
    try {
      found = finder().find(paths, stamps::add);
    } finally {
      stamps.end();
    }
    return Listing.stamped(found, threads, now, stamps::of);
  }

  /**
   * Lists again what an earlier scan of the run listed, so that it has to look at less.
   *
   * @param now the time, in milliseconds since 1970
   * @param changed the real folders in which something has changed since, if that is known: nothing
   *     has in others in which the walk looked for sources
   */
  public Listing list(List<Path> paths, long now, Listing earlier, Optional<Set<Path>> changed) {
    boolean still =
        overlay.isNone()
            && changed.filter(some -> finder().isStill(earlier.found(), paths, some)).isPresent();
    if (still) {
      return earlier.later(changed.orElseThrow(), now);
    }
    Listing listing = list(paths, now);
    listing.takeOver(earlier);
    return listing;
  }

  /**
   * Reads a text as if it stood in a file.
   *
   * @param path relative to the base, with {@code /}
   */
  public FileFacts read(String path, StoredFile text) {
    SourceKind kind = finder().kind(path);
    return readOne(new FoundFile(text, path, kind), new JavaReader(known.interner(), wanted));
  }

  private Found found(List<Path> paths) {
    return finder().find(paths);
  }

  private SourceFinder finder() {
    return new SourceFinder(base, selection, overlay);
  }

  /** Reads what was listed; {@code progress} hears files done and in all. */
  public Sources read(Listing listing, BiConsumer<Integer, Integer> progress) {
    Found found = listing.found();
    AtomicReferenceArray<FileFacts> facts = new AtomicReferenceArray<>(found.files().size());
    readAll(listing, facts, progress);
    known.cache().keep();
    Sources sources = sum(found, facts, listing.before());
    listing.keep(sources.codebase());
    return sources;
  }

  private void readAll(
      Listing listing,
      AtomicReferenceArray<FileFacts> facts,
      BiConsumer<Integer, Integer> progress) {
    List<FoundFile> files = listing.found().files();
    AtomicInteger next = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    Object turn = new Object();
    Runnable work =
        () -> {
          JavaReader reader = new JavaReader(known.interner(), wanted);
          for (int i = next.getAndIncrement(); i < files.size(); i = next.getAndIncrement()) {
            facts.set(i, facts(listing, i, reader));
            synchronized (turn) {
              progress.accept(done.incrementAndGet(), files.size());
            }
          }
        };
    Workers.run(threads, work);
    listing.keep(facts, known.cache());
  }

  private FileFacts facts(Listing listing, int i, JavaReader reader) {
    FoundFile file = listing.found().files().get(i);
    return listing
        .known(i, known.cache())
        .orElseGet(() -> known.of(file, () -> readOne(file, listing.settled(i), reader)));
  }

  private FileFacts readOne(FoundFile file, Optional<Stamp> stamp, JavaReader reader) {
    known.cache().reads(file.path());
    Optional<FileFacts> same =
        stamp.flatMap(taken -> known.cache().of(file.path(), file.kind(), taken));
    return same.orElseGet(() -> readOne(file, reader));
  }

  private FileFacts readOne(FoundFile file, JavaReader reader) {
    try {
      long size = file.content().size();
      if (size > LARGEST_FILE) {
        return FileFacts.of(tooLarge(file, size));
      }
      byte[] bytes = file.content().read();
      return known
          .cache()
          .of(file.path(), file.kind(), bytes, () -> understood(file, bytes, reader));
    } catch (DiskFile.Irregular e) {
      return FileFacts.of(
          ReadProblems.unreadable(
              file.path(),
              "it is no regular file",
              "remove it, or exclude the path in `sources.exclude`"));
    } catch (IOException | SecurityException e) {
      return FileFacts.of(ReadProblems.unreadable(file.path(), e));
    }
  }

  private static FileFacts understood(FoundFile file, byte[] bytes, JavaReader reader) {
    try {
      return parsed(file, SourceText.decode(bytes), reader);
    } catch (SourceText.NotText e) {
      return FileFacts.of(
          ReadProblems.unreadable(
              file.path(),
              String.valueOf(e.getMessage()),
              "exclude the path in `sources.exclude`"));
    }
  }

  private static FileFacts parsed(FoundFile file, SourceText text, JavaReader reader) {
    FileFacts facts =
        file.isJava()
            ? reader.read(file, text)
            : FileFacts.of(ServiceReader.read(file, text.text()));
    boolean remark = text.fallback() && facts.problems().isEmpty();
    return remark
        ? facts.with(
            new Problem(
                Problem.Kind.REMARK,
                file.path(),
                0,
                "its bytes are no UTF-8; read as ISO 8859-1",
                "convert the file to UTF-8"))
        : facts;
  }

  private static Problem tooLarge(FoundFile file, long size) {
    return ReadProblems.unreadable(
        file.path(),
        "it is larger than %s MiB (%s bytes)".formatted(LARGEST_FILE >> 20, size),
        "exclude the path in `sources.exclude`");
  }

  private static Sources sum(
      Found found, AtomicReferenceArray<FileFacts> all, Optional<Codebase> before) {
    List<SourceUnit> units = new ArrayList<>();
    List<ServiceFile> services = new ArrayList<>();
    List<Problem> problems = new ArrayList<>(found.problems());
    int read = 0;
    int partly = 0;
    long lines = 0;
    for (int i = 0; i < all.length(); i++) {
      FileFacts facts = all.get(i);
      units.addAll(facts.units());
      services.addAll(facts.services());
      problems.addAll(facts.problems());
      boolean blocked =
          !facts.problems().isEmpty()
              && facts.problems().stream().anyMatch(p -> p.kind().incomplete());
      boolean some = !facts.units().isEmpty() || !facts.services().isEmpty();
      read += some && !blocked ? 1 : 0;
      partly += some && blocked ? 1 : 0;
    }
    for (SourceUnit unit : units) {
      lines += unit.lines();
    }
    for (ServiceFile service : services) {
      lines += service.lines();
    }
    int unopened = (int) found.problems().stream().filter(p -> p.kind().incomplete()).count();
    int total = all.length() + unopened;
    FileCounts counts =
        new FileCounts(total, read, partly, total - read - partly, found.excluded().size(), lines);
    problems.sort(null);
    Set<String> unseen = new HashSet<>(found.excluded());
    problems.stream().filter(p -> p.kind().incomplete()).forEach(p -> unseen.add(p.path()));
    Codebase codebase =
        before
            .map(earlier -> earlier.with(units, services))
            .orElseGet(() -> new Codebase(units, services));
    return new Sources(codebase, counts, problems, found.matched(), unseen);
  }
}
