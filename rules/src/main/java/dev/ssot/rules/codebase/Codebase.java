package dev.ssot.rules.codebase;

import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.TypeRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * All facts of one scan, indexed.
 *
 * <p>Immutable and safe to read from many threads. A qualified name may be declared more than once
 * (in two source trees); the index keeps all declarations, in the order of paths.
 */
public final class Codebase {

  private final List<SourceUnit> units;
  private final List<ServiceFile> services;
  private final List<TypeEntry> entries = new ArrayList<>();
  private final Map<String, List<TypeEntry>> byName;
  private final Map<String, List<TypeEntry>> bySimpleName;

  /**
   * What holds in place of these for some names, in a state that shares them with an earlier one.
   */
  private final Map<String, List<TypeEntry>> otherByName;

  private final Map<String, List<TypeEntry>> otherBySimpleName;
  private final Map<String, Set<String>> topLevelByPackage;

  public Codebase(List<SourceUnit> units, List<ServiceFile> services) {
    this.units = List.copyOf(units);
    this.services = List.copyOf(services);
    this.byName = new HashMap<>();
    this.bySimpleName = new HashMap<>();
    this.otherByName = Map.of();
    this.otherBySimpleName = Map.of();
    this.topLevelByPackage = new HashMap<>();
    for (SourceUnit unit : units) {
      for (TypeFact type : unit.types()) {
        index(new TypeEntry(entries.size(), unit, type));
      }
    }
  }

  /** Another state of a codebase that has the same types in the same order. */
  private Codebase(List<SourceUnit> units, List<ServiceFile> services, Codebase alike) {
    this.units = List.copyOf(units);
    this.services = List.copyOf(services);
    this.byName = alike.byName;
    this.bySimpleName = alike.bySimpleName;
    this.otherByName = new HashMap<>(alike.otherByName);
    this.otherBySimpleName = new HashMap<>(alike.otherBySimpleName);
    this.topLevelByPackage = alike.topLevelByPackage;
    for (int i = 0; i < units.size(); i++) {
      SourceUnit unit = units.get(i);
      if (unit.isVery(alike.units.get(i))) {
        int from = entries.size();
        entries.addAll(alike.entries.subList(from, from + unit.types().size()));
      } else {
        unit.types().forEach(type -> replace(new TypeEntry(entries.size(), unit, type)));
      }
    }
  }

  private void replace(TypeEntry entry) {
    entries.add(entry);
    otherByName.put(entry.name(), replaced(declarations(entry.name()), entry));
    String simpleName = entry.type().simpleName();
    otherBySimpleName.put(simpleName, replaced(withSimpleName(simpleName), entry));
  }

  private static List<TypeEntry> replaced(List<TypeEntry> all, TypeEntry by) {
    List<TypeEntry> others = new ArrayList<>(all);
    others.replaceAll(one -> one.id() == by.id() ? by : one);
    return others;
  }

  /**
   * The codebase with other files, most of which are the same objects: what both have in common is
   * not indexed again.
   */
  public Codebase with(List<SourceUnit> others, List<ServiceFile> otherServices) {
    return hasSameTypes(others)
        ? new Codebase(others, otherServices, this)
        : new Codebase(others, otherServices);
  }

  private boolean hasSameTypes(List<SourceUnit> others) {
    return areAlike(units, others, Codebase::haveSameTypes);
  }

  /** Whether files in two orders are the same at each place, or alike in some respect. */
  public static boolean areAlike(
      List<SourceUnit> ones, List<SourceUnit> others, BiPredicate<SourceUnit, SourceUnit> alike) {
    return matchEach(ones, others, (one, other) -> one.isVery(other) || alike.test(one, other));
  }

