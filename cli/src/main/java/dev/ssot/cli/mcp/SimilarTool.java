package dev.ssot.cli.mcp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssot.reports.NeighbourhoodReport;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Neighbourhood;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.model.TextFile;
import dev.ssot.rules.model.TypeRef;
import dev.ssot.rules.scan.ScannedCode;
import java.util.List;
import java.util.Optional;

/** Whether there is already something like a type. */
final class SimilarTool implements Tool {

  private static final int MOST = 50;
  private static final int STANDARD = 10;

  @Override
  public String name() {
    return "find_similar";
  }

  @Override
  public String title() {
    return "Is there already something like this type";
  }

  @Override
  public String description() {
    return "Before you add a type, give its source, or a draft of it: ranks the types of this"
        + " project that do the most similar job, with what each is beside it. Or give the name of"
        + " a type of the project to see what is like it and what was found about it.";
  }

  @Override
  public ObjectNode input() {
    return new Schema()
        .maybe("source", Schema.text("a Java file; its first type is meant"))
        .maybe("type", Schema.text("name of a type of the project, qualified where it is not one"))
        .maybe("limit", Schema.limit(MOST, STANDARD))
        .build();
  }

  @Override
  public Schema output() {
    ObjectNode type =
        new Schema()
            .with("name", Schema.text())
            .with("path", Schema.text())
            .with("line", Schema.number())
            .with("score", JsonNodeFactory.instance.objectNode().put("type", "number"))
            .with("verdict", Schema.text())
            .with("standing", Schema.text())
            .with("reason", Schema.text())
            .build();
    ObjectNode finding =
        new Schema()
            .with("fingerprint", Schema.text())
            .with("rule", Schema.text())
            .with("message", Schema.text())
            .build();
    return new Schema()
        .with("type", Schema.text())
        .with("looked", Schema.number())
        .with("similar", Schema.list(type))
        .with("findings", Schema.list(finding));
  }

  @Override
  public ToolAnswer answer(Arguments arguments, ScannedCode code) {
    Optional<String> source = arguments.maybe("source");
    Optional<String> type = arguments.maybe("type");
    int limit = arguments.number("limit", MOST, STANDARD);
    if (source.isPresent() == type.isPresent()) {
      throw new ToolError(
          source.isPresent() ? "`source` and `type` are both given" : "nothing to look for",
          "give one of `source` and `type`");
    }
    Neighbourhood found =
        source
            .map(text -> code.similarTo(new TextFile(text), "given/Source.java", limit))
            .orElseGet(() -> code.similarTo(type.orElseThrow(), limit));
    NeighbourhoodReport report = new NeighbourhoodReport();
    ObjectNode structured =
        JsonNodeFactory.instance
            .objectNode()
            .put("type", found.type().name())
            .put("looked", found.looked());
    structured.set("similar", report.tree(found));
    ArrayNode findings = structured.putArray("findings");
    StringBuilder text = new StringBuilder(report.text(found));
    for (Finding finding : about(found.type(), code.result())) {
      findings
          .addObject()
          .put("fingerprint", finding.fingerprint().value())
          .put("rule", finding.rule())
          .put("message", finding.statement().message());
      text.append(
          "finding: %s [%s] %s\n"
              .formatted(
                  finding.statement().message(), finding.rule(), finding.fingerprint().value()));
    }
    return new ToolAnswer(text.toString(), structured);
  }

  /** The findings that hold a type against another, which go by more than the likeness. */
  private static List<Finding> about(TypeRef type, ScanResult result) {
    return result.findings().stream()
        .filter(
            finding ->
                finding.evidence().comparisons().stream()
                    .anyMatch(one -> one.rival().equals(type) || one.canonical().equals(type)))
        .limit(MOST)
        .toList();
  }
}
