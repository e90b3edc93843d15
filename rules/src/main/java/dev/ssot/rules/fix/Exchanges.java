package dev.ssot.rules.fix;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Hierarchy;
import dev.ssot.rules.codebase.Rewriting;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.model.DottedNames;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Tells which files that are to be changed may exchange values of a replaced type with files that
 * are not: by the names of members that take or give such values, whoever they belong to.
 */
final class Exchanges {

  private final Codebase codebase;
  private final Hierarchy hierarchy;
  private final Rewriting rewriting;
  private final Traces traces;
  private final Set<String> group;
  private final Map<String, SourceUnit> units = new HashMap<>();
  private final Set<String> moving = new TreeSet<>();
  private final Set<String> staying = new TreeSet<>();

  /**
   * The exchanges of some types.
   *
   * @param group types that are replaced together
   */
  Exchanges(
      Codebase codebase,
      Hierarchy hierarchy,
      Rewriting rewriting,
      Traces traces,
      Set<String> group) {
    this.codebase = codebase;
    this.hierarchy = hierarchy;
    this.rewriting = rewriting;
    this.traces = traces;
    this.group = group;
    codebase.units().forEach(unit -> units.put(unit.path(), unit));
  }

  /** Says of a file that uses the types whether it is to be changed. */
  void add(String path, boolean moves) {
    (moves ? moving : staying).add(path);
  }

  /** The files that cannot be changed for that, by path, each with the reason. */
  Map<String, String> reasons() {
    Map<String, String> reasons = new TreeMap<>();
    Map<String, Set<String>> kept = exposures(staying);
    kept.keySet().removeIf(this::isHome);
    if (!kept.isEmpty()) {
      identifiers(moving, all(kept))
          .forEach((path, found) -> reasons.put(path, reason(found, kept)));
    }
    addGivers(kept, reasons);
    return reasons;
  }

  /** The file that declares one of the types and nothing else: its members go with the type. */
  private boolean isHome(String path) {
    SourceUnit unit = units.get(path);
    return unit != null
        && unit.types().stream()
            .filter(type -> type.isTopLevel())
            .allMatch(
                type ->
                    group.stream().anyMatch(one -> DottedNames.isIn(one, type.qualifiedName())));
  }

  /** By which names files take or give values of a group, and those of types that inherit. */
  private Map<String, Set<String>> exposures(Set<String> paths) {
    Map<String, Set<String>> exposures = new TreeMap<>();
    for (String path : paths) {
      Set<String> names = new TreeSet<>();
      for (String type : group) {
        traces.of(path, type).ifPresent(trace -> names.addAll(trace.exposures()));
      }
      if (!names.isEmpty()) {
        names.addAll(heirs(path));
        exposures.put(path, names);
      }
    }
    return exposures;
  }

  /** Simple names of types anywhere that inherit from a type of a file which inherits itself. */
  private Set<String> heirs(String path) {
    Set<String> own = new TreeSet<>();
    codebase.types().stream()
        .filter(entry -> entry.unit().path().equals(path))
        .filter(entry -> !Collections.disjoint(hierarchy.ancestors(entry), group))
        .forEach(entry -> own.add(entry.name()));
    Set<String> heirs = new TreeSet<>();
    if (!own.isEmpty()) {
      codebase.types().stream()
          .filter(entry -> !Collections.disjoint(hierarchy.ancestors(entry), own))
          .forEach(entry -> heirs.add(entry.type().simpleName()));
    }
    return heirs;
  }

  private static String reason(Set<String> found, Map<String, Set<String>> kept) {
    String name = found.iterator().next();
    String path =
        kept.entrySet().stream()
            .filter(entry -> entry.getValue().contains(name))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse("");
    return "it may exchange values with %s, which stays as it is, by `%s`".formatted(path, name);
  }

  /**
   * Those by whose members files that stay may take or give values, themselves or by way of a third
   * one.
   */
  private void addGivers(Map<String, Set<String>> kept, Map<String, String> reasons) {
    Map<String, Set<String>> given = exposures(moving);
    if (given.isEmpty() || staying.isEmpty()) {
      return;
    }
    Set<String> names = all(given);
    Map<String, Set<String>> users = identifiers(staying, names);
    Set<String> third = new TreeSet<>(units.keySet());
    third.removeAll(moving);
    third.removeAll(staying);
    Set<String> touched = identifiers(third, all(kept)).keySet();
    users.putAll(identifiers(touched, names));
    given.forEach(
        (path, own) ->
            users.forEach(
                (user, found) -> {
                  Set<String> shared = new TreeSet<>(own);
                  shared.retainAll(found);
                  boolean meets = !shared.isEmpty() && (!isHome(user) || knows(user, path));
                  if (meets) {
                    reasons.putIfAbsent(path, reason(shared, Map.of(user, shared)));
                  }
                }));
  }

  /** Whether a file names a type that another declares. */
  private boolean knows(String path, String other) {
    SourceUnit unit = units.get(other);
    Set<String> names = new TreeSet<>();
    if (unit != null) {
      unit.types().forEach(type -> names.add(type.simpleName()));
    }
    return !identifiers(Set.of(path), names).isEmpty();
  }

  private static Set<String> all(Map<String, Set<String>> names) {
    Set<String> all = new TreeSet<>();
    names.values().forEach(all::addAll);
    return all;
  }

  private Map<String, Set<String>> identifiers(Set<String> paths, Set<String> names) {
    List<SourceUnit> some = paths.stream().map(units::get).filter(Objects::nonNull).toList();
    return rewriting.identifiers(some, names);
  }
}
