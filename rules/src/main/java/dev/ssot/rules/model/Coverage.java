package dev.ssot.rules.model;

import java.util.List;

/**
 * The ledger of a scan: what was there, what was seen, what was not.
 *
 * @param types type declarations in the facts, nested ones included
 * @param problems sorted; remarks included
 * @param rules in the order of rule ids
 */
public record Coverage(
    FileCounts files, int types, List<Problem> problems, List<RuleCoverage> rules) {

  public Coverage {
    problems = List.copyOf(problems);
    rules = List.copyOf(rules);
  }

  /** Whether something could not be read or understood. */
  public boolean incomplete() {
    return problems.stream().anyMatch(problem -> problem.kind().incomplete());
  }
}
