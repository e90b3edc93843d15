package dev.ssot.reports;

import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.ScanResult;
import java.io.IOException;
import java.io.Writer;

/**
 * Text for a person at a terminal or in a build log.
 *
 * <p>First the open findings (in a comparison, those that the change introduced), each in the shape
 * that compilers use and never left out, with the evidence that lets a reader judge it without an
 * editor; then, the accepted ones counted, what was looked at, the score and the outcome. Long
 * lists within a finding are cut; the JSON report has them whole.
 */
final class ConsoleReporter implements Reporter {

  @Override
  public String format() {
    return "console";
  }

  @Override
  public void write(ScanResult result, ReportOptions options, Writer out) throws IOException {
    ConsolePage page = new ConsolePage(options.colour());
    for (Finding finding : result.reported()) {
      ConsoleFinding.write(finding, page);
      page.blank();
      page.drainTo(out);
    }
    ConsoleSummary.write(result, page);
    page.drainTo(out);
  }
}
