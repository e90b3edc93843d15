package dev.ssot.rules.catalog;

import dev.ssot.rules.model.Finding;
import java.util.List;

/**
 * What a rule found, and how much it looked at.
 *
 * @param subjects how many subjects it judged
 * @param unit what a subject is, in the plural
 * @param notRun why the rule did not run, or the empty string
 */
public record Judgement(List<Finding> findings, int subjects, String unit, String notRun) {

  public Judgement {
    findings = List.copyOf(findings);
  }

  static Judgement of(List<Finding> findings, int subjects, String unit) {
    return new Judgement(findings, subjects, unit, "");
  }

  static Judgement notRun(String unit, String why) {
    return new Judgement(List.of(), 0, unit, why);
  }
}
