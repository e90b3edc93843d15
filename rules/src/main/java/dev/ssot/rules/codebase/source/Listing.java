package dev.ssot.rules.codebase.source;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.FileFacts;
import dev.ssot.rules.codebase.Workers;
import dev.ssot.rules.codebase.cache.FactsCache;
import dev.ssot.rules.codebase.cache.SeenFile;
import dev.ssot.rules.codebase.cache.SeenSources;
import dev.ssot.rules.codebase.cache.Stamp;
import dev.ssot.rules.model.StoredFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The files of a scan with their stamps, taken before any of them is read.
 *
 * <p>It tells whether an earlier scan saw the same. What a stamp does not settle, the content does.
 */
public final class Listing {

  private final Found found;
  private final int threads;
  private final List<Optional<Stamp>> stamps;

  /** The files that were at rest when their stamps were taken. */
  private final BitSet settled;

  /** The files that can change without their folder hearing of it. */
  private final BitSet exposed;

  /** The files that are as an earlier scan of the run read them. */
  private final BitSet same;

  /** What that scan read, or this one; nothing of what cannot be kept. */
  private @Nullable FileFacts[] facts;

  /** Where that is kept for those who come after. */
  private @Nullable FactsCache keeper;

  /** What the last scan of the run made of it all. */
  private Optional<Codebase> codebase = Optional.empty();

  private Listing(
      Found found, int threads, List<Optional<Stamp>> stamps, BitSet settled, BitSet exposed) {
    this.found = found;
    this.threads = threads;
    this.stamps = stamps;
    this.settled = settled;
    this.exposed = exposed;
    this.same = new BitSet();
    this.facts = new @Nullable FileFacts[found.files().size()];
  }

  /** Files of which no stamps are needed. */
  static Listing unstamped(Found found, int threads) {
    return new Listing(found, threads, List.of(), new BitSet(), new BitSet());
  }

  /**
   * Files with their stamps.
   *
   * @param now a time before any of them was taken, in milliseconds since 1970
   * @param sights takes the stamps, or has taken them
   */
  static Listing stamped(
      Found found, int threads, long now, Function<FoundFile, Optional<Stamp.Sight>> sights) {
    BitSet all = new BitSet();
    all.set(0, found.files().size());
    Listing listing =
        new Listing(
            found,
            threads,
            new ArrayList<>(Collections.nCopies(all.cardinality(), Optional.empty())),
            new BitSet(),
            new BitSet());
    listing.stamp(all, now, sights);
    return listing;
  }

  private void stamp(BitSet files, long now, Function<FoundFile, Optional<Stamp.Sight>> sights) {
    int[] open = files.stream().toArray();
    AtomicReferenceArray<Optional<Stamp.Sight>> taken = new AtomicReferenceArray<>(open.length);
    Workers.each(open.length, threads, i -> taken.set(i, sights.apply(found.files().get(open[i]))));
    for (int i = 0; i < open.length; i++) {
      Optional<Stamp> stamp = taken.get(i).map(Stamp.Sight::stamp);
      stamps.set(open[i], stamp);
      settled.set(open[i], stamp.filter(one -> one.isSettled(now)).isPresent());
      exposed.set(open[i], taken.get(i).filter(sight -> !sight.shared()).isEmpty());
    }
  }

  /**
   * The same files at a later time, with new stamps for those that may have changed.
   *
   * @param changed the real folders in which something may have changed, but for the names of files
   *     and folders; nothing has elsewhere
   * @param now a time before this, in milliseconds since 1970
   */
  Listing later(Set<Path> changed, long now) {
    Listing next =
        new Listing(
            found,
            threads,
            new ArrayList<>(stamps),
            (BitSet) settled.clone(),
            (BitSet) exposed.clone());
    BitSet open = (BitSet) exposed.clone();
    changed.forEach(real -> addFilesIn(real, open));
    next.stamp(open, now, StampsAhead::sight);
    next.keeper = keeper;
    next.codebase = codebase;
    next.facts = facts.clone();
    next.same.set(0, facts.length);
    open.stream()
        .filter(i -> !next.isAtRestSince(i, this, i))
        .forEach(
            i -> {
              next.same.clear(i);
              next.facts[i] = null;
            });
    return next;
  }

  private void addFilesIn(Path real, BitSet into) {
    Walked walked = found.walk().walked().get(real);
    if (walked != null) {
      for (int i = 0; i < found.files().size(); i++) {
        if (found.files().get(i).content() instanceof DiskFile disk
            && disk.file().getNameCount() == walked.folder().getNameCount() + 1
            && disk.file().startsWith(walked.folder())) {
          into.set(i);
        }
      }
    }
  }

