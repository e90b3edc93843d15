package dev.ssot.reports;

import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.model.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The XML that Checkstyle writes, which many viewers and reviewdog read. */
final class CheckstyleReporter implements Reporter {

  @Override
  public String format() {
    return "checkstyle";
  }

  @Override
  public void write(ScanResult result, ReportOptions options, Writer out) throws IOException {
    XmlPage page = new XmlPage(out);
    page.open("checkstyle", "version", options.toolVersion());
    for (Map.Entry<String, List<ReportEntry>> file : byFile(result).entrySet()) {
      page.open("file", "name", file.getKey());
      for (ReportEntry entry : file.getValue()) {
        error(entry, page);
      }
      page.close();
    }
    page.close();
  }

  private static Map<String, List<ReportEntry>> byFile(ScanResult result) {
    return ReportEntry.of(result, result.reported()).stream()
        .collect(Collectors.groupingBy(ReportEntry::path, TreeMap::new, Collectors.toList()));
  }

  private static void error(ReportEntry entry, XmlPage page) throws IOException {
    page.empty(
        "error",
        "line",
        String.valueOf(entry.region().line()),
        "column",
        String.valueOf(entry.region().column()),
        "severity",
        word(entry.severity()),
        "message",
        entry.text(),
        "source",
        "ssot." + entry.rule());
  }

  private static String word(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "info";
    };
  }
}
