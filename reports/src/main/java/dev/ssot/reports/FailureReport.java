package dev.ssot.reports;

import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.ScanResult;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
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
    ConsolePage page = new ConsolePage(false);
    page.line(0, outcome(result));
    ConsoleCoverage.gaps(result.coverage(), page);
    findings(
        result.reported().stream()
            .filter(finding -> finding.severity().reaches(result.threshold()))
            .toList(),
        page);
    ConsoleScore.write(result, page);
    return text(page);
  }

  /** The same without the findings. */
  public static String ofGaps(ScanResult result) {
    ConsolePage page = new ConsolePage(false);
    page.line(0, outcome(result));
    ConsoleCoverage.gaps(result.coverage(), page);
    ConsoleScore.write(result, page);
    return text(page);
  }

  /** The first of some findings, with their evidence. */
  public static String of(List<Finding> findings) {
    ConsolePage page = new ConsolePage(false);
    findings(findings, page);
    return text(page);
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

  private static String text(ConsolePage page) {
    StringWriter text = new StringWriter();
    try {
      page.drainTo(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
