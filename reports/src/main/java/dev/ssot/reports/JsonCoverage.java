package dev.ssot.reports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssot.rules.model.ClassCounts;
import dev.ssot.rules.model.Coverage;
import dev.ssot.rules.model.FileCounts;
import dev.ssot.rules.model.Problem;
import dev.ssot.rules.model.RuleCoverage;

/** The ledger of a scan as JSON. */
final class JsonCoverage {

  private JsonCoverage() {}

  static ObjectNode of(Coverage coverage) {
    ObjectNode node = JsonPage.object().put("incomplete", coverage.incomplete());
    node.set("files", files(coverage.files()));
    node.set("classFiles", classFiles(coverage.classFiles()));
    node.put("types", coverage.types());
    node.set("problems", JsonPage.array(coverage.problems(), JsonCoverage::problem));
    node.set("rules", JsonPage.array(coverage.rules(), JsonCoverage::rule));
    return node;
  }

  private static ObjectNode files(FileCounts files) {
    return JsonPage.object()
        .put("found", files.found())
        .put("read", files.read())
        .put("partly", files.partly())
        .put("unreadable", files.unreadable())
        .put("excluded", files.excluded())
        .put("lines", files.lines());
  }

  private static ObjectNode classFiles(ClassCounts classes) {
    return JsonPage.object()
        .put("found", classes.found())
        .put("read", classes.read())
        .put("notUnderstood", classes.notUnderstood())
        .put("outdated", classes.outdated());
  }

  static ObjectNode problem(Problem problem) {
    return JsonPage.object()
        .put("kind", problem.kind().label())
        .put("incomplete", problem.kind().incomplete())
        .put("path", problem.path())
        .put("line", problem.line() == 0 ? null : Integer.valueOf(problem.line()))
        .put("cause", problem.cause())
        .put("remedy", problem.remedy());
  }

  private static ObjectNode rule(RuleCoverage rule) {
    return JsonPage.object()
        .put("rule", rule.rule())
        .put("subjects", rule.subjects())
        .put("unit", rule.unit())
        .put("findings", rule.findings())
        .put("notRun", JsonPage.orNull(rule.notRun()));
  }
}
