package dev.ssot.reports;

import dev.ssot.reports.ConsolePage.Style;
import dev.ssot.rules.model.Outcome;
import dev.ssot.rules.model.ScanResult;

/** What follows the findings: counts, coverage, score and, in the last line, the outcome. */
final class ConsoleSummary {

  private ConsoleSummary() {}

  static void write(ScanResult result, ConsolePage page) {
    findings(result, page);
    ConsoleChange.write(result, page);
    ConsoleCoverage.write(result.coverage(), page);
    ConsoleScore.write(result, page);
    ConsoleTests.write(result, page);
    outcome(result, page);
  }

  private static void findings(ScanResult result, ConsolePage page) {
    page.line(0).styled(Style.STRONG, "findings:").text(" " + Phrases.counts(result)).end();
  }

  private static void outcome(ScanResult result, ConsolePage page) {
    OutcomeStatement statement = new OutcomeStatement(result);
    page.line(0)
        .styled(Style.STRONG, "outcome:")
        .text(" ")
        .styled(style(statement), statement.text())
        .text(" (exit status " + result.outcome().exitStatus() + ")")
        .end();
  }

  private static Style style(OutcomeStatement statement) {
    if (statement.good()) {
      return Style.GOOD;
    }
    return statement.result().outcome() == Outcome.CLEAN ? Style.WARNING : Style.ERROR;
  }
}
