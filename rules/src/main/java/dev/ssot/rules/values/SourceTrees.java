package dev.ssot.rules.values;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.ImportFact;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.model.AccessPath;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which source trees use which: what one tree never imports from, it cannot be expected to use.
 *
 * <p>A source tree is all of a module's production code, so this is what the build allows, as far
 * as the code shows it.
 */
final class SourceTrees {

  private final Codebase codebase;
  private final Map<String, Set<String>> used = new HashMap<>();

  SourceTrees(Codebase codebase) {
    this.codebase = codebase;
    Map<String, Set<String>> byPackage = new HashMap<>();
    for (SourceUnit unit : codebase.units()) {
      byPackage.computeIfAbsent(unit.packageName(), name -> new HashSet<>(1)).add(unit.root());
    }
    for (SourceUnit unit : codebase.units()) {
      Set<String> trees = used.computeIfAbsent(unit.root(), root -> new HashSet<>());
      for (ImportFact single : unit.imports()) {
        trees.addAll(trees(single, byPackage));
      }
    }
  }

  private Set<String> trees(ImportFact single, Map<String, Set<String>> byPackage) {
    if (single.path() == AccessPath.WILDCARD_IMPORT) {
      return byPackage.getOrDefault(single.name(), Set.of());
    }
    boolean member = single.path() == AccessPath.STATIC_IMPORT;
    Set<String> trees = new HashSet<>();
    for (TypeEntry entry : codebase.declarations(member ? single.qualifier() : single.name())) {
      trees.add(entry.unit().root());
    }
    return trees;
  }

  /** Whether a file can be expected to use what another file declares. */
  boolean reaches(SourceUnit from, SourceUnit to) {
    return from.root().equals(to.root())
        || from.packageName().equals(to.packageName())
        || used.getOrDefault(from.root(), Set.of()).contains(to.root());
  }
}
