package dev.ssot.reports;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssot.rules.model.Excerpt;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.FindingContext;
import dev.ssot.rules.model.Ownership;
import dev.ssot.rules.model.RuleDescription;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.model.ShimUse;
import dev.ssot.rules.model.Triage;
import java.io.IOException;
import java.io.Writer;

/**
 * The complete scan result as JSON.
 *
 * <p>The document is described by {@code result.schema.json} beside this class. Every field is
 * always there; what the model leaves empty is null; only {@code introduced} and {@code
 * resurrected} of a finding are left out where nothing was compared. A field that is added, removed
 * or changed in meaning raises {@link #SCHEMA_VERSION}.
 */
final class JsonReporter implements Reporter {

  static final int SCHEMA_VERSION = 5;

  @Override
  public String format() {
    return "json";
  }

  @Override
  public void write(ScanResult result, ReportOptions options, Writer out) throws IOException {
    JsonGenerator json = JsonPage.generator(out);
    json.writeStartObject();
    json.writeNumberField("schemaVersion", SCHEMA_VERSION);
    JsonPage.write(json, "tool", tool(options));
    json.writeStringField("policy", JsonPage.orNull(result.policy()));
    json.writeStringField("baseline", JsonPage.orNull(result.baseline()));
    JsonPage.write(json, "outcome", outcome(result));
    JsonPage.write(json, "counts", counts(result));
    JsonPage.write(json, "change", JsonChange.of(result));
    json.writeArrayFieldStart("findings");
    for (Finding finding : result.findings()) {
      JsonPage.write(json, JsonFinding.of(finding));
    }
    json.writeEndArray();
    JsonPage.write(json, "coverage", JsonCoverage.of(result.coverage()));
    JsonPage.write(json, "compliance", JsonCompliance.of(result.compliance()));
    JsonPage.write(json, "shims", JsonPage.array(result.shims(), JsonReporter::shim));
    JsonPage.write(json, "tests", JsonPage.array(result.tests(), JsonTests::of));
    JsonPage.write(json, "rules", JsonPage.array(result.rules(), JsonReporter::rule));
    FindingContext context = result.context();
    JsonPage.write(json, "owners", JsonPage.array(context.owners(), JsonReporter::ownership));
    JsonPage.write(json, "excerpts", JsonPage.array(context.excerpts(), JsonReporter::excerpt));
    json.writeEndObject();
    json.close();
    out.append('\n');
  }

  static ObjectNode tool(ReportOptions options) {
    return JsonPage.object().put("name", "ssot").put("version", options.toolVersion());
  }

  private static ObjectNode outcome(ScanResult result) {
    OutcomeStatement statement = new OutcomeStatement(result);
    return JsonPage.object()
        .put("name", result.outcome().label())
        .put("exitStatus", result.outcome().exitStatus())
        .put("threshold", result.threshold().label())
        .put("nothingJudged", statement.nothingJudged())
        .put("statement", statement.text());
  }

  private static ObjectNode counts(ScanResult result) {
    ObjectNode counts = JsonPage.object().put("findings", result.findings().size());
    for (Triage.State state : Triage.State.values()) {
      counts.put(state.label(), result.count(state));
    }
    for (Severity severity : Severity.values()) {
      counts.put(severity.label(), result.count(severity));
    }
    return counts;
  }

  private static ObjectNode shim(ShimUse shim) {
    ObjectNode node = JsonPage.object();
    node.set("type", JsonPlace.type(shim.type()));
    node.put("canonical", JsonPage.orNull(shim.canonical()))
        .put("owner", JsonPage.orNull(shim.terms().owner()))
        .put("until", JsonPage.orNull(shim.terms().until()))
        .put("callers", shim.users().size());
    node.set("users", JsonPage.array(shim.users(), JsonPlace::type));
    return node;
  }

  private static ObjectNode rule(RuleDescription rule) {
    ObjectNode node =
        JsonPage.object()
            .put("id", rule.id())
            .put("severity", rule.severity().label())
            .put("summary", rule.summary())
            .put("page", rule.page());
    node.set("tags", JsonPage.texts(rule.tags()));
    return node;
  }

  private static ObjectNode ownership(Ownership ownership) {
    ObjectNode node = JsonPage.object().put("path", ownership.path());
    node.set("owners", JsonPage.texts(ownership.owners()));
    return node;
  }

  private static ObjectNode excerpt(Excerpt excerpt) {
    ObjectNode node = JsonPage.object().put("path", excerpt.path()).put("line", excerpt.line());
    node.set("lines", JsonPage.texts(excerpt.lines()));
    return node;
  }
}
