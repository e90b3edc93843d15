package dev.ssot.cli.mcp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssot.rules.model.DottedNames;
import dev.ssot.rules.model.ImportVerdict;
import dev.ssot.rules.model.ImportVerdict.Decision;
import dev.ssot.rules.model.ImportVerdict.Objection;
import dev.ssot.rules.model.SlashedPaths;
import dev.ssot.rules.model.TextFile;
import dev.ssot.rules.scan.ScannedCode;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Whether a file may import something. */
final class ImportTool implements Tool {

  private static final String KEYWORD = "import ";

  @Override
  public String name() {
    return "may_import";
  }

  @Override
  public String title() {
    return "May this file import that";
  }

  @Override
  public String description() {
    return "Before you add an import: tells whether the policy of this project allows it in that"
        + " file, by which rule and for what reason not, and what to import instead.";
  }

  @Override
  public ObjectNode input() {
    return new Schema()
        .with(
            "file",
            Schema.text("path of a Java file from the folder of the project; it may be a new one"))
        .with(
            "import", Schema.text("such as com.acme.Type, com.acme.*, static com.acme.Type.member"))
        .build();
  }

  @Override
  public Schema output() {
    ObjectNode decisions = Schema.text();
    ArrayNode words = decisions.putArray("enum");
    Arrays.stream(Decision.values()).map(Decision::label).forEach(words::add);
    ObjectNode objection =
        new Schema()
            .with("rule", Schema.text())
            .with("severity", Schema.text())
            .with("reason", Schema.text())
            .with("help", Schema.text())
            .with("use", Schema.orNull("string"))
            .build();
    return new Schema()
        .with("file", Schema.text())
        .with("import", Schema.text())
        .with("decision", decisions)
        .with("objections", Schema.list(objection));
  }

  @Override
  public ToolAnswer answer(Arguments arguments, ScannedCode code) {
    String file = Arguments.inside(code.request().base(), arguments.text("file"));
    if (!file.endsWith(".java")) {
      throw new ToolError("`%s` is no Java file".formatted(file), "name a file `….java`");
    }
    String written = written(arguments.text("import"));
    String own = SlashedPaths.name(file);
    String name = own.substring(0, own.length() - ".java".length());
    String packageName = code.packageOf(file);
    String text =
        (packageName.isEmpty() ? "" : "package %s;\n".formatted(packageName))
            + (DottedNames.isIdentifier(name) ? "class %s {}\n".formatted(name) : "");
    ImportVerdict verdict = code.mayImport(file, new TextFile(text), written);
    ObjectNode structured =
        JsonNodeFactory.instance
            .objectNode()
            .put("file", file)
            .put("import", written)
            .put("decision", verdict.decision().label());
    ArrayNode objections = structured.putArray("objections");
    for (Objection one : verdict.objections()) {
      objections
          .addObject()
          .put("rule", one.rule())
          .put("severity", one.severity().label())
          .put("reason", one.message())
          .put("help", one.help())
          .put("use", one.use().isEmpty() ? null : one.use());
    }
    String head = "%s: %s may%s import %s";
    String may = verdict.decision() == Decision.FORBIDDEN ? " not" : "";
    String why =
        verdict.objections().stream()
            .map(one -> "\n  %s [%s]\n  help: %s".formatted(one.message(), one.rule(), one.help()))
            .collect(Collectors.joining());
    return new ToolAnswer(
        head.formatted(verdict.decision().label(), file, may, written) + why, structured);
  }

  private static String written(String given) {
    String text = given.startsWith(KEYWORD) ? given.substring(KEYWORD.length()).strip() : given;
    return text.endsWith(";") ? text.substring(0, text.length() - 1).strip() : text;
  }
}
