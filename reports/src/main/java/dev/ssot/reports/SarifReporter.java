package dev.ssot.reports;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Novelty;
import dev.ssot.rules.model.RuleDescription;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.model.Triage;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * SARIF 2.1.0, in two variants.
 *
 * <p>The one for GitHub code scanning, which takes whatever it is given for open, holds the first
 * {@link #MOST_RESULTS} open findings, the most severe first, which is all that GitHub keeps; a
 * notification says how many were left out. The one for archives holds all findings with what the
 * team has decided about them. See the OASIS standard and GitHub's "SARIF support for code
 * scanning". In a comparison both say of each finding whether it is new or unchanged, and the first
 * prefers new ones.
 */
final class SarifReporter implements Reporter {

  static final int MOST_RESULTS = 5000;

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private final String format;
  private final boolean archive;

  private SarifReporter(String format, boolean archive) {
    this.format = format;
    this.archive = archive;
  }

  /** The variant for GitHub code scanning. */
  static SarifReporter upload() {
    return new SarifReporter("sarif", false);
  }

  /** The variant that leaves nothing out. */
  static SarifReporter archive() {
    return new SarifReporter("sarif-archive", true);
  }

  @Override
  public String format() {
    return format;
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

  private void run(ScanResult result, ReportOptions options, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    JsonPage.write(json, "tool", tool(result.rules(), options));
    List<Finding> shown = shown(result);
    int left = archive ? 0 : (int) result.count(Triage.State.OPEN) - shown.size();
    JsonPage.write(json, "invocations", SarifInvocation.of(result, left));
    JsonPage.write(json, "automationDetails", JsonPage.object().put("id", "ssot/"));
    json.writeStringField("columnKind", "utf16CodeUnits");
    results(shown, result, json);
    JsonPage.write(json, "properties", properties(result));
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

  private List<Finding> shown(ScanResult result) {
    if (archive) {
      return result.findings();
    }
    return Stream.concat(
            result.reported().stream(),
            result.open().stream().filter(finding -> finding.novelty() == Novelty.THERE_BEFORE))
        .limit(MOST_RESULTS)
        .sorted()
        .toList();
  }

  private void results(List<Finding> shown, ScanResult result, JsonGenerator json)
      throws IOException {
    List<String> ids = new ArrayList<>();
    result.rules().forEach(rule -> ids.add(rule.id()));
    json.writeArrayFieldStart("results");
    for (Finding finding : shown) {
      ObjectNode node = SarifResult.of(finding, ids);
      if (archive) {
        SarifTriage.add(finding.triage(), !result.baseline().isEmpty(), node);
      }
      if (result.change().isThere()) {
        boolean introduced = finding.novelty() == Novelty.INTRODUCED;
        node.put("baselineState", introduced ? "new" : "unchanged");
      }
      JsonPage.write(json, node);
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
    for (Triage.State state : Triage.State.values()) {
      node.put(state.label(), result.count(state));
    }
    node.set("score", JsonCompliance.tally(result.compliance().total()));
    if (result.change().isThere()) {
      node.set("change", JsonChange.of(result));
    }
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