  /** Takes over what an earlier listing of the run knows of files that are as they were. */
  void takeOver(Listing earlier) {
    keeper = earlier.keeper;
    codebase = earlier.codebase;
    List<FoundFile> theirs = earlier.found.files();
    int was = 0;
    for (int i = 0; i < found.files().size(); i++) {
      FoundFile file = found.files().get(i);
      while (was < theirs.size() && theirs.get(was).path().compareTo(file.path()) < 0) {
        was++;
      }
      if (was < theirs.size()
          && theirs.get(was).path().equals(file.path())
          && theirs.get(was).kind() == file.kind()
          && isAtRestSince(i, earlier, was)) {
        same.set(i);
        facts[i] = earlier.facts[was];
      }
    }
  }

  private boolean isAtRestSince(int i, Listing earlier, int was) {
    return earlier.settled.get(was) && stamps.get(i).equals(earlier.stamps.get(was));
  }

  Found found() {
    return found;
  }

  /** What an earlier scan of the run read of a file that is as it was, if that is kept there. */
  Optional<FileFacts> known(int file, FactsCache cache) {
    return cache == keeper ? Optional.ofNullable(facts[file]) : Optional.empty();
  }

  /** Keeps what a scan has read, as far as it can be kept, for those of the run that follow. */
  void keep(AtomicReferenceArray<FileFacts> read, FactsCache cache) {
    @Nullable FileFacts[] kept = new @Nullable FileFacts[read.length()];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = cache.hasMet(found.files().get(i).path()) ? read.get(i) : null;
    }
    facts = kept;
    keeper = cache;
  }

  /** What the scan of the run before this one made of the files. */
  Optional<Codebase> before() {
    return codebase;
  }

  void keep(Codebase now) {
    codebase = Optional.of(now);
  }

  /** Whether a scan has read all of it, and all of that could be kept. */
  public boolean isKept() {
    return keeper != null && Arrays.stream(facts).allMatch(Objects::nonNull);
  }

  /**
   * Whether a scan of the run that has read all of an earlier listing would see the same again.
   *
   * <p>A file with another stamp is taken for another even if its content is the same: what that
   * scan read twice may have been different in between.
   */
  public boolean isAs(Listing earlier) {
    FactsCache cache = earlier.keeper;
    if (cache == null || !cameUponTheSame(earlier)) {
      return false;
    }
    AtomicBoolean all = new AtomicBoolean(true);
    Workers.each(
        found.files().size(),
        threads,
        i -> {
          boolean as =
              !all.get()
                  || same.get(i)
                  || (stamps.get(i).equals(earlier.stamps.get(i)) && isAsMet(i, cache));
          if (!as) {
            all.set(false);
          }
        });
    return all.get();
  }

  private boolean cameUponTheSame(Listing earlier) {
    return found.files().equals(earlier.found.files())
        && found.excluded().equals(earlier.found.excluded())
        && found.problems().equals(earlier.found.problems())
        && found.matched().equals(earlier.found.matched());
  }

  private boolean isAsMet(int i, FactsCache cache) {
    FoundFile file = found.files().get(i);
    return cache
        .seen(file.path(), Optional.empty())
        .filter(seen -> seen.kind() == file.kind() && holds(file, seen, cache.salt()))
        .isPresent();
  }

  /** The paths of the files, in order. */
  public List<String> paths() {
    return found.files().stream().map(FoundFile::path).toList();
  }

  /** The real folders that were walked. */
  public Set<Path> folders() {
    return found.folders();
  }

  /** The stamp of a file that was at rest when it was taken. */
  Optional<Stamp> settled(int file) {
    return settled.get(file) ? stamps.get(file) : Optional.empty();
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
    Workers.each(
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
      return content.size() <= SourceReader.LARGEST_FILE && seen.holds(content.read(), salt);
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
   * <p>A file that was read once was seen in one state, that of its hash: if it has changed since
   * its stamp was taken, a later scan finds another stamp and asks for the hash. Of a file that was
   * read more than once and has changed meanwhile nobody knows which parts of the scan saw what.
   *
   * @param again the paths of the files that were read more than once
   */
  public Optional<SeenSources> seen(FactsCache cache, Set<String> again) {
    if (stamps.isEmpty() || !areStill(again)) {
      return Optional.empty();
    }
    return Optional.of(met(cache)).filter(all -> all.files().size() == stamps.size());
  }

  /** Whether some files have the stamps that were taken before any of them was read. */
  private boolean areStill(Set<String> paths) {
    for (int i = 0; i < stamps.size(); i++) {
      FoundFile file = found.files().get(i);
      if (paths.contains(file.path())
          && !StampsAhead.sight(file).map(Stamp.Sight::stamp).equals(stamps.get(i))) {
        return false;
      }
    }
    return true;
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
