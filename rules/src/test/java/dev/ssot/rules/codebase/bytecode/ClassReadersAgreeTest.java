package dev.ssot.rules.codebase.bytecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.rules.codebase.ClassFact;
import dev.ssot.rules.codebase.ClassFiles;
import dev.ssot.rules.codebase.ClassUse;
import dev.ssot.rules.codebase.cache.ClassCache;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the facts of class files against those that ArchUnit gives, on the archives of the class
 * path but for the largest, or on those that the property {@code ssot.archives} names.
 */
class ClassReadersAgreeTest {

  private static final String LARGEST = "archunit-";

  /** The class path has some 2,500; a test that compares few of them is blind. */
  private static final int FEWEST = 1_500;

  @Test
  void theFactsAreThoseOfArchUnit() {
    String given = System.getProperty("ssot.archives", System.getProperty("java.class.path"));
    List<Path> archives =
        Stream.of(given.split(File.pathSeparator, -1))
            .filter(path -> path.endsWith(".jar"))
            .map(path -> Path.of(path).toAbsolutePath())
            .filter(path -> !String.valueOf(path.getFileName()).startsWith(LARGEST))
            .toList();
    List<String> differences = new ArrayList<>();
    int compared = 0;
    for (Path archive : archives) {
      ClassFiles ours =
          new ClassReader(folder(archive), 2).read(List.of(archive), ClassCache.none()).files();
      Map<String, ClassFact> theirs = ArchUnitFacts.of(archive);
      assertEquals(
          theirs.keySet(),
          ours.classes().stream().map(ClassFact::name).collect(Collectors.toSet()),
          archive.toString());
      try (ClassRoot.Contents contents = root(archive).contents()) {
        for (ClassFact fact : ours.classes()) {
          Pair pair = new Pair(fact, theirs.getOrDefault(fact.name(), fact), text(contents, fact));
          pair.differences().forEach(one -> differences.add(fact.origin().path() + ": " + one));
        }
      } catch (IOException e) {
        throw new AssertionError(e);
      }
      compared += ours.classes().size();
    }
    assertEquals(List.of(), differences);
    assertTrue(compared > FEWEST, "only " + compared + " classes were compared");
  }

  private static Path folder(Path archive) {
    Path folder = archive.getParent();
    return folder == null ? archive : folder;
  }

  private static ClassRoot root(Path archive) {
    return ClassRoot.of(folder(archive), archive);
  }

  private static String text(ClassRoot.Contents contents, ClassFact fact) throws IOException {
    try (InputStream in = contents.open(fact.origin().entry())) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  /**
   * The facts of one class from both.
   *
   * @param text the class file, a character for each byte
   */
  private record Pair(ClassFact ours, ClassFact theirs, String text) {

    List<String> differences() {
      List<String> found = new ArrayList<>();
      if (!ours.origin().sourceFile().equals(theirs.origin().sourceFile())) {
        found.add("source file");
      }
      if (!supertypes(ours).equals(supertypes(theirs))) {
        found.add("super-types " + ours.supertypes() + " and " + theirs.supertypes());
      }
      if (!ours.fields().equals(theirs.fields())) {
        found.add("fields " + ours.fields() + " and " + theirs.fields());
      }
      if (!methods(ours).equals(methods(theirs))) {
        found.add("methods " + methods(ours) + " and " + methods(theirs));
      }
      compareUses(found);
      return found;
    }

    /** Of an interface with generics ArchUnit says that its super-class is Object. */
    private static List<String> supertypes(ClassFact fact) {
      return fact.supertypes().stream().filter(one -> !one.equals("java.lang.Object")).toList();
    }

    /** Methods that differ in what they return have no order of their own. */
    private static List<String> methods(ClassFact fact) {
      return fact.methods().stream()
          .map(method -> method.name() + method.parameters() + sorted(method))
          .sorted()
          .toList();
    }

    private static List<String> sorted(ClassFact.Method method) {
      return method.modifiers().stream().map(Enum::name).sorted().toList();
    }

    private void compareUses(List<String> found) {
      // What is reached through an accessor stands in our facts where it is called, and in those of
      // ArchUnit where the accessor is, which is the head of the class that has it.
      boolean reaches = text.contains("access$");
      Set<ClassUse> more = accesses(ours, reaches);
      Set<ClassUse> less = accesses(theirs, reaches);
      Set<ClassUse> shared = new HashSet<>(more);
      shared.retainAll(less);
      more.removeAll(shared);
      less.removeAll(shared);
      // Code before the first line of its method has for ArchUnit the last one of another method.
      Set<ClassUse> nowhere = less.stream().map(Pair::withoutLine).collect(Collectors.toSet());
      nowhere.retainAll(more);
      more.removeAll(nowhere);
      less.removeIf(use -> nowhere.contains(withoutLine(use)));
      more.stream().sorted(Comparator.comparing(ClassUse::line)).forEach(u -> found.add("+" + u));
      less.stream().sorted(Comparator.comparing(ClassUse::line)).forEach(u -> found.add("-" + u));

      Set<ClassUse> named = names(ours);
      Set<ClassUse> namedByThem = names(theirs);
      Set<String> reached = ours.uses().stream().map(ClassUse::owner).collect(Collectors.toSet());
      for (ClassUse use : named) {
        // ArchUnit leaves out what stands in some places of generic types, such as those of arrays.
        if (!namedByThem.contains(use) && (use.line() > 0 || !isWritten(use.owner()))) {
          found.add("+" + use);
        }
      }
      for (ClassUse use : namedByThem) {
        // The elements of an array that is cloned are used, and annotations of the same archive
        // have defaults, which the annotated class does not name.
        if (!named.contains(use) && !reached.contains(use.owner()) && isWritten(use.owner())) {
          found.add("-" + use);
        }
      }
    }

    private boolean isWritten(String name) {
      return text.contains(name.replace('.', '/'));
    }

    private static Set<ClassUse> accesses(ClassFact fact, boolean withoutLines) {
      return fact.uses().stream()
          .filter(use -> use.kind() != ClassUse.Kind.NAMING)
          .map(use -> withoutLines ? withoutLine(use) : use)
          .collect(Collectors.toCollection(HashSet::new));
    }

    private static ClassUse withoutLine(ClassUse use) {
      return use.at(use.from(), 0);
    }

    private static Set<ClassUse> names(ClassFact fact) {
      return fact.uses().stream()
          .filter(use -> use.kind() == ClassUse.Kind.NAMING)
          .collect(Collectors.toSet());
    }
  }
}
