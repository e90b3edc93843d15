package dev.ssot.reports;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.model.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;

/**
 * A code quality report of GitLab.
 *
 * <p>It holds all open findings, those that were there before a change among them: GitLab itself
 * compares the reports of two branches. Equal fingerprints would collapse into one entry, so those
 * after the first get a number. See "Code Quality" in GitLab's documentation.
 */
final class GitLabReporter implements Reporter {

  @Override
  public String format() {
    return "gitlab";
  }

  @Override
  public void write(ScanResult result, ReportOptions options, Writer out) throws IOException {
    Map<String, Integer> seen = new HashMap<>();
    JsonGenerator json = JsonPage.generator(out);
    json.writeStartArray();
    for (ReportEntry entry : ReportEntry.of(result, result.open())) {
      int number = seen.merge(entry.fingerprint().value(), 1, Integer::sum);
      JsonPage.write(json, node(entry, number));
    }
    json.writeEndArray();
    json.close();
    out.append('\n');
  }

  private static ObjectNode node(ReportEntry entry, int number) {
    String fingerprint = entry.fingerprint().value();
    ObjectNode node =
        JsonPage.object()
            .put("description", entry.text())
            .put("check_name", entry.rule())
            .put("fingerprint", number == 1 ? fingerprint : fingerprint + "-" + number)
            .put("severity", word(entry.severity()));
    ObjectNode location = JsonPage.object().put("path", entry.path());
    location.set("lines", JsonPage.object().put("begin", entry.region().line()));
    node.set("location", location);
    return node;
  }

  private static String word(Severity severity) {
    return switch (severity) {
      case ERROR -> "critical";
      case WARNING -> "major";
      case NOTE -> "info";
    };
  }
}
