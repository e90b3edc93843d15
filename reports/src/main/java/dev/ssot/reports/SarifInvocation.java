package dev.ssot.reports;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssot.rules.model.Problem;
import dev.ssot.rules.model.Region;
import dev.ssot.rules.model.RuleCoverage;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.model.Triage;

/** How the scan went: the exit status, and a notification for whatever a reader must not miss. */
final class SarifInvocation {

  private static final String BASE_NOT_JUDGED = "base-not-judged";
  private static final String NOTHING_JUDGED = "nothing-judged";
  private static final String RESULTS_LEFT_OUT = "results-left-out";
  private static final String RULE_NOT_RUN = "rule-not-run";

  private final ArrayNode notifications = JsonNodeFactory.instance.arrayNode();

  private SarifInvocation() {}

  /**
   * The list of the one invocation.
   *
   * @param left how many open findings the report leaves out
   */
  static ArrayNode of(ScanResult result, int left) {
    OutcomeStatement statement = new OutcomeStatement(result);
    ObjectNode node =
        JsonPage.object()
            .put("executionSuccessful", !result.coverage().incomplete())
            .put("exitCode", result.outcome().exitStatus())
            .put("exitCodeDescription", statement.text());
    SarifInvocation invocation = new SarifInvocation();
    invocation.notifyOf(result, left, statement);
    node.set("toolExecutionNotifications", invocation.notifications);
    return JsonNodeFactory.instance.arrayNode().add(node);
  }

  private void notifyOf(ScanResult result, int left, OutcomeStatement statement) {
    if (left > 0) {
      String numbers = left + " of " + result.count(Triage.State.OPEN);
      add(
          RESULTS_LEFT_OUT,
          "warning",
          numbers + " open findings are left out, the least severe ones; the JSON report has all");
    }
    if (statement.nothingJudged()) {
      add(NOTHING_JUDGED, "warning", statement.text());
    }
    if (!result.change().before().refusal().isEmpty()) {
      add(
          BASE_NOT_JUDGED,
          "warning",
          "the base was not judged, so everything counts as new: "
              + result.change().before().refusal());
    }
    result.coverage().problems().forEach(this::problem);
    result.coverage().rules().stream().filter(rule -> !rule.ran()).forEach(this::notRun);
  }

  private void problem(Problem problem) {
    String level = problem.kind().incomplete() ? "error" : "note";
    String text = Phrases.sentence(problem.cause()) + " " + problem.remedy();
    ObjectNode location =
        problem.line() == 0
            ? SarifLocation.of(problem.path())
            : SarifLocation.of(problem.path(), new Region(problem.line(), 1, problem.line(), 1));
    add(problem.kind().label(), level, text)
        .set("locations", JsonNodeFactory.instance.arrayNode().add(location));
  }

  private void notRun(RuleCoverage rule) {
    add(RULE_NOT_RUN, "note", "`" + rule.rule() + "` did not run: " + rule.notRun())
        .set("associatedRule", JsonPage.object().put("id", rule.rule()));
  }

  /** Adds a notification; {@code id} tells its kind to a program. */
  private ObjectNode add(String id, String level, String text) {
    ObjectNode node = notifications.addObject();
    node.set("descriptor", JsonPage.object().put("id", id));
    node.put("level", level);
    node.set("message", JsonPage.object().put("text", Phrases.sentence(VisibleText.of(text))));
    return node;
  }
}