  /** Whether two lists are of one size, and what stands at each place of both matches. */
  public static <T> boolean matchEach(List<T> ones, List<T> others, BiPredicate<T, T> matches) {
    if (ones.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < ones.size(); i++) {
      if (!matches.test(ones.get(i), others.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean haveSameTypes(SourceUnit one, SourceUnit other) {
    return one.packageName().equals(other.packageName()) && names(one).equals(names(other));
  }

  private static List<TypeFact.Name> names(SourceUnit unit) {
    return unit.types().stream().map(TypeFact::name).toList();
  }

  /** The packages of all files, whether they declare types or not. */
  public Set<String> packagesOfFiles() {
    Set<String> packages = new HashSet<>();
    units.forEach(unit -> packages.add(unit.packageName()));
    return packages;
  }

  /** Whether both declare types in the same packages. */
  public boolean hasSamePackagesAs(Codebase other) {
    return topLevelByPackage.keySet().equals(other.topLevelByPackage.keySet());
  }

  private void index(TypeEntry entry) {
    TypeFact type = entry.type();
    entries.add(entry);
    byName.computeIfAbsent(type.qualifiedName(), name -> new ArrayList<>(1)).add(entry);
    bySimpleName.computeIfAbsent(type.simpleName(), name -> new ArrayList<>(1)).add(entry);
    Set<String> inPackage =
        topLevelByPackage.computeIfAbsent(entry.unit().packageName(), name -> new TreeSet<>());
    if (type.isTopLevel()) {
      inPackage.add(type.simpleName());
    }
  }

  /** Whether another is this very state, and not one that is merely equal. */
  @SuppressWarnings("ReferenceEquality") // A state is known by what was made of it.
  public boolean isVery(Codebase other) {
    return this == other;
  }

  /** The files, in the order of paths. */
  public List<SourceUnit> units() {
    return units;
  }

  /** The provider configuration files, in the order of paths. */
  public List<ServiceFile> services() {
    return services;
  }

  /** Every type declaration; an entry's id is its index here. */
  public List<TypeEntry> types() {
    return Collections.unmodifiableList(entries);
  }

  /** The declarations of a qualified name. */
  public List<TypeEntry> declarations(String qualifiedName) {
    return entries(qualifiedName, otherByName, byName);
  }

  /** The first declaration of a qualified name. */
  public Optional<TypeEntry> type(String qualifiedName) {
    return declarations(qualifiedName).stream().findFirst();
  }

  public boolean hasType(String qualifiedName) {
    return byName.containsKey(qualifiedName);
  }

  /** The declarations of a simple name, in all packages. */
  public List<TypeEntry> withSimpleName(String simpleName) {
    return entries(simpleName, otherBySimpleName, bySimpleName);
  }

  private static List<TypeEntry> entries(
      String name, Map<String, List<TypeEntry>> first, Map<String, List<TypeEntry>> then) {
    @Nullable List<TypeEntry> found = first.isEmpty() ? null : first.get(name);
    return Collections.unmodifiableList(found == null ? then.getOrDefault(name, List.of()) : found);
  }

  /** Whether some file declares this package. */
  public boolean hasPackage(String packageName) {
    return topLevelByPackage.containsKey(packageName);
  }

  /** Simple names of the top-level types of a package, sorted. */
  public Set<String> topLevelTypes(String packageName) {
    return Collections.unmodifiableSet(topLevelByPackage.getOrDefault(packageName, Set.of()));
  }

  /** A type declaration together with the file that holds it. */
  public record TypeEntry(int id, SourceUnit unit, TypeFact type) {

    /** That of the name alone: a file and a type hold too much for it. */
    @Override
    public int hashCode() {
      return type.qualifiedName().hashCode();
    }

    /** The place of the type's name. */
    public Location location() {
      return new Location(unit.path(), type.declaration().name());
    }

    public TypeRef ref() {
      return new TypeRef(type.qualifiedName(), location());
    }

    public String name() {
      return type.qualifiedName();
    }

    /** Whether both have one simple name. */
    public boolean isNamesakeOf(TypeEntry other) {
      return type.simpleName().equals(other.type.simpleName());
    }

    /** Whether both are of one package. */
    public boolean isPackagedWith(TypeEntry other) {
      return unit.packageName().equals(other.unit.packageName());
    }
  }
}
