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
  private SortedMap<String, Stamp> stamps = new TreeMap<>();

  /** Whether what was read can be known by the stamps. */
  private boolean settled;

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
    // Stamps come first: what is written while it is read has another one afterwards.
    if (root.isArchive() && cache.keeps()) {
      stamps = root.stamps(List.of());
      if (!cache.verifies() && !known.isEmpty() && known.values().stream().allMatch(this::holds)) {
        settled = true;
        return known.values().stream().map(KeptRoot.Known::file).toList();
      }
    }
    try (ClassRoot.Contents contents = root.contents()) {
      List<String> entries = contents.entries();
      if (!root.isArchive() && cache.keeps()) {
        stamps = root.stamps(entries);
      }
      ClassFile[] files = new ClassFile[entries.size()];
      Workers.each(files.length, threads, i -> files[i] = file(entries.get(i), contents));
      hold(List.of(files));
      return List.of(files);
    }
  }

  private Optional<Stamp> stamp(String entry) {
    return Optional.ofNullable(stamps.get(root.isArchive() ? "" : entry));
  }

  /** Whether a class file is what it was. */
  private boolean holds(KeptRoot.Known was) {
    return stamp(was.file().entry()).filter(was.stamp()::equals).isPresent();
  }

  private ClassFile file(String entry, ClassRoot.Contents contents) {
    KeptRoot.@Nullable Known was = known.get(entry);
    if (was == null || !holds(was)) {
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
  private void hold(List<ClassFile> files) {
    kept = new LinkedHashMap<>();
    for (ClassFile file : files) {
      stamp(file.entry())
          .filter(cache::settles)
          .filter(stamp -> !file.isUnreadable())
          .ifPresent(stamp -> kept.put(file.entry(), new KeptRoot.Known(stamp, file)));
    }
    settled = kept.size() == files.size();
    if (root.isArchive() && !settled) {
      kept = Map.of();
    }
    if (known.size() != files.size()) {
      news.set(true);
    }
  }

  /** By what the class files that were read are known, if all are at rest. */
  Optional<String> state() {
    return settled ? Optional.of(Stamp.together(stamps)) : Optional.empty();
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
