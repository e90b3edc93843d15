package dev.ssot.rules.fix;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Rewriting;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.codebase.TypeTrace;
import dev.ssot.rules.model.DottedNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How the files of a codebase use some types. Module declarations are left out: they name types and
 * exchange no values.
 */
final class Traces {

  private final Map<String, Map<String, TypeTrace>> byPath = new TreeMap<>();

  Traces(Codebase codebase, Rewriting rewriting, Set<String> types) {
    Set<String> simple = types.stream().map(DottedNames::last).collect(Collectors.toSet());
    Set<String> paths = rewriting.identifiers(codebase.units(), simple).keySet();
    List<SourceUnit> naming =
        codebase.units().stream()
            .filter(unit -> paths.contains(unit.path()) && unit.modules().isEmpty())
            .toList();
    for (TypeTrace trace : rewriting.traces(naming, types)) {
      byPath.computeIfAbsent(trace.unit().path(), path -> new TreeMap<>()).put(trace.type(), trace);
    }
  }

  /** How a file uses a type; nothing if its code does not name it. */
  Optional<TypeTrace> of(String path, String type) {
    return Optional.ofNullable(byPath.getOrDefault(path, Map.of()).get(type));
  }

  /** The files whose code names one of the types, in the order of paths. */
  Set<String> paths() {
    return byPath.keySet();
  }

  /** Those types of a group that the code of a file names. */
  Set<String> used(String path, Set<String> group) {
    Set<String> used = new TreeSet<>(byPath.getOrDefault(path, Map.of()).keySet());
    used.retainAll(group);
    return used;
  }
}
