package dev.ssot.reports;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssot.rules.model.RuleDescription;
import dev.ssot.rules.model.ScanResult;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * SARIF 2.1.0 for GitHub code scanning.
 *
 * <p>The first {@link #MOST_RESULTS} findings, the most severe first, which is all that GitHub
 * keeps; a notification says how many were left out. See the OASIS standard and GitHub's "SARIF
 * support for code scanning".
 */
final class SarifReporter implements Reporter {

  static final int MOST_RESULTS = 5000;

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  @Override
  public String format() {
    return "sarif";
  }

  @Override
  public void write(ScanResult result, ReportOptions options, Writer out) throws IOException {
    JsonGenerator json = JsonPage.generator(out);
    json.writeStartObject();
    json.writeStringField("$schema", SCHEMA);
    json.writeStringField("version", "2.1.0");
    json.writeArrayFieldStart("runs");
    run(result, options, json);
    json.writeEndArray();
    json.writeEndObject();
    json.close();
    out.append('\n');
  }

  private static void run(ScanResult result, ReportOptions options, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writePOJOField("tool", tool(result.rules(), options));
    json.writePOJOField("invocations", SarifInvocation.of(result));
    json.writePOJOField("automationDetails", JsonPage.object().put("id", "ssot/"));
    json.writeStringField("columnKind", "utf16CodeUnits");
    results(result, json);
    json.writePOJOField("properties", properties(result));
    json.writeEndObject();
  }

  private static ObjectNode tool(List<RuleDescription> rules, ReportOptions options) {
    ObjectNode driver =
        JsonPage.object()
            .put("name", "ssot")
            .put("version", options.toolVersion())
            .put("semanticVersion", options.toolVersion());
    if (!options.homepage().isEmpty()) {
      driver.put("informationUri", options.homepage());
    }
    driver.set("rules", JsonPage.array(rules, rule -> SarifRule.of(rule, options.homepage())));
    ObjectNode tool = JsonPage.object();
    tool.set("driver", driver);
    return tool;
  }

  private static void results(ScanResult result, JsonGenerator json) throws IOException {
    List<String> ids = new ArrayList<>();
    result.rules().forEach(rule -> ids.add(rule.id()));
    int shown = Math.min(MOST_RESULTS, result.findings().size());
    json.writeArrayFieldStart("results");
    for (int i = 0; i < shown; i++) {
      json.writeTree(SarifResult.of(result.findings().get(i), ids));
    }
    json.writeEndArray();
  }

  private static ObjectNode properties(ScanResult result) {
    OutcomeStatement statement = new OutcomeStatement(result);
    ObjectNode node =
        JsonPage.object()
            .put("outcome", result.outcome().label())
            .put("nothingJudged", statement.nothingJudged())
            .put("findings", result.findings().size());
    node.set("score", JsonCompliance.tally(result.compliance().total()));
    ArrayNode seen =
        JsonPage.array(
            result.coverage().rules(),
            rule ->
                JsonPage.object()
                    .put("rule", rule.rule())
                    .put("subjects", rule.subjects())
                    .put("unit", rule.unit()));
    node.set("coverage", seen);
    return node;
  }
}
