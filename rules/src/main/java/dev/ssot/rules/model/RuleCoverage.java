package dev.ssot.rules.model;

/**
 * What a rule looked at.
 *
 * @param rule id
 * @param subjects how many subjects it judged
 * @param unit what a subject is, in the plural, such as {@code imports}
 * @param findings how many of them it found wanting
 * @param notRun why the rule did not run, or the empty string where it did
 */
public record RuleCoverage(String rule, int subjects, String unit, int findings, String notRun) {

  /** Whether the rule ran. */
  public boolean ran() {
    return notRun.isEmpty();
  }
}
