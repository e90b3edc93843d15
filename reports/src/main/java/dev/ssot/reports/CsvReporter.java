package dev.ssot.reports;

import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Novelty;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.model.Suppression;
import dev.ssot.rules.model.Triage;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A table for spreadsheets with every finding, the accepted ones among them (RFC 4180).
 *
 * <p>No cell begins with a character that makes a spreadsheet run it as a formula, nor does what
 * follows a semicolon, which separates cells where the comma is a decimal point: an apostrophe goes
 * before it (OWASP, "CSV Injection").
 */
final class CsvReporter implements Reporter {

  private static final String LINE_END = "\r\n";
  private static final Pattern FORMULA = Pattern.compile("(^|;)(\\s*)([=+\\-@＝＋－＠])");
  private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",;\\r\\n']|^\\s|\\s$");
  private static final List<String> COLUMNS =
      List.of(
          "kind",
          "state",
          "introduced",
          "severity",
          "rule",
          "path",
          "line",
          "column",
          "type",
          "member",
          "message",
          "help",
          "fingerprint",
          "reason",
          "owner",
          "until");

  @Override
  public String format() {
    return "csv";
  }

  @Override
  public void write(ScanResult result, ReportOptions options, Writer out) throws IOException {
    out.append(row(COLUMNS));
    for (ReportEntry notice : ReportEntry.notices(result)) {
      out.append(row(cells(notice)));
    }
    for (Finding finding : result.findings()) {
      out.append(row(cells(finding)));
    }
  }

  private static List<String> cells(ReportEntry notice) {
    return List.of(
        "notice",
        "",
        "",
        notice.severity().label(),
        notice.rule(),
        notice.path(),
        String.valueOf(notice.region().line()),
        String.valueOf(notice.region().column()),
        "",
        "",
        notice.message(),
        notice.help(),
        notice.fingerprint().value(),
        "",
        "",
        "");
  }

  private static List<String> cells(Finding finding) {
    boolean compared = finding.novelty() != Novelty.NOT_COMPARED;
    List<String> acceptance = acceptance(finding.triage());
    return List.of(
        "finding",
        finding.triage().state().label(),
        compared ? String.valueOf(finding.novelty() == Novelty.INTRODUCED) : "",
        finding.severity().label(),
        finding.rule(),
        finding.location().path(),
        String.valueOf(finding.location().region().line()),
        String.valueOf(finding.location().region().column()),
        finding.subject().type(),
        finding.subject().member(),
        finding.statement().message(),
        finding.statement().help(),
        finding.fingerprint().value(),
        acceptance.get(0),
        acceptance.get(1),
        acceptance.get(2));
  }

  private static List<String> acceptance(Triage triage) {
    if (triage instanceof Triage.Suppressed suppressed) {
      Suppression.Terms terms = suppressed.by().terms();
      return List.of(terms.reason(), terms.owner(), terms.until().toString());
    }
    return List.of("", "", "");
  }

  private static String row(List<String> cells) {
    return cells.stream().map(CsvReporter::cell).collect(Collectors.joining(",", "", LINE_END));
  }

  static String cell(String text) {
    String safe = FORMULA.matcher(VisibleText.of(text)).replaceAll("$1$2'$3");
    return NEEDS_QUOTES.matcher(safe).find() ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }
}
