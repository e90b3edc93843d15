package dev.ssot.rules.codebase;

import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.model.DottedNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Holds class files against the sources that they were compiled from.
 *
 * <p>What is compared is content and never a date: types, fields and methods of the source that the
 * class lacks, code on lines on which the source has another method, and sources that are gone.
 * That a class has more than its source is no sign, because tools add members.
 */
public final class Agreement {

  private final Codebase codebase;
  private final ClassFiles files;
  private final Predicate<String> present;
  private final Map<String, ClassFact> bySourceName = new HashMap<>();
  private final Map<String, List<ClassFact>> byTopLevel = new TreeMap<>();
  private final Map<String, List<SourceUnit>> byPackage = new HashMap<>();
  private final Set<String> pairedRoots = new HashSet<>();

  /**
   * The class files and sources of one scan.
   *
   * @param present whether a file is there that the scan has not read or not understood, by its
   *     path relative to the base or the end of it
   */
  public Agreement(Codebase codebase, ClassFiles files, Predicate<String> present) {
    this.codebase = codebase;
    this.files = files;
    this.present = present;
    codebase
        .units()
        .forEach(
            unit ->
                byPackage.computeIfAbsent(unit.packageName(), k -> new ArrayList<>()).add(unit));
    for (ClassFact fact : files.classes()) {
      bySourceName.putIfAbsent(ClassNames.dotted(fact.name()), fact);
      byTopLevel.computeIfAbsent(fact.topLevel(), key -> new ArrayList<>()).add(fact);
      if (source(fact).isPresent()) {
        pairedRoots.add(fact.origin().root());
      }
    }
  }

  /**
   * A class file that does not agree with its source.
   *
   * @param root folder or archive of the class file
   * @param classes names of all classes that come from the same type of the source
   * @param cause what differs, as a clause that begins with the type
   */
  public record Mismatch(String root, List<String> classes, String cause) {

    public Mismatch {
      classes = List.copyOf(classes);
    }
  }

  /** The class files that do not agree, in the order of the names of their outermost types. */
  public List<Mismatch> mismatches() {
    return List.copyOf(byTopLevel.entrySet()).parallelStream()
        .flatMap(type -> mismatch(type.getKey(), type.getValue()).stream())
        .toList();
  }

  private Optional<Mismatch> mismatch(String name, List<ClassFact> facts) {
    return cause(name, facts)
        .map(
            cause ->
                new Mismatch(
                    facts.get(0).origin().root(),
                    facts.stream().map(ClassFact::name).toList(),
                    cause));
  }

  /** Outermost production types of the sources that no class file holds, sorted. */
  public List<String> uncompiled() {
    Set<String> names = new TreeSet<>();
    for (TypeEntry entry : codebase.types()) {
      if (entry.type().isTopLevel()
          && entry.unit().kind() == SourceKind.PRODUCTION
          && files.named(entry.name()).isEmpty()) {
        names.add(entry.name());
      }
    }
    return List.copyOf(names);
  }

  /** The declaration in the sources that a class was compiled from. */
  private Optional<TypeEntry> source(ClassFact fact) {
    return codebase.declarations(fact.topLevel()).stream()
        .filter(entry -> isIn(entry.unit(), fact.origin().sourceFile()))
        .findFirst();
  }

  private static boolean isIn(SourceUnit unit, String file) {
    return unit.path().equals(file) || unit.path().endsWith("/" + file);
  }

