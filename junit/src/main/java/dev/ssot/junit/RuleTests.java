package dev.ssot.junit;

import dev.ssot.reports.FailureReport;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Outcome;
import dev.ssot.rules.model.RuleCoverage;
import dev.ssot.rules.model.ScanResult;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

/**
 * The result of a scan as tests: the whole, and each rule.
 *
 * @param named whether the rules were asked for by name, so that each has to be run
 */
record RuleTests(ScanResult result, Path project, boolean named) {

  /** The tests, that of the whole first. */
  Stream<DynamicTest> all() {
    return Stream.concat(
        Stream.of(DynamicTest.dynamicTest("everything was read, and the gate holds", this::whole)),
        result.coverage().rules().stream()
            .map(rule -> DynamicTest.dynamicTest(rule.rule(), () -> judge(rule))));
  }

  /** Says why a rule was not run. */
  static String notRun(RuleCoverage rule) {
    return "`%s` was not run: %s".formatted(rule.rule(), rule.notRun());
  }

  private void whole() {
    if (result.outcome() == Outcome.INCOMPLETE || result.gateFails()) {
      throw new AssertionError(FailureReport.ofGaps(result));
    }
  }

  private void judge(RuleCoverage rule) {
    if (!rule.ran() && named) {
      throw new AssertionError(notRun(rule));
    }
    Assumptions.assumeTrue(rule.ran(), () -> notRun(rule));
    List<Finding> failing =
        result.failingFindings().stream()
            .filter(finding -> finding.rule().equals(rule.rule()))
            .toList();
    if (!failing.isEmpty()) {
      throw new AssertionError(
          "`%s` finds in %s:\n%s".formatted(rule.rule(), project, FailureReport.of(failing)));
    }
  }
}
