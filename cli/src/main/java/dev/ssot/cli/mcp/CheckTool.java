package dev.ssot.cli.mcp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssot.cli.message.Amounts;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.scan.Scan;
import dev.ssot.rules.scan.ScannedCode;
import java.util.List;

/** The findings of files. */
final class CheckTool implements Tool {

  private static final int MOST = 200;
  private static final int STANDARD = 50;

  @Override
  public String name() {
    return "check";
  }

  @Override
  public String title() {
    return "What is wrong with these files";
  }

  @Override
  public String description() {
    return "After you changed code: lists what is open in some files, or in the whole project, the"
        + " most severe first, with fingerprints for explain_finding, and the compliance score.";
  }

  @Override
  public ObjectNode input() {
    return new Schema()
        .maybe(
            "files",
            Schema.list(Schema.text())
                .put("description", "files or folders, from that of the project; all if left out"))
        .maybe("limit", Schema.limit(MOST, STANDARD))
        .build();
  }

  @Override
  public Schema output() {
    ObjectNode finding =
        new Schema()
            .with("fingerprint", Schema.text())
            .with("rule", Schema.text())
            .with("severity", Schema.text())
            .with("path", Schema.text())
            .with("line", Schema.number())
            .with("message", Schema.text())
            .with("help", Schema.text())
            .with("fixable", Schema.flag())
            .build();
    return new Schema()
        .with("findings", Schema.list(finding))
        .with("more", Schema.number())
        .with("exitStatus", Schema.number())
        .with("score", Schema.text());
  }

  @Override
  public ToolAnswer answer(Arguments arguments, ScannedCode code) {
    List<String> files =
        arguments.texts("files").stream()
            .map(file -> Arguments.inside(code.request().base(), file))
            .toList();
    int limit = arguments.number("limit", MOST, STANDARD);
    ScanResult result = code.result();
    List<Finding> all =
        result.reported().stream()
            .filter(finding -> files.isEmpty() || isIn(files, finding.location().path()))
            .toList();
    List<Finding> shown = all.stream().limit(limit).toList();
    ObjectNode structured = JsonNodeFactory.instance.objectNode();
    ArrayNode findings = structured.putArray("findings");
    StringBuilder text = new StringBuilder();
    for (Finding finding : shown) {
      findings.add(node(finding));
      text.append(
          "%s: %s: %s [%s] %s\n  help: %s\n"
              .formatted(
                  finding.location().pathAndLine(),
                  finding.severity().label(),
                  finding.statement().message(),
                  finding.rule(),
                  finding.fingerprint().value(),
                  finding.statement().help()));
    }
    String score = result.compliance().total().text();
    structured
        .put("more", all.size() - shown.size())
        .put("exitStatus", result.outcome().exitStatus())
        .put("score", score);
    text.append(
        "%s open%s, %s shown; score %s of the whole project\n"
            .formatted(
                Amounts.of(all.size(), "finding"),
                files.isEmpty() ? "" : " in these files",
                shown.size(),
                score));
    return new ToolAnswer(text.toString(), structured);
  }

  private static boolean isIn(List<String> files, String path) {
    return files.stream()
        .anyMatch(file -> file.isEmpty() || path.equals(file) || path.startsWith(file + "/"));
  }

  private static ObjectNode node(Finding finding) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("fingerprint", finding.fingerprint().value())
        .put("rule", finding.rule())
        .put("severity", finding.severity().label())
        .put("path", finding.location().path())
        .put("line", finding.location().region().line())
        .put("message", finding.statement().message())
        .put("help", finding.statement().help())
        .put("fixable", Scan.fixable().contains(finding.rule()));
  }
}
