package dev.ssot.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.rules.model.ScanResult;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The message of a check that fails inside another program. */
final class FailureReportTest {

  @Test
  void theOutcomeIsTheFirstLine() {
    ScanResult result = SampleResults.oneFinding();
    String first = FailureReport.of(result).lines().findFirst().orElseThrow();
    assertEquals("violations: 1 finding at or above warning", first);
    assertEquals(first, FailureReport.outcome(result));
  }

  @Test
  void aFindingComesWithItsEvidenceAsTheConsoleShowsIt() {
    String console = Scenario.ONE_FINDING.rendered("console");
    String finding = console.substring(0, console.indexOf("\n\n") + 1);
    assertTrue(finding.lines().count() > 5, finding);
    assertTrue(FailureReport.of(SampleResults.oneFinding()).contains(finding));
    assertEquals(finding, FailureReport.of(List.of(SampleFindings.rival())));
  }

  @Test
  void manyFindingsAreCutWithTheNumberOfTheRest() {
    ScanResult result = Scenario.MANY_FINDINGS.result();
    String report = FailureReport.of(result);
    long shown = report.lines().filter(line -> line.contains("  help: ")).count();
    assertTrue(result.failing() > 20, "too few to cut");
    assertEquals(20, shown);
    assertTrue(
        report.contains(
            "\nand %s more findings; `ssot check` shows them all\n"
                .formatted(result.failing() - 20)),
        report);
  }

  @Test
  void findingsBelowTheThresholdDoNotFailAndAreNotShown() {
    String report = FailureReport.of(Scenario.NOTES_ONLY.result());
    assertFalse(report.contains("note:"), report);
  }

  @Test
  void whatWasNotReadIsNamedWithItsRemedy() {
    String report = FailureReport.ofGaps(Scenario.EVERY_PROBLEM.result());
    assertTrue(report.startsWith("incomplete: "), report);
    assertTrue(report.contains("not-understood:") && report.contains("    help: "), report);
    assertFalse(report.contains("remark:"), report);
  }
}
