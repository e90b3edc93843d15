package dev.ssot.reports;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssot.rules.model.Region;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.model.Severity;
import java.io.IOException;
import java.io.Writer;

/**
 * Reviewdog's diagnostic format.
 *
 * <p>Ranges have lines only: reviewdog counts columns in bytes of UTF-8, and a region of the model
 * in units of UTF-16. See {@code proto/rdf/reviewdog.proto} of reviewdog.
 */
final class RdjsonReporter implements Reporter {

  @Override
  public String format() {
    return "rdjson";
  }

  @Override
  public void write(ScanResult result, ReportOptions options, Writer out) throws IOException {
    JsonGenerator json = JsonPage.generator(out);
    json.writeStartObject();
    JsonPage.write(json, "source", source(options));
    json.writeArrayFieldStart("diagnostics");
    for (ReportEntry entry : ReportEntry.of(result, result.reported())) {
      JsonPage.write(json, diagnostic(entry, options));
    }
    json.writeEndArray();
    json.writeEndObject();
    json.close();
    out.append('\n');
  }

  private static ObjectNode source(ReportOptions options) {
    ObjectNode source = JsonPage.object().put("name", "ssot");
    return options.homepage().isEmpty() ? source : source.put("url", options.homepage());
  }

  private static ObjectNode diagnostic(ReportEntry entry, ReportOptions options) {
    ObjectNode node = JsonPage.object().put("message", entry.text());
    node.set("location", location(entry));
    node.put("severity", word(entry.severity()));
    ObjectNode code = JsonPage.object().put("value", entry.rule());
    if (!options.homepage().isEmpty()) {
      code.put("url", options.homepage() + "#" + entry.rule());
    }
    node.set("code", code);
    return node;
  }

  private static ObjectNode location(ReportEntry entry) {
    Region region = entry.region();
    ObjectNode range = JsonPage.object();
    range.set("start", JsonPage.object().put("line", region.line()));
    range.set("end", JsonPage.object().put("line", region.endLine()));
    ObjectNode location = JsonPage.object().put("path", entry.path());
    location.set("range", range);
    return location;
  }

  private static String word(Severity severity) {
    return switch (severity) {
      case ERROR -> "ERROR";
      case WARNING -> "WARNING";
      case NOTE -> "INFO";
    };
  }
}
