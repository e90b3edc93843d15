package dev.ssot.rules.codebase.bytecode;

import dev.ssot.rules.codebase.ClassFact;
import dev.ssot.rules.codebase.ClassFiles;
import dev.ssot.rules.codebase.ClassLook;
import dev.ssot.rules.model.ClassCounts;
import dev.ssot.rules.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads class files into facts, a few hundred at a time, so that no more of them than that are in
 * memory as a whole.
 *
 * <p>What a class file names and no class file holds is known by its name alone: nothing is looked
 * up on the class path of the running program.
 */
public final class ClassReader {

  private static final int MAGIC = 0xCAFEBABE;
  private static final int HEADER = 8;
  private static final int EXAMPLES = 3;

  /** The difference between a class-file version and the version of Java that writes it. */
  private static final int JAVA_1 = 44;

  private final Path base;

  /** A reader whose reports are relative to {@code base}. */
  public ClassReader(Path base) {
    this.base = base;
  }

  /**
   * What was read.
   *
   * @param problems in the order of roots
   * @param empty roots without any class file
   * @param look reads single class files again
   */
  public record Classes(
      ClassFiles files, List<Problem> problems, List<Path> empty, ClassLook look) {

    public Classes {
      problems = List.copyOf(problems);
      empty = List.copyOf(empty);
    }
  }

  /**
   * Reads folders and archives; where two hold a class of one name, the first counts.
   *
   * @param roots absolute
   */
  public Classes read(List<Path> roots) {
    Run run = new Run();
    List<ClassRoot> all = new ArrayList<>();
    for (Path root : roots) {
      ClassRoot one = ClassRoot.of(base, root);
      all.add(one);
      run.read(one);
    }
    return new Classes(run.files(), run.problems, run.empty, new FlowReader(all));
  }

  /** One reading of all roots. */
  private static final class Run {

    private final Map<String, ClassFact> facts = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Path> empty = new ArrayList<>();
    private final FactReader reader = new FactReader();
    private int found;
    private int repeated;

    void read(ClassRoot root) {
      try (ClassRoot.Contents contents = root.contents()) {
        List<String> entries = root.entries();
        if (entries.isEmpty()) {
          empty.add(root.file());
        }
        Map<String, List<String>> faults = new TreeMap<>();
        List<String> sound = new ArrayList<>();
        for (String entry : entries) {
          String fault = fault(contents, entry);
          if (fault.isEmpty()) {
            sound.add(entry);
          } else {
            faults.computeIfAbsent(fault, key -> new ArrayList<>()).add(entry);
          }
        }
        List<String> damaged = new ArrayList<>();
        new Importer(root, reader).read(sound, this::add, damaged);
        if (!damaged.isEmpty()) {
          faults.computeIfAbsent("cut off or damaged", key -> new ArrayList<>()).addAll(damaged);
        }
        found += entries.size();
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

    private void add(ClassFact fact) {
      if (facts.putIfAbsent(fact.name(), fact) != null) {
        repeated++;
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
              "build them again, for Java %s or older".formatted(FactReader.NEWEST - JAVA_1)));
    }

    ClassFiles files() {
      int distinct = found - repeated;
      ClassCounts counts = new ClassCounts(distinct, facts.size(), distinct - facts.size(), 0);
      return new ClassFiles(List.copyOf(facts.values()), counts);
    }
  }

  /** What is wrong with the head of a class file, or the empty string. */
  private static String fault(ClassRoot.Contents contents, String entry) {
    try (InputStream in = contents.open(entry)) {
      byte[] head = in.readNBytes(HEADER);
      if (head.length < HEADER || ByteBuffer.wrap(head).getInt() != MAGIC) {
        return "no class files by their first bytes";
      }
      int version = ByteBuffer.wrap(head).getShort(HEADER - Short.BYTES) & 0xffff;
      return version > FactReader.NEWEST
          ? "for Java %s, which is newer than what this version reads".formatted(version - JAVA_1)
          : "";
    } catch (IOException e) {
      return "not readable";
    }
  }
}
