package dev.ssot.rules.codebase;

import dev.ssot.rules.model.ClassCounts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All facts of the class files of one scan, indexed.
 *
 * <p>Immutable but for what it remembers of the hierarchy. Safe for concurrent use.
 */
public final class ClassFiles {

  private final List<ClassFact> classes;
  private final ClassCounts counts;
  private final Map<String, ClassFact> byName = new HashMap<>();
  private final Map<String, Set<String>> ancestors = new ConcurrentHashMap<>();

  /**
   * The facts of class files.
   *
   * @param classes in the order of names, each name once
   */
  public ClassFiles(List<ClassFact> classes, ClassCounts counts) {
    this.classes = List.copyOf(classes);
    this.counts = counts;
    classes.forEach(fact -> byName.put(fact.name(), fact));
  }

  /** A scan that read no class file. */
  public static ClassFiles none() {
    return new ClassFiles(List.of(), ClassCounts.none());
  }

  /** In the order of names. */
  public List<ClassFact> classes() {
    return classes;
  }

  public ClassCounts counts() {
    return counts;
  }

  public boolean isEmpty() {
    return classes.isEmpty();
  }

  /** A class by the name that class files give it. */
  public Optional<ClassFact> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The same with more classes, of other names. */
  public ClassFiles with(Collection<ClassFact> more) {
    List<ClassFact> all =
        Stream.concat(classes.stream(), more.stream())
            .sorted(Comparator.comparing(ClassFact::name))
            .toList();
    return new ClassFiles(
        all,
        new ClassCounts(
            counts.found() + more.size(),
            counts.read() + more.size(),
            counts.notUnderstood(),
            counts.outdated()));
  }

  /** The same without some classes, which do not agree with their sources. */
  public ClassFiles without(Collection<String> outdated) {
    Predicate<ClassFact> gone = fact -> outdated.contains(fact.name());
    List<ClassFact> kept = classes.stream().filter(gone.negate()).toList();
    int left = classes.size() - kept.size();
    return new ClassFiles(
        kept,
        new ClassCounts(
            counts.found(),
            counts.read() - left,
            counts.notUnderstood(),
            counts.outdated() + left));
  }

  /**
   * Whether a class is, extends or implements another, as far as class files and the JDK show.
   *
   * @param name as class files have it
   * @param type with dots between nested types
   */
  public boolean isA(String name, String type) {
    return ClassNames.dotted(name).equals(type) || ancestors(name).contains(type);
  }

  /** All super-types, with dots between nested types. */
  private Set<String> ancestors(String name) {
    Set<String> known = ancestors.get(name);
    if (known == null) {
      known = new HashSet<>();
      Deque<String> open = new ArrayDeque<>(parents(name));
      while (!open.isEmpty()) {
        String parent = open.pop();
        if (known.add(ClassNames.dotted(parent))) {
          open.addAll(parents(parent));
        }
      }
      ancestors.put(name, known);
    }
    return known;
  }

  private List<String> parents(String name) {
    ClassFact fact = byName.get(name);
    if (fact != null) {
      return fact.supertypes();
    }
    return Jdk.type(ClassNames.dotted(name)).map(ClassFiles::parents).orElse(List.of());
  }

  private static List<String> parents(Class<?> type) {
    Class<?>[] interfaces = type.getInterfaces();
    List<String> names = new ArrayList<>(List.of(interfaces).stream().map(Class::getName).toList());
    if (type.getSuperclass() != null) {
      names.add(type.getSuperclass().getName());
    }
    return names;
  }
}
