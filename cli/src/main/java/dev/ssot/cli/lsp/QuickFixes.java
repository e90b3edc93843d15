package dev.ssot.cli.lsp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssot.reports.Replacement;
import dev.ssot.rules.model.FileChange;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.FixPlan;
import dev.ssot.rules.model.Problem;
import dev.ssot.rules.scan.ScannedCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What {@code ssot fix} would do for single findings, as edits that the client carries out. */
final class QuickFixes {

  private static final String KIND = "quickfix";

  private final ScannedCode code;
  private final Addresses addresses;
  private final Documents documents;
  private final ClientAbilities abilities;

  QuickFixes(
      ScannedCode code, Addresses addresses, Documents documents, ClientAbilities abilities) {
    this.code = code;
    this.addresses = addresses;
    this.documents = documents;
    this.abilities = abilities;
  }

  /**
   * The actions for findings.
   *
   * @param context what the client sent along: diagnostics, and the kinds that it wants
   */
  ArrayNode of(List<Finding> findings, JsonNode context) {
    ArrayNode actions = JsonNodeFactory.instance.arrayNode();
    if (abilities.actions().literal() && wanted(context.path("only"))) {
      findings.forEach(finding -> action(finding, context).ifPresent(actions::add));
    }
    return actions;
  }

  private static boolean wanted(JsonNode only) {
    for (JsonNode kind : only) {
      if ((KIND + ".").startsWith(kind.asText() + ".") || kind.asText().isEmpty()) {
        return true;
      }
    }
    return only.isMissingNode() || only.isNull();
  }

  private Optional<ObjectNode> action(Finding finding, JsonNode context) {
    FixPlan plan = code.fixes(List.of(finding));
    ObjectNode action =
        JsonNodeFactory.instance
            .objectNode()
            .put("title", "ssot: %s".formatted(finding.statement().help()))
            .put("kind", KIND);
    ArrayNode diagnostics = action.putArray("diagnostics");
    for (JsonNode diagnostic : context.path("diagnostics")) {
      JsonNode fingerprint = diagnostic.path("data").path("fingerprint");
      if (fingerprint.asText().equals(finding.fingerprint().value())) {
        diagnostics.add(diagnostic);
      }
    }
    String obstacle = obstacle(plan);
    if (obstacle.isEmpty()) {
      action.put("isPreferred", true).set("edit", edit(plan));
      return Optional.of(action);
    }
    action.putObject("disabled").put("reason", obstacle);
    return abilities.actions().disabled() ? Optional.of(action) : Optional.empty();
  }

  /** What keeps a plan from being carried out, or the empty string. */
  private String obstacle(FixPlan plan) {
    Optional<Problem> gap =
        plan.problems().stream().filter(problem -> problem.kind().incomplete()).findFirst();
    if (gap.isPresent()) {
      return "not all code could be read (%s)".formatted(gap.get().placeAndCause());
    }
    boolean deletes = plan.changes().stream().anyMatch(change -> change.after().isEmpty());
    if (deletes && !abilities.actions().deletions()) {
      return "it deletes a file, which this editor does not let a server do; run `ssot fix`";
    }
    if (plan.changes().isEmpty()) {
      return plan.obstacles().stream()
          .findFirst()
          .map(one -> "%s: %s".formatted(one.location().pathAndLine(), one.reason()))
          .orElse("there is no safe fix");
    }
    return "";
  }

  private ObjectNode edit(FixPlan plan) {
    ObjectNode edit = JsonNodeFactory.instance.objectNode();
    if (abilities.actions().versioned()) {
      ArrayNode changes = edit.putArray("documentChanges");
      plan.changes().forEach(change -> changes.add(versioned(change)));
    } else {
      ObjectNode changes = edit.putObject("changes");
      plan.changes().forEach(change -> changes.set(addresses.uri(change.path()), edits(change)));
    }
    return edit;
  }

  private ObjectNode versioned(FileChange change) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    String uri = addresses.uri(change.path());
    if (change.after().isEmpty()) {
      return node.put("kind", "delete").put("uri", uri);
    }
    Path file = code.request().base().resolve(change.path());
    Optional<Document> open = documents.of(file);
    ObjectNode document = node.putObject("textDocument").put("uri", uri);
    open.ifPresentOrElse(
        one -> document.put("version", one.version()), () -> document.putNull("version"));
    return node.set("edits", edits(change));
  }

  private ArrayNode edits(FileChange change) {
    LineIndex index = new LineIndex(change.before(), abilities.encoding());
    ArrayNode edits = JsonNodeFactory.instance.arrayNode();
    for (Replacement one : Replacement.between(change.before(), change.after().orElse(""))) {
      ObjectNode edit = edits.addObject().put("newText", one.text());
      edit.set("range", index.range(one.from(), one.to()));
    }
    return edits;
  }
}
