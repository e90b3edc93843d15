package dev.ssot.rules.codebase;

import java.util.List;

/**
 * What came of the ArchUnit rules of the user.
 *
 * @param evaluated class and member of each rule, in the order of evaluation
 * @param ignored number of rules that are marked as ignored
 */
public record UserRules(List<String> evaluated, int ignored, List<RuleBreach> breaches) {

  public UserRules {
    evaluated = List.copyOf(evaluated);
    breaches = List.copyOf(breaches);
  }

  /** The user has named none. */
  public static UserRules none() {
    return new UserRules(List.of(), 0, List.of());
  }
}
