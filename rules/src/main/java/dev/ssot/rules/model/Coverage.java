package dev.ssot.rules.model;

import java.util.List;

/**
 * The ledger of a scan: what was there, what was seen, what was not.
 *
 * @param classFiles what became of the class files
 * @param types type declarations in the facts, nested ones included
 * @param problems sorted; remarks included
 * @param rules in the order of rule ids
 */
public record Coverage(
    FileCounts files,
    ClassCounts classFiles,
    int types,
    List<Problem> problems,
    List<RuleCoverage> rules) {

  public Coverage {
    problems = List.copyOf(problems);
    rules = List.copyOf(rules);
  }

  /** The ledger of a scan that looked for no class files. */
  public Coverage(FileCounts files, int types, List<Problem> problems, List<RuleCoverage> rules) {
    this(files, ClassCounts.none(), types, problems, rules);
  }

  /** Whether no rule that ran had anything to look at, so that nothing is said about the code. */
  public boolean judgedNothing() {
    return rules.stream().filter(RuleCoverage::ran).noneMatch(rule -> rule.subjects() > 0);
  }

  /** Whether something could not be read or understood. */
  public boolean incomplete() {
    return !gaps().isEmpty();
  }

  /** What could not be read or understood. */
  public List<Problem> gaps() {
    return problems.stream().filter(problem -> problem.kind().incomplete()).toList();
  }

  /** The other problems, which hide nothing. */
  public List<Problem> remarks() {
    return problems.stream().filter(problem -> !problem.kind().incomplete()).toList();
  }
}
