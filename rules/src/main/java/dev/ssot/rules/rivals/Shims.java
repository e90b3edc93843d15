package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.Hierarchy;
import dev.ssot.rules.codebase.MethodFact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Recognises types that only forward, by what their bodies do and not by their names.
 *
 * <p>Not safe for concurrent use.
 */
final class Shims {

  private static final double MOST = 0.75;

  private final Hierarchy hierarchy;
  private final Map<Integer, Set<String>> targets = new HashMap<>();
  private @Nullable List<TypeEntry> forwarding;

  Shims(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
  }

  /**
   * The same of another state of a codebase, with the same types in the same order, in which each
   * name leads where it led.
   */
  Shims over(Hierarchy same, Codebase before, Codebase now) {
    Shims next = new Shims(same);
    targets.forEach(
        (id, known) -> {
          if (before.types().get(id).unit().isVery(now.types().get(id).unit())) {
            next.targets.put(id, known);
          }
        });
    return next;
  }

  /** The types of a codebase that forward to any. */
  List<TypeEntry> forwarding(Codebase codebase) {
    List<TypeEntry> known = forwarding;
    if (known == null) {
      known = codebase.types().stream().filter(entry -> !targets(entry).isEmpty()).toList();
      forwarding = known;
    }
    return known;
  }

  /** The types to which most members of a type forward; empty if it works for itself. */
  Set<String> targets(TypeEntry entry) {
    return targets.computeIfAbsent(entry.id(), id -> find(entry));
  }

  private Set<String> find(TypeEntry entry) {
    int working = 0;
    int forwarding = 0;
    Set<String> found = new TreeSet<>();
    for (MethodFact method : entry.type().methods()) {
      if (method.isConstructor() || method.traits().accessor()) {
        continue;
      }
      working++;
      if (!method.forwardsTo().isEmpty()) {
        forwarding++;
        found.add(hierarchy.qualified(entry.unit(), method.forwardsTo()));
      }
    }
    return forwarding > 0 && forwarding >= MOST * working ? found : Set.of();
  }

  /** Whether a type forwards to {@code target} or to one of its super-types. */
  boolean forwards(TypeEntry entry, TypeEntry target) {
    Set<String> passed = targets(entry);
    if (passed.isEmpty()) {
      return false;
    }
    Set<String> ancestors = hierarchy.ancestors(target);
    return passed.stream().anyMatch(name -> name.equals(target.name()) || ancestors.contains(name));
  }
}
