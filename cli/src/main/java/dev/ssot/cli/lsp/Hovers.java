package dev.ssot.cli.lsp;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssot.reports.FindingReport;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.scan.Scan;
import java.util.List;
import java.util.stream.Collectors;

/** What is shown of findings on which the pointer rests: their evidence, and their rule's page. */
final class Hovers {

  private final Addresses addresses;
  private final boolean markdown;

  Hovers(Addresses addresses, boolean markdown) {
    this.addresses = addresses;
    this.markdown = markdown;
  }

  /** The hover over findings, of which there is one at least. */
  ObjectNode over(List<Finding> findings) {
    ObjectNode hover = JsonNodeFactory.instance.objectNode();
    hover
        .putObject("contents")
        .put("kind", markdown ? "markdown" : "plaintext")
        .put("value", findings.stream().map(this::text).collect(Collectors.joining("\n\n")));
    hover.set("range", addresses.range(findings.get(0).location()));
    return hover;
  }

  private String text(Finding finding) {
    String report = FindingReport.text(finding, addresses::lines);
    return (markdown ? fenced(report) : report) + "\n" + Scan.page(finding.rule());
  }

  /** A block of code that no text can end. */
  private static String fenced(String text) {
    String fence = "```";
    while (text.contains(fence)) {
      fence += "`";
    }
    return fence + "text\n" + text.stripTrailing() + "\n" + fence + "\n";
  }
}
