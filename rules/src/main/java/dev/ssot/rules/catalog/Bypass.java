package dev.ssot.rules.catalog;

import dev.ssot.rules.model.Severity;
import java.util.List;

/**
 * Finds calls that only the canonical of a role may make.
 *
 * <p>Which type a call really reaches stands in class files alone. As long as a scan reads none,
 * the rule says that it did not run, whatever the policy reserves.
 */
final class Bypass implements Rule {

  private static final String UNIT = "calls";

  @Override
  public String id() {
    return "bypass";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public List<String> tags() {
    return List.of("role", "bytecode");
  }

  @Override
  public Judgement judge(Case facts) {
    boolean reserves =
        facts.policy().roles().stream()
            .anyMatch(role -> !role.paths().reserved().calls().isEmpty());
    return Judgement.notRun(
        UNIT,
        reserves
            ? "it needs class files, which this version does not read"
            : "the policy reserves no calls for a canonical");
  }
}
