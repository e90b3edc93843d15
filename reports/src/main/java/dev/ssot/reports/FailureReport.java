package dev.ssot.reports;

import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.ScanResult;
import java.util.List;

/**
 * Why a scan fails, short enough for the message of an exception.
 *
 * <p>The first line is the outcome; then what was not read or not understood, the worst findings
 * with their evidence as the console report shows them, and the score.
 */
public final class FailureReport {

  private static final int MOST_FINDINGS = 20;

  private FailureReport() {}

  /** The outcome and its reasons, in a line. */
  public static String outcome(ScanResult result) {
    return new OutcomeStatement(result).text();
  }

  /** The report with the findings at or above the threshold. */
  public static String of(ScanResult result) {
    return of(result, result.failingFindings());
  }

  /** The same without the findings. */
  public static String ofGaps(ScanResult result) {
    return of(result, List.of());
  }

  private static String of(ScanResult result, List<Finding> findings) {
    ConsolePage page = new ConsolePage(false);
    page.line(0, outcome(result));
    ConsoleCoverage.gaps(result.coverage(), page);
    findings(findings, page);
    ConsoleScore.write(result, page);
    return page.text();
  }

  /** The first of some findings, with their evidence. */
  public static String of(List<Finding> findings) {
    ConsolePage page = new ConsolePage(false);
    findings(findings, page);
    return page.text();
  }

  private static void findings(List<Finding> findings, ConsolePage page) {
    for (Finding finding : findings.subList(0, Math.min(MOST_FINDINGS, findings.size()))) {
      ConsoleFinding.write(finding, page);
    }
    if (findings.size() > MOST_FINDINGS) {
      page.line(
          0,
          "%s findings; `ssot check` shows them all"
              .formatted(Phrases.more(findings.size() - MOST_FINDINGS)));
    }
  }
}
