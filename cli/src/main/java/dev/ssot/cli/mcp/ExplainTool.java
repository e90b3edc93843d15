package dev.ssot.cli.mcp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssot.reports.FindingReport;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.scan.Scan;
import dev.ssot.rules.scan.ScannedCode;
import java.util.List;

/** Explains a finding. */
final class ExplainTool implements Tool {

  private static final int SHORTEST = "v1:".length() + 4;
  private static final int MOST = 5;

  @Override
  public String name() {
    return "explain_finding";
  }

  @Override
  public String title() {
    return "Explain a finding";
  }

  @Override
  public String description() {
    return "Shows a finding in full by its fingerprint (from check or a report), with the evidence,"
        + " the code of both sides, and the page of its rule: what it finds, why it matters, how to"
        + " mend it.";
  }

  @Override
  public ObjectNode input() {
    return new Schema()
        .with(
            "fingerprint",
            Schema.text("such as v1:5e0f…, in full or its beginning of four digits at least"))
        .build();
  }

  @Override
  public Schema output() {
    return new Schema()
        .with("findings", Schema.list(Schema.any()))
        .with("more", Schema.number())
        .with("page", Schema.text());
  }

  @Override
  public ToolAnswer answer(Arguments arguments, ScannedCode code) {
    String fingerprint = arguments.text("fingerprint");
    List<Finding> meant =
        fingerprint.length() < SHORTEST
            ? List.of()
            : code.result().findings().stream()
                .filter(finding -> finding.fingerprint().value().startsWith(fingerprint))
                .toList();
    if (meant.isEmpty()) {
      throw new ToolError(
          "no finding has the fingerprint `%s`".formatted(fingerprint),
          "take it from `check`; what was mended has none any more");
    }
    String page = Scan.page(meant.get(0).rule());
    ObjectNode structured = JsonNodeFactory.instance.objectNode();
    ArrayNode findings = structured.putArray("findings");
    StringBuilder text = new StringBuilder();
    for (Finding finding : meant.subList(0, Math.min(MOST, meant.size()))) {
      findings.add(FindingReport.tree(finding));
      text.append(FindingReport.text(finding, code::lines));
    }
    structured.put("more", Math.max(0, meant.size() - MOST)).put("page", page);
    return new ToolAnswer(text.append('\n').append(page).toString(), structured);
  }
}
