package dev.ssot.rules.codebase.bytecode;

import dev.ssot.rules.codebase.Workers;
import dev.ssot.rules.codebase.cache.ClassCache;
import dev.ssot.rules.codebase.cache.Stamp;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the class files of one root, apart from those that an earlier scan has read and that are
 * what they were.
 */
final class RootReader {

  private final ClassRoot root;
  private final ClassCache cache;
  private final FactNames names;
  private final AtomicBoolean news = new AtomicBoolean();
  private Map<String, KeptRoot.Known> known = Map.of();
  private Map<String, KeptRoot.Known> kept = Map.of();
  private Optional<String> state = Optional.empty();

  RootReader(ClassRoot root, ClassCache cache, FactNames names) {
    this.root = root;
    this.cache = cache;
    this.names = names;
  }

  ClassRoot root() {
    return root;
  }

  /** Looks up what an earlier scan has read. */
  void recall() {
    try {
      cache
          .of(root.file())
          .ifPresent(source -> known = KeptRoot.read(source, root.display(), names).files());
    } catch (RuntimeException e) {
      cache.damaged("what it has of `%s` makes no sense".formatted(root.display()));
    }
  }

  /**
   * What came of all class files, in the order of entries.
   *
   * @throws IOException if the root cannot be read
   */
  List<ClassFile> read(int threads) throws IOException {
    // What is written while it is read has another stamp afterwards.
    Optional<Stamp> whole = root.isArchive() ? stamp("") : Optional.empty();
    if (whole.isPresent() && !cache.verifies() && isAllAt(whole.get())) {
      state = Optional.of(Stamp.together(new TreeMap<>(Map.of("", whole.get()))));
      return known.values().stream().map(KeptRoot.Known::file).toList();
    }
    try (ClassRoot.Contents contents = root.contents()) {
      List<String> entries = contents.entries();
      Read[] read = new Read[entries.size()];
      AtomicInteger next = new AtomicInteger();
      Workers.run(
          Math.min(threads, read.length),
          () -> {
            for (int i = next.getAndIncrement(); i < read.length; i = next.getAndIncrement()) {
              String entry = entries.get(i);
              Optional<Stamp> stamp = root.isArchive() ? whole : stamp(entry);
              read[i] = new Read(stamp, file(entry, stamp, contents));
            }
          });
      hold(List.of(read));
      return Stream.of(read).map(Read::file).toList();
    }
  }

  /** What came of a class file, and its stamp before it was read. */
  private record Read(Optional<Stamp> stamp, ClassFile file) {}

  private Optional<Stamp> stamp(String entry) {
    return cache.keeps() ? Stamp.of(root.place(entry)) : Optional.empty();
  }

  /** Whether an archive is what it was. */
  private boolean isAllAt(Stamp stamp) {
    return !known.isEmpty() && known.values().stream().allMatch(one -> one.stamp().equals(stamp));
  }

  private ClassFile file(String entry, Optional<Stamp> stamp, ClassRoot.Contents contents) {
    KeptRoot.@Nullable Known was = known.get(entry);
    if (was == null || stamp.filter(was.stamp()::equals).isEmpty()) {
      news.set(true);
      return ClassFile.read(root, contents, entry, names);
    }
    if (!cache.verifies()) {
      return was.file();
    }
    ClassFile file = ClassFile.read(root, contents, entry, names);
    if (!file.equals(was.file())) {
      news.set(true);
      cache.differs(root.display() + "/" + entry);
    }
    return file;
  }

  /** Notes what a later scan can know by its stamp; of an archive it is all or nothing. */
  private void hold(List<Read> read) {
    kept = new LinkedHashMap<>();
    for (Read one : read) {
      one.stamp()
          .filter(cache::settles)
          .filter(stamp -> !one.file().isUnreadable())
          .ifPresent(stamp -> kept.put(one.file().entry(), new KeptRoot.Known(stamp, one.file())));
    }
    if (root.isArchive() && kept.size() < read.size()) {
      kept = Map.of();
    }
    news.compareAndSet(false, known.size() != read.size());
    if (kept.size() == read.size()) {
      state = Optional.of(state(read));
    }
  }

  private String state(List<Read> read) {
    SortedMap<String, Stamp> stamps = new TreeMap<>();
    for (Read one : read) {
      one.stamp().ifPresent(stamp -> stamps.put(root.isArchive() ? "" : one.file().entry(), stamp));
    }
    return Stamp.together(stamps);
  }

  /** By what the class files that were read are known, if all are at rest. */
  Optional<String> state() {
    return state;
  }

  /** Leaves what was read for later scans, if it is not what an earlier one left. */
  void keep() {
    if (news.get() && !kept.isEmpty()) {
      cache.keep(root.file(), new KeptRoot(kept)::write);
    }
    known = Map.of();
    kept = Map.of();
  }
}
