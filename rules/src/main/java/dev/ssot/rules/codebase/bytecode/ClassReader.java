package dev.ssot.rules.codebase.bytecode;

import dev.ssot.rules.codebase.ClassFact;
import dev.ssot.rules.codebase.ClassFiles;
import dev.ssot.rules.codebase.ClassLook;
import dev.ssot.rules.codebase.Workers;
import dev.ssot.rules.codebase.cache.ClassCache;
import dev.ssot.rules.codebase.cache.Stamp;
import dev.ssot.rules.model.ClassCounts;
import dev.ssot.rules.model.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads class files into facts, several at once.
 *
 * <p>The result does not depend on the number of threads. What a class file names and no class file
 * holds is known by its name alone: nothing is looked up on the class path of the running program.
 */
public final class ClassReader {

  private static final int EXAMPLES = 3;

  private final Path base;
  private final int threads;

  /**
   * A reader whose reports are relative to {@code base}.
   *
   * @param threads at least 1
   */
  public ClassReader(Path base, int threads) {
    this.base = base;
    this.threads = threads;
  }

  /**
   * What was read.
   *
   * @param problems in the order of roots
   * @param empty roots without any class file
   * @param look reads single class files again
   * @param states by what the class files of each root are known to be these; without a root where
   *     some can not be
   */
  public record Classes(
      ClassFiles files,
      List<Problem> problems,
      List<Path> empty,
      ClassLook look,
      Map<Path, String> states) {

    public Classes {
      states = Map.copyOf(states);
      problems = List.copyOf(problems);
      empty = List.copyOf(empty);
    }
  }

  /**
   * Reads folders and archives; where two hold a class of one name, the first counts.
   *
   * @param roots absolute
   * @param cache what earlier scans have read, and where this one leaves it
   */
  public Classes read(List<Path> roots, ClassCache cache) {
    FactNames names = new FactNames();
    List<ClassRoot> all = roots.stream().map(root -> ClassRoot.of(base, root)).toList();
    List<RootReader> readers =
        all.stream().map(root -> new RootReader(root, cache, names)).toList();
    if (cache.keeps()) {
      each(readers, RootReader::recall);
    }
    Run run = new Run();
    readers.forEach(run::read);
    Map<Path, String> states = new HashMap<>();
    if (cache.keeps()) {
      readers.forEach(
          reader -> reader.state().ifPresent(state -> states.put(reader.root().file(), state)));
      each(readers, RootReader::keep);
    }
    return new Classes(run.files(), run.problems, run.empty, new FlowReader(all, threads), states);
  }

  /** By what the class files of a root are known now; the empty string if they cannot be. */
  public static String state(Path root) {
    ClassRoot all = ClassRoot.of(root, root);
    if (all.isArchive()) {
      return Stamp.together(all.stamps(List.of()));
    }
    try (ClassRoot.Contents contents = all.contents()) {
      return Stamp.together(all.stamps(contents.entries()));
    } catch (IOException e) {
      return "";
    }
  }

  /** Does something with each reader, with several at once. */
  private void each(List<RootReader> readers, Consumer<RootReader> what) {
    Workers.each(readers.size(), threads, i -> what.accept(readers.get(i)));
  }

  /** One reading of all roots. */
  private final class Run {

    private final Map<String, ScannedClass> classes = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Path> empty = new ArrayList<>();
    private int found;
    private int repeated;

    void read(RootReader reader) {
      ClassRoot root = reader.root();
      try {
        List<ClassFile> files = reader.read(threads);
        if (files.isEmpty()) {
          empty.add(root.file());
        }
        Map<String, List<String>> faults = new TreeMap<>();
        for (ClassFile file : files) {
          ScannedClass scanned = file.scanned();
          if (scanned == null) {
            faults.computeIfAbsent(file.fault(), key -> new ArrayList<>()).add(file.entry());
          } else if (classes.putIfAbsent(scanned.head().name(), scanned) != null) {
            repeated++;
          }
        }
        found += files.size();
        faults.forEach((fault, some) -> report(root, fault, some));
      } catch (IOException e) {
        problems.add(
            new Problem(
                Problem.Kind.UNREADABLE,
                root.display(),
                0,
                "its class files cannot be read: " + e.getMessage(),
                "build it again, or leave it out of --classes"));
      }
    }

    private void report(ClassRoot root, String fault, List<String> entries) {
      String first = String.join("`, `", entries.stream().limit(EXAMPLES).toList());
      String more = entries.size() > EXAMPLES ? " and more" : "";
      String plural =
          entries.size() == 1 ? "1 class file is " : entries.size() + " class files are ";
      problems.add(
          new Problem(
              Problem.Kind.NOT_UNDERSTOOD,
              root.display(),
              0,
              "%s%s: `%s`%s".formatted(plural, fault, first, more),
              "build them again, for Java %s or older"
                  .formatted(ClassFile.NEWEST - ClassFile.JAVA_1)));
    }

    ClassFiles files() {
      int distinct = found - repeated;
      ClassCounts counts = new ClassCounts(distinct, classes.size(), distinct - classes.size(), 0);
      List<ClassFact> facts =
          classes.values().stream().map(scanned -> scanned.fact(this::accessor)).toList();
      return new ClassFiles(facts, counts);
    }

    private @Nullable MethodBody accessor(String owner, String key) {
      ScannedClass scanned = classes.get(owner);
      return scanned == null ? null : scanned.accessor(key);
    }
  }
}
