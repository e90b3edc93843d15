package dev.ssot.rules.codebase.source;

import dev.ssot.rules.codebase.cache.FactsCache;
import dev.ssot.rules.codebase.cache.SeenFile;
import dev.ssot.rules.codebase.cache.SeenSources;
import dev.ssot.rules.codebase.cache.Stamp;
import dev.ssot.rules.model.StoredFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntConsumer;

/**
 * The files of a scan with their stamps, taken before any of them is read.
 *
 * <p>It tells whether an earlier scan saw the same. What a stamp does not settle, the content does.
 */
public final class Listing {

  private final Found found;
  private final int threads;
  private final long now;
  private final List<Optional<Stamp>> stamps;

  private Listing(Found found, int threads, long now, List<Optional<Stamp>> stamps) {
    this.found = found;
    this.threads = threads;
    this.now = now;
    this.stamps = stamps;
  }

  /** Files of which no stamps are needed. */
  static Listing unstamped(Found found, int threads) {
    return new Listing(found, threads, 0, List.of());
  }

  /**
   * Files with their stamps.
   *
   * @param now a time before this, in milliseconds since 1970
   */
  static Listing stamped(Found found, int threads, long now) {
    return new Listing(found, threads, now, stamps(found, threads));
  }

  private static List<Optional<Stamp>> stamps(Found found, int threads) {
    List<FoundFile> files = found.files();
    AtomicReferenceArray<Optional<Stamp>> stamps = new AtomicReferenceArray<>(files.size());
    each(files.size(), threads, i -> stamps.set(i, stamp(files.get(i))));
    List<Optional<Stamp>> all = new ArrayList<>();
    for (int i = 0; i < stamps.length(); i++) {
      all.add(stamps.get(i));
    }
    return all;
  }

  private static Optional<Stamp> stamp(FoundFile file) {
    return file.content() instanceof DiskFile disk ? Stamp.of(disk.file()) : Optional.empty();
  }

  private static void each(int count, int threads, IntConsumer work) {
    AtomicInteger next = new AtomicInteger();
    Workers.run(
        Math.min(threads, count),
        () -> {
          for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            work.accept(i);
          }
        });
  }

  Found found() {
    return found;
  }

  /** The real folders that were walked. */
  public Set<Path> folders() {
    return found.folders();
  }

  /** The stamp of a file that was at rest when it was taken. */
  Optional<Stamp> settled(int file) {
    return stamps.isEmpty()
        ? Optional.empty()
        : stamps.get(file).filter(stamp -> stamp.isSettled(now));
  }

  /** Whether an earlier scan came upon the same files with the same content, and nothing else. */
  public boolean isAsSeen(SeenSources seen) {
    List<FoundFile> files = found.files();
    if (files.size() != seen.files().size()
        || !found.excluded().equals(seen.excluded())
        || !found.problems().equals(seen.problems())
        || !found.matched().equals(seen.matched())) {
      return false;
    }
    AtomicBoolean same = new AtomicBoolean(true);
    each(
        files.size(),
        threads,
        i -> {
          if (same.get() && !isAsSeen(i, seen.files().get(i), seen.salt())) {
            same.set(false);
          }
        });
    return same.get();
  }

  private boolean isAsSeen(int i, SeenFile seen, long salt) {
    FoundFile file = found.files().get(i);
    if (!file.path().equals(seen.path()) || file.kind() != seen.kind()) {
      return false;
    }
    boolean known = seen.stamp().isPresent() && stamps.get(i).equals(seen.stamp());
    return known || holds(file, seen, salt);
  }

  private static boolean holds(FoundFile file, SeenFile seen, long salt) {
    StoredFile content = file.content();
    try {
      return (!(content instanceof DiskFile disk) || disk.isRegular())
          && content.size() <= SourceReader.LARGEST_FILE
          && seen.holds(content.read(), salt);
    } catch (IOException | SecurityException e) {
      return false;
    }
  }

  /** Whether a scan that saw the same knew less of what is at rest. */
  public boolean settlesMoreThan(SeenSources seen) {
    for (int i = 0; i < stamps.size(); i++) {
      if (settled(i).isPresent() && !settled(i).equals(seen.files().get(i).stamp())) {
        return true;
      }
    }
    return false;
  }

  /** The same files as an earlier scan saw them, with what is known of them now. */
  public SeenSources again(SeenSources seen) {
    List<SeenFile> files = new ArrayList<>();
    for (int i = 0; i < stamps.size(); i++) {
      SeenFile file = seen.files().get(i);
      files.add(new SeenFile(file.path(), file.kind(), file.high(), file.low(), settled(i)));
    }
    return sources(files, seen.salt());
  }

  /**
   * What a scan saw that has read them, if all of it could be kept.
   *
   * <p>Nothing is to be kept of files that have changed meanwhile, for nobody knows which parts of
   * the scan saw what.
   */
  public Optional<SeenSources> seen(FactsCache cache) {
    if (stamps.isEmpty() || !stamps.equals(stamps(found, threads))) {
      return Optional.empty();
    }
    return Optional.of(met(cache)).filter(all -> all.files().size() == stamps.size());
  }

  /** What a scan has read of them, as far as its facts can be kept. */
  public SeenSources met(FactsCache cache) {
    List<SeenFile> files = new ArrayList<>();
    for (int i = 0; i < stamps.size(); i++) {
      cache.seen(found.files().get(i).path(), settled(i)).ifPresent(files::add);
    }
    return sources(files, cache.salt());
  }

  private SeenSources sources(List<SeenFile> files, long salt) {
    return new SeenSources(salt, files, found.excluded(), found.problems(), found.matched());
  }
}
