package dev.ssot.reports;

import dev.ssot.reports.ConsolePage.Style;
import dev.ssot.rules.model.ClassCounts;
import dev.ssot.rules.model.Coverage;
import dev.ssot.rules.model.FileCounts;
import dev.ssot.rules.model.Problem;
import dev.ssot.rules.model.RuleCoverage;
import java.util.List;

/** The ledger: what was read, what was not and why, and what each rule looked at. */
final class ConsoleCoverage {

  private static final int PROBLEMS = 50;
  private static final int REMARKS = 10;

  private ConsoleCoverage() {}

  static void write(Coverage coverage, ConsolePage page) {
    files(coverage, page);
    classFiles(coverage.classFiles(), page);
    gaps(coverage, page);
    problems("remarks", coverage.remarks(), REMARKS, page);
    rules(coverage.rules(), page);
  }

  /** What was not read or not understood, with what to do about it. */
  static void gaps(Coverage coverage, ConsolePage page) {
    problems("not read or not understood", coverage.gaps(), PROBLEMS, page);
  }

  private static void files(Coverage coverage, ConsolePage page) {
    FileCounts files = coverage.files();
    page.line(0)
        .styled(Style.STRONG, "files:")
        .text(" " + files.found() + " found, " + files.read() + " read, ")
        .text(files.partly() + " partly read, " + files.unreadable() + " unreadable, ")
        .text(files.excluded() + " excluded; ")
        .text(Phrases.count(files.lines(), "line") + ", " + Phrases.count(coverage.types(), "type"))
        .end();
  }

  private static void classFiles(ClassCounts classes, ConsolePage page) {
    if (classes.found() > 0) {
      page.line(0)
          .styled(Style.STRONG, "class files:")
          .text(" " + classes.found() + " found, " + classes.read() + " read, ")
          .text(classes.notUnderstood() + " not understood, " + classes.outdated() + " outdated")
          .end();
    }
  }

  private static void problems(String label, List<Problem> problems, int most, ConsolePage page) {
    if (problems.isEmpty()) {
      return;
    }
    page.line(0).styled(Style.STRONG, label + ":").text(" " + problems.size()).end();
    problems.stream().limit(most).forEach(problem -> problem(problem, page));
    if (problems.size() > most) {
      page.line(1, Phrases.more(problems.size() - most));
    }
  }

  private static void problem(Problem problem, ConsolePage page) {
    Style style = problem.kind().incomplete() ? Style.ERROR : Style.NOTE;
    page.line(1)
        .styled(Style.STRONG, problem.pathAndLine() + ":")
        .text(" ")
        .styled(style, problem.kind().label() + ":")
        .text(" " + problem.cause())
        .end();
    if (!problem.remedy().isEmpty()) {
      page.line(2).styled(Style.STRONG, "help:").text(" " + problem.remedy()).end();
    }
  }

  private static void rules(List<RuleCoverage> rules, ConsolePage page) {
    page.line(0)
        .styled(Style.STRONG, "rules:")
        .text(rules.isEmpty() ? " none looked at anything" : "")
        .end();
    ConsoleTable table = new ConsoleTable();
    rules.forEach(rule -> table.row(List.of(rule.rule(), Phrases.looked(rule))));
    table.write(page, 1);
  }
}
