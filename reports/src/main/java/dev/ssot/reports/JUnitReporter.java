package dev.ssot.reports;

import dev.ssot.rules.model.ScanResult;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Test results in the XML of JUnit, as build servers read it.
 *
 * <p>A suite is a rule, with a case for each finding and one for what the rule looked at; the first
 * suite is the scan itself. What fails the scan is a failure, what was not understood an error, and
 * what is accepted, below the threshold or was there before a change is skipped. So no server shows
 * success for a scan that has none, nor a failure for a clean one. The shape is that of Jenkins'
 * {@code jenkins-junit.xsd}; there is no official one.
 */
final class JUnitReporter implements Reporter {

  @Override
  public String format() {
    return "junit";
  }

  @Override
  public void write(ScanResult result, ReportOptions options, Writer out) throws IOException {
    List<JUnitSuite> suites = JUnitSuite.of(result);
    XmlPage page = new XmlPage(out);
    page.open(
        "testsuites",
        "name",
        "ssot",
        "time",
        "0",
        "tests",
        sum(suites, suite -> suite.cases().size()),
        "failures",
        sum(suites, suite -> suite.count(JUnitCase.Kind.FAILURE)),
        "errors",
        sum(suites, suite -> suite.count(JUnitCase.Kind.ERROR)));
    for (JUnitSuite suite : suites) {
      suite.write(page);
    }
    page.close();
  }

  private static String sum(List<JUnitSuite> suites, ToLongFunction<JUnitSuite> number) {
    return String.valueOf(suites.stream().mapToLong(number).sum());
  }
}
