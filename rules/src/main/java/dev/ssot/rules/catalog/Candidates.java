package dev.ssot.rules.catalog;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.Hierarchy;
import dev.ssot.rules.codebase.MethodFact;
import dev.ssot.rules.codebase.SourceKind;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.model.AccessPattern;
import dev.ssot.rules.model.Part;
import dev.ssot.rules.rivals.Patterns;
import dev.ssot.rules.rivals.RoleCast;
import dev.ssot.rules.rivals.UsageIndex;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lists the types whose callers may be taken to the canonical: its rivals, its shims, and namesakes
 * that somebody can confuse with it.
 *
 * <p>A namesake can be confused with the canonical where one source tree uses both, and where both
 * have a method of one name. Heirs of the canonical are left out: their callers may well need what
 * they add.
 */
final class Candidates {

  private final Case facts;
  private final Codebase codebase;
  private final Hierarchy hierarchy;
  private final RoleCast cast;

  Candidates(Case facts, RoleCast cast) {
    this.facts = facts;
    this.codebase = facts.codebase();
    this.hierarchy = facts.hierarchy();
    this.cast = cast;
  }

  Map<TypeEntry, Part> all(TypeEntry canonical) {
    Map<TypeEntry, Part> all = new LinkedHashMap<>();
    cast.rivals().forEach(rival -> all.put(rival.entry(), Part.RIVAL));
    for (String name : cast.shims()) {
      codebase
          .type(name)
          .filter(entry -> !hierarchy.related(entry, canonical))
          .ifPresent(entry -> all.put(entry, Part.SHIM));
    }
    namesakes(canonical).stream()
        .filter(entry -> !all.containsKey(entry))
        .forEach(entry -> all.put(entry, Part.NAMESAKE));
    return inOrder(all);
  }

  private List<TypeEntry> namesakes(TypeEntry canonical) {
    List<TypeEntry> namesakes =
        codebase.withSimpleName(canonical.type().simpleName()).stream()
            .filter(entry -> isNamesake(entry, canonical))
            .toList();
    if (namesakes.isEmpty()) {
      return namesakes;
    }
    Set<String> trees = trees(cast.usages(), canonical);
    UsageIndex usages = facts.usages(namesakes.stream().map(TypeEntry::name).toList());
    return namesakes.stream()
        .filter(entry -> !Collections.disjoint(trees(usages, entry), trees))
        .toList();
  }

  private Map<TypeEntry, Part> inOrder(Map<TypeEntry, Part> all) {
    Map<TypeEntry, Part> sorted = new LinkedHashMap<>();
    all.keySet().stream()
        .sorted((one, other) -> Integer.compare(one.id(), other.id()))
        .forEach(entry -> sorted.put(entry, all.getOrDefault(entry, Part.RIVAL)));
    return sorted;
  }

  private boolean isNamesake(TypeEntry entry, TypeEntry canonical) {
    boolean production = entry.unit().kind() == SourceKind.PRODUCTION;
    boolean unrelated =
        cast.role().unrelated().stream()
            .anyMatch(text -> Patterns.covers(AccessPattern.parse(text.value()), entry.name()));
    Set<String> shared = methods(entry);
    shared.retainAll(methods(canonical));
    return production
        && entry.type().isTopLevel()
        && !unrelated
        && !shared.isEmpty()
        && !entry.name().equals(canonical.name())
        && !hierarchy.related(entry, canonical);
  }

  private static Set<String> methods(TypeEntry entry) {
    Set<String> names = new HashSet<>();
    for (MethodFact method : entry.type().methods()) {
      if (method.isPublic() && !method.isConstructor() && !method.traits().overrides()) {
        names.add(method.name());
      }
    }
    return names;
  }

  /** The source trees in which a type is used. */
  private Set<String> trees(UsageIndex usages, TypeEntry entry) {
    Set<String> trees = new HashSet<>();
    for (UsageIndex.Use use : usages.of(entry.name())) {
      facts.unit(use.location().path()).map(SourceUnit::root).ifPresent(trees::add);
    }
    return trees;
  }
}
