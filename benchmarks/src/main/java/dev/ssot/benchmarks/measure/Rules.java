package dev.ssot.benchmarks.measure;

import dev.ssot.rules.catalog.Case;
import dev.ssot.rules.catalog.Catalog;
import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Policy;
import dev.ssot.rules.model.Role;
import dev.ssot.rules.model.SourceSelection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs rules of the product, as a scan does, on facts that are read already. */
final class Rules {

  static final String DUPLICATE = "duplicate-implementation";
  static final String FRAGMENTED = "fragmented-role";

  private Rules() {}

  /** What a rule finds. */
  static List<Finding> run(String rule, Codebase codebase, Policy policy) {
    return run(rule, facts(codebase, policy));
  }

  static Case facts(Codebase codebase, Policy policy) {
    return new Case(codebase, policy, Set.of(), Set.of(), new NoSecondReading(), LocalDate.EPOCH);
  }

  static List<Finding> run(String rule, Case facts) {
    return Catalog.rules().stream()
        .filter(one -> one.id().equals(rule))
        .findFirst()
        .orElseThrow()
        .judge(facts)
        .findings();
  }

  /** A policy with a role at its standard threshold for each canonical and nothing else. */
  static Policy policy(List<TypeEntry> canonicals) {
    List<Role> roles = canonicals.stream().map(canonical -> Role.of(canonical.name())).toList();
    return new Policy(
        "",
        roles,
        List.of(),
        SourceSelection.standard(),
        Policy.Gate.standard(),
        Map.of(),
        Policy.Accepted.nothing());
  }
}
