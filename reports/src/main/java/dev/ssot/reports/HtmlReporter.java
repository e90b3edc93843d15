package dev.ssot.reports;

import dev.ssot.rules.model.ScanResult;
import java.io.IOException;
import java.io.Writer;

/**
 * The compliance report for people: one page that needs nothing else and nobody's network.
 *
 * <p>It says first what the scan comes to, then shows each role with its rivals, then every finding
 * with its evidence. Without its script all of it can be read; the script adds search, filters and
 * groups, and keeps them in the address. A content security policy lets nothing run but that
 * script, and nothing be loaded.
 */
final class HtmlReporter implements Reporter {

  @Override
  public String format() {
    return "html";
  }

  @Override
  public boolean showsCode() {
    return true;
  }

  @Override
  public void write(ScanResult result, ReportOptions options, Writer out) throws IOException {
    HtmlContext context = new HtmlContext(result);
    HtmlPage page = new HtmlPage();
    HtmlFrame frame = new HtmlFrame("report.js");
    frame.begin(HtmlSummary.headline(result), page);
    page.element("a", "Skip to the findings", "class", "skip", "href", "#findings");
    HtmlSummary.write(context, page);
    page.open("main");
    new HtmlRoles(context, page).write();
    page.drainTo(out);
    new HtmlFindings(context, page).write(out);
    HtmlAccesses.write(context, page);
    HtmlChange.write(result.change(), page);
    HtmlAcceptance.write(context, page);
    HtmlCoverage.write(result.coverage(), page);
    HtmlRulePages.write(result.rules(), page);
    page.close();
    frame.end("a scan of this code", options, page);
    page.drainTo(out);
  }
}
