package dev.ssot.rules.catalog;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.SourceKind;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.model.AccessPath;
import dev.ssot.rules.model.ForbiddenPath;
import dev.ssot.rules.model.Role;
import dev.ssot.rules.rivals.Changes;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The access paths of files that a policy may have something to say of, and how many there are.
 *
 * <p>Of a file that is as it was, and whose names lead where they led, they are what they were. Not
 * safe for concurrent use.
 */
final class KnownAccesses {

  private IdentityHashMap<SourceUnit, OfUnit> known = new IdentityHashMap<>();
  private @Nullable Codebase last;
  private List<Object> asked = List.of();

  /** Those of one file. */
  private record OfUnit(int count, List<Access> telling) {}

  /**
   * Those of some files.
   *
   * @param count the number of all access paths
   * @param telling those that the policy may have something to say of, in their order
   */
  record Found(int count, List<Access> telling) {}

  /**
   * Those of all files and service files but generated ones.
   *
   * @param isTelling is asked by several threads at once
   */
  Found of(Case facts, Accesses accesses, Predicate<Access> isTelling) {
    List<SourceUnit> units =
        facts.codebase().units().stream()
            .filter(unit -> unit.kind() != SourceKind.GENERATED)
            .toList();
    IdentityHashMap<SourceUnit, OfUnit> kept = kept(units, since(facts));
    List<OfUnit> all =
        units.parallelStream()
            .map(
                unit -> {
                  OfUnit before = kept.get(unit);
                  return before == null ? only(accesses.of(unit), isTelling) : before;
                })
            .toList();
    IdentityHashMap<SourceUnit, OfUnit> now = new IdentityHashMap<>();
    List<Access> telling = new ArrayList<>();
    int count = 0;
    for (int i = 0; i < units.size(); i++) {
      now.put(units.get(i), all.get(i));
      telling.addAll(all.get(i).telling());
      count += all.get(i).count();
    }
    OfUnit ofServices = only(accesses.ofServices(), isTelling);
    telling.addAll(ofServices.telling());
    known = now;
    last = facts.codebase();
    return new Found(count + ofServices.count(), telling);
  }

  /** What is known of files and still holds. */
  private IdentityHashMap<SourceUnit, OfUnit> kept(
      List<SourceUnit> units, Optional<Changes> since) {
    IdentityHashMap<SourceUnit, OfUnit> kept = new IdentityHashMap<>();
    since.ifPresent(
        changes -> {
          for (SourceUnit unit : units) {
            OfUnit before = isKept(unit, changes) ? known.get(unit) : null;
            if (before != null) {
              kept.put(unit, before);
            }
          }
        });
    return kept;
  }

  private static OfUnit only(List<Access> all, Predicate<Access> isTelling) {
    return new OfUnit(all.size(), all.stream().filter(isTelling).toList());
  }

  /** What is different from the look of which the accesses are known, if the same is asked. */
  private Optional<Changes> since(Case facts) {
    List<ForbiddenPath> forbidden = facts.policy().allForbidden();
    List<Role> roles = facts.policy().roles();
    List<Object> asking = List.of(forbidden, roles);
    Codebase before = last;
    boolean same = asking.equals(asked);
    asked = asking;
    return facts
        .changes()
        .filter(
            changes ->
                same
                    && before != null
                    && changes.areSince(before)
                    && before.hasSamePackagesAs(facts.codebase()));
  }

  /** What a module import brings in depends on other files than names do. */
  private static boolean isKept(SourceUnit unit, Changes changes) {
    return changes.keepNamesIn(unit)
        && unit.imports().stream().noneMatch(single -> single.path() == AccessPath.MODULE_IMPORT);
  }
}