  private Optional<String> cause(String name, List<ClassFact> facts) {
    ClassFact first = facts.get(0);
    String file = first.origin().sourceFile();
    if (!file.endsWith(".java") || !pairedRoots.contains(first.origin().root())) {
      return Optional.empty();
    }
    Optional<TypeEntry> source = source(first);
    if (source.isEmpty()) {
      return gone(name, first);
    }
    SourceUnit unit = source.get().unit();
    if (present.test(unit.path())) {
      return Optional.empty();
    }
    for (TypeFact type : unit.types()) {
      boolean inside = DottedNames.isIn(type.qualifiedName(), name);
      Optional<String> difference = inside ? difference(unit, type) : Optional.empty();
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  private Optional<String> gone(String name, ClassFact fact) {
    String file = fact.origin().sourceFile();
    List<SourceUnit> neighbours = byPackage.getOrDefault(fact.packageName(), List.of());
    Optional<SourceUnit> unit = neighbours.stream().filter(one -> isIn(one, file)).findFirst();
    if (unit.isPresent()) {
      return present.test(unit.get().path())
          ? Optional.empty()
          : Optional.of("`%s` is no longer in `%s`".formatted(name, unit.get().path()));
    }
    String folder = fact.packageName().replace('.', '/');
    String path = folder.isEmpty() ? file : folder + "/" + file;
    boolean hidden =
        neighbours.isEmpty()
            || present.test(path)
            || neighbours.stream()
                .map(SourceUnit::root)
                .anyMatch(root -> present.test(root.isEmpty() ? path : root + "/" + path));
    return hidden
        ? Optional.empty()
        : Optional.of("the source of `%s`, `%s`, is gone".formatted(name, file));
  }

  private Optional<String> difference(SourceUnit unit, TypeFact type) {
    ClassFact fact = bySourceName.get(type.qualifiedName());
    String name = type.qualifiedName();
    if (fact == null) {
      return Optional.of("`%s` has no class file of its own".formatted(name));
    }
    for (FieldFact field : type.fields()) {
      if (!has(fact, field)) {
        return Optional.of("`%s` lacks the field `%s`".formatted(name, field.name()));
      }
    }
    for (MethodFact method : type.methods()) {
      if (!method.isConstructor() && !has(fact, method)) {
        return Optional.of("`%s` lacks the method `%s`".formatted(name, method.signature()));
      }
    }
    return moved(unit, type, fact);
  }

  private static boolean has(ClassFact fact, FieldFact field) {
    for (ClassFact.Field one : fact.fields()) {
      if (one.name().equals(field.name())) {
        return true;
      }
    }
    return false;
  }

  private static boolean has(ClassFact fact, MethodFact method) {
    for (ClassFact.Method one : fact.methods()) {
      if (one.name().equals(method.name())
          && count(one.parameters()) == method.parameters().size()) {
        return true;
      }
    }
    return false;
  }

  private static int count(String parameters) {
    if (parameters.equals("()")) {
      return 0;
    }
    int count = 1;
    for (int at = parameters.indexOf(','); at >= 0; at = parameters.indexOf(',', at + 1)) {
      count++;
    }
    return count;
  }

  /**
   * Code of a method on lines on which the source has other things. What compilers add, such as the
   * access to a private member from a nested type, stands on the head of a type.
   */
  private static Optional<String> moved(SourceUnit unit, TypeFact type, ClassFact fact) {
    Map<String, List<MethodFact>> methods = new HashMap<>();
    type.methods()
        .forEach(one -> methods.computeIfAbsent(one.name(), key -> new ArrayList<>()).add(one));
    String from = "";
    int line = 0;
    for (ClassUse use : fact.uses()) {
      // They are in the order of lines: most are on that of the one before.
      if (use.line() == line && use.from().equals(from)) {
        continue;
      }
      from = use.from();
      line = use.line();
      List<MethodFact> named = methods.getOrDefault(from, List.of());
      boolean known = line > 0 && !named.isEmpty();
      if (known && !anyHolds(named, line) && !isHead(unit, line)) {
        return Optional.of(
            "`%s` has code of `%s` on line %s, where the source has other code"
                .formatted(type.qualifiedName(), from, line));
      }
    }
    return Optional.empty();
  }

  private static boolean isHead(SourceUnit unit, int line) {
    return unit.types().stream()
        .map(TypeFact::declaration)
        .anyMatch(head -> head.whole().line() <= line && line <= head.name().endLine());
  }

  private static boolean anyHolds(List<MethodFact> methods, int line) {
    for (MethodFact method : methods) {
      if (method.region().line() <= line && line <= method.region().endLine()) {
        return true;
      }
    }
    return false;
  }
}
