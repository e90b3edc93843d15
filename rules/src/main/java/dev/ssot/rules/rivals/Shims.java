package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.Hierarchy;
import dev.ssot.rules.codebase.MethodFact;
import java.util.Set;
import java.util.TreeSet;

/** Recognises types that only forward, by what their bodies do and not by their names. */
final class Shims {

  private static final double MOST = 0.75;

  private final Hierarchy hierarchy;

  Shims(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
  }

  /** The types to which most members of a type forward; empty if it works for itself. */
  Set<String> targets(TypeEntry entry) {
    int working = 0;
    int forwarding = 0;
    Set<String> targets = new TreeSet<>();
    for (MethodFact method : entry.type().methods()) {
      if (method.isConstructor() || method.traits().accessor()) {
        continue;
      }
      working++;
      if (!method.forwardsTo().isEmpty()) {
        forwarding++;
        targets.add(hierarchy.qualified(entry.unit(), method.forwardsTo()));
      }
    }
    return forwarding > 0 && forwarding >= MOST * working ? targets : Set.of();
  }

  /** Whether a type forwards to {@code target} or to one of its super-types. */
  boolean forwards(TypeEntry entry, TypeEntry target) {
    Set<String> targets = targets(entry);
    if (targets.isEmpty()) {
      return false;
    }
    Set<String> ancestors = hierarchy.ancestors(target);
    return targets.stream()
        .anyMatch(name -> name.equals(target.name()) || ancestors.contains(name));
  }
}
