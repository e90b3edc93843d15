package dev.ssot.cli.mcp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssot.rules.model.CanonicalAnswer;
import dev.ssot.rules.model.CanonicalAnswer.Avoided;
import dev.ssot.rules.model.Role;
import dev.ssot.rules.scan.ScannedCode;
import java.util.List;
import java.util.stream.Collectors;

/** What is canonical for a task. */
final class CanonicalTool implements Tool {

  private static final int MOST = 20;
  private static final int STANDARD = 3;
  private static final int AVOIDED = 20;

  @Override
  public String name() {
    return "canonical_for_task";
  }

  @Override
  public String title() {
    return "What is canonical for this task";
  }

  @Override
  public String description() {
    return "Before you write or call code for a job (routing messages, hashing passwords, ...):"
        + " tells which type of this project is the one to use for it, how to import it, and what"
        + " must not be used in its place.";
  }

  @Override
  public ObjectNode input() {
    return new Schema()
        .with(
            "task",
            Schema.text("the job in a few words, or the id of a role, or the name of a type"))
        .maybe("limit", Schema.limit(MOST, STANDARD))
        .build();
  }

  @Override
  public Schema output() {
    ObjectNode avoided =
        new Schema()
            .with("path", Schema.text())
            .with("reason", Schema.text())
            .with("use", Schema.text())
            .build();
    ObjectNode role =
        new Schema()
            .with("role", Schema.text())
            .with("title", Schema.text())
            .with("declared", Schema.flag())
            .with("canonical", Schema.text())
            .with("import", Schema.text())
            .maybe("declaration", Tool.placeSchema())
            .with("reason", Schema.text())
            .with("match", Schema.number())
            .with("avoid", Schema.list(avoided))
            .build();
    return new Schema()
        .with("roles", Schema.list(role))
        .with("more", Schema.number())
        .with("declaredRoles", Schema.list(Schema.text()));
  }

  @Override
  public ToolAnswer answer(Arguments arguments, ScannedCode code) {
    String task = arguments.text("task");
    int limit = arguments.number("limit", MOST, STANDARD);
    List<CanonicalAnswer> all = code.canonicals(task);
    List<CanonicalAnswer> shown = all.stream().limit(limit).toList();
    ObjectNode structured = JsonNodeFactory.instance.objectNode();
    ArrayNode roles = structured.putArray("roles");
    shown.forEach(one -> roles.add(node(one)));
    structured.put("more", all.size() - shown.size());
    ArrayNode declared = structured.putArray("declaredRoles");
    List<String> ids = code.request().policy().roles().stream().map(Role::id).toList();
    ids.stream().limit(MOST).forEach(declared::add);
    return new ToolAnswer(shown.isEmpty() ? none(task, ids) : text(shown), structured);
  }

  private static ObjectNode node(CanonicalAnswer one) {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("role", one.role())
            .put("title", one.title())
            .put("declared", one.declared())
            .put("canonical", one.canonical())
            .put("import", "import %s;".formatted(one.canonical()))
            .put("reason", one.reason())
            .put("match", one.percent());
    one.place().ifPresent(place -> node.set("declaration", Tool.place(place)));
    ArrayNode avoid = node.putArray("avoid");
    one.avoid().stream()
        .limit(AVOIDED)
        .forEach(
            path ->
                avoid
                    .addObject()
                    .put("path", path.path())
                    .put("reason", path.reason())
                    .put("use", path.use()));
    return node;
  }

  private static String text(List<CanonicalAnswer> roles) {
    return roles.stream().map(CanonicalTool::text).collect(Collectors.joining("\n\n"));
  }

  private static String text(CanonicalAnswer one) {
    String place = one.place().map(found -> " (" + found.pathAndLine() + ")").orElse("");
    String avoided =
        one.avoid().stream().limit(AVOIDED).map(CanonicalTool::text).collect(Collectors.joining());
    String role =
        one.declared()
            ? "%s: %s".formatted(one.role(), one.title())
            : "not declared: " + one.role();
    return "%s\n  use: import %s;%s\n  why: %s%s"
        .formatted(role, one.canonical(), place, one.reason(), avoided);
  }

  private static String text(Avoided one) {
    return "\n  avoid: %s: %s; use %s".formatted(one.path(), one.reason(), one.use());
  }

  private static String none(String task, List<String> ids) {
    String roles =
        ids.isEmpty()
            ? "the policy declares no roles"
            : "the policy declares " + ids.stream().limit(MOST).collect(Collectors.joining(", "));
    return "No role answers to `%s`; %s. find_similar tells what there is for a job."
        .formatted(task, roles);
  }
}
