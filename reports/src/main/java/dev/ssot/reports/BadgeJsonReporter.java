package dev.ssot.reports;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssot.rules.model.ScanResult;
import java.io.IOException;
import java.io.Writer;

/** A badge for the endpoint of shields.io. */
final class BadgeJsonReporter implements Reporter {

  @Override
  public String format() {
    return "badge-json";
  }

  @Override
  public void write(ScanResult result, ReportOptions options, Writer out) throws IOException {
    Badge badge = Badge.of(result);
    ObjectNode node =
        JsonPage.object()
            .put("schemaVersion", 1)
            .put("label", Badge.LABEL)
            .put("message", badge.message())
            .put("color", badge.colour().shield());
    if (!new OutcomeStatement(result).good()) {
      // A badge that is in error keeps its colour, whatever the address of the image asks for.
      node.put("isError", true);
    }
    JsonGenerator json = JsonPage.generator(out);
    JsonPage.write(json, node);
    json.close();
    out.append('\n');
  }
}
