package dev.ssot.rules.proof;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.SourceKind;
import dev.ssot.rules.codebase.SourceUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A place for planted files: a package below one of the codebase, in the same source tree.
 *
 * @param root path of the source tree relative to the base of the scan
 * @param packageName its own name, which no real package has
 */
record Bed(String root, String packageName) {

  private static final String NAME = "ssotplanted";

  /** The bed below the package of a file. */
  static Bed below(SourceUnit unit) {
    String owner = unit.packageName();
    return new Bed(unit.root(), owner.isEmpty() ? NAME : owner + "." + NAME);
  }

  /** Another package in the same source tree. */
  Bed named(String other) {
    return new Bed(root, other);
  }

  /** A bed inside of this one. */
  Bed inner(String name) {
    return new Bed(root, packageName + "." + name);
  }

  /**
   * The beds of a codebase, below each of its packages of production code or of tests; the largest
   * first.
   */
  static List<Bed> of(Codebase codebase, SourceKind kind) {
    Map<Bed, Integer> sizes = new HashMap<>();
    for (SourceUnit unit : codebase.units()) {
      if (unit.kind() == kind) {
        sizes.merge(below(unit), 1, Integer::sum);
      }
    }
    List<Bed> beds = new ArrayList<>(sizes.keySet());
    beds.sort(
        Comparator.comparingInt((Bed bed) -> -sizes.getOrDefault(bed, 0))
            .thenComparing(Bed::packageName)
            .thenComparing(Bed::root));
    return beds;
  }

  /** The first bed whose types are all allowed. */
  static Optional<Bed> where(List<Bed> beds, Predicate<String> allowed) {
    return beds.stream().filter(bed -> allowed.test(bed.type("Planted"))).findFirst();
  }

  /** The qualified name of a type in it. */
  String type(String simpleName) {
    return packageName + "." + simpleName;
  }

  /** The path of a file in it. */
  String path(String simpleName) {
    String inRoot = type(simpleName).replace('.', '/') + ".java";
    return root.isEmpty() ? inRoot : root + "/" + inRoot;
  }

  /** The text of a file in it that begins with the package and ends with a line break. */
  String text(String body) {
    return "package %s;\n\n%s".formatted(packageName, body);
  }
}
