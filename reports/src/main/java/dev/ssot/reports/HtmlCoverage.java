package dev.ssot.reports;

import dev.ssot.rules.model.ClassCounts;
import dev.ssot.rules.model.Coverage;
import dev.ssot.rules.model.FileCounts;
import dev.ssot.rules.model.Problem;
import dev.ssot.rules.model.RuleCoverage;
import java.util.List;

/** The ledger: what was read, what was not and why, and what each rule looked at. */
final class HtmlCoverage {

  private static final int MOST = 500;

  private HtmlCoverage() {}

  static void write(Coverage coverage, HtmlPage page) {
    page.open("section", "id", "coverage", "aria-labelledby", "coverage-title");
    page.element("h2", "Coverage", "id", "coverage-title");
    files(coverage, page);
    problems("Not read or not understood", coverage.gaps(), page);
    problems("Remarks", coverage.remarks(), page);
    rules(coverage.rules(), page);
    page.close();
  }

  private static void files(Coverage coverage, HtmlPage page) {
    FileCounts files = coverage.files();
    HtmlTable table =
        HtmlTable.open(
            page,
            "Files",
            "Kind",
            "Found",
            "Read",
            "Partly read",
            "Not understood",
            "Outdated",
            "Excluded");
    table.row(
        "Java and service files",
        String.valueOf(files.found()),
        String.valueOf(files.read()),
        String.valueOf(files.partly()),
        String.valueOf(files.unreadable()),
        "–",
        String.valueOf(files.excluded()));
    ClassCounts classes = coverage.classFiles();
    if (classes.found() > 0) {
      table.row(
          "Class files",
          String.valueOf(classes.found()),
          String.valueOf(classes.read()),
          "–",
          String.valueOf(classes.notUnderstood()),
          String.valueOf(classes.outdated()),
          "–");
    }
    table.close();
    page.element(
        "p",
        Phrases.count(files.lines(), "line")
            + " and "
            + Phrases.count(coverage.types(), "type")
            + " were understood.");
  }

  private static void problems(String title, List<Problem> problems, HtmlPage page) {
    if (problems.isEmpty()) {
      return;
    }
    page.element("h3", title + ": " + problems.size());
    HtmlTable table = HtmlTable.open(page, title, "Where", "What became of it", "Why", "Help");
    for (Problem problem : problems.stream().limit(MOST).toList()) {
      table.row(problem.pathAndLine(), problem.kind().label(), problem.cause(), problem.remedy());
    }
    table.close();
    if (problems.size() > MOST) {
      page.element("p", Phrases.more(problems.size() - MOST));
    }
  }

  private static void rules(List<RuleCoverage> rules, HtmlPage page) {
    page.element("h3", "What each rule looked at");
    if (rules.isEmpty()) {
      page.element("p", "No rule looked at anything.");
      return;
    }
    HtmlTable table = HtmlTable.open(page, "Rules", "Rule", "Looked at", "Findings");
    for (RuleCoverage rule : rules) {
      if (rule.ran()) {
        boolean blind = rule.subjects() == 0;
        table.row(
            rule.rule(),
            rule.subjects() + " " + rule.unit() + (blind ? ", so it says nothing" : ""),
            String.valueOf(rule.findings()));
      } else {
        table.row(rule.rule(), "not run: " + rule.notRun(), "–");
      }
    }
    table.close();
  }
}
