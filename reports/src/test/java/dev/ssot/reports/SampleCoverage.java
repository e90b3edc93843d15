package dev.ssot.reports;

import static dev.ssot.reports.SampleTypes.numbered;

import dev.ssot.rules.model.ClassCounts;
import dev.ssot.rules.model.Coverage;
import dev.ssot.rules.model.FileCounts;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Problem;
import dev.ssot.rules.model.RuleCoverage;
import java.util.List;

/** Ledgers of scans. */
final class SampleCoverage {

  private SampleCoverage() {}

  static Coverage whole(List<Finding> findings, List<Problem> problems) {
    return new Coverage(new FileCounts(120, 120, 0, 0, 14, 23456), 310, problems, rules(findings));
  }

  static Coverage partial(List<Finding> findings, List<Problem> problems) {
    return new Coverage(
        new FileCounts(120, 101, 11, 8, 14, 21987),
        new ClassCounts(300, 280, 12, 8),
        288,
        problems,
        rules(findings));
  }

  static Coverage empty() {
    return new Coverage(
        new FileCounts(0, 0, 0, 0, 0, 0),
        0,
        List.of(),
        List.of(
            new RuleCoverage("duplicate-implementation", 0, "types", 0, ""),
            new RuleCoverage("forbidden-import", 0, "imports", 0, "")));
  }

  private static List<RuleCoverage> rules(List<Finding> findings) {
    return List.of(
        new RuleCoverage("bypass", 0, "calls", 0, "no class files were given"),
        ran("duplicate-implementation", 310, "types", findings),
        ran("forbidden-import", 1871, "imports", findings),
        ran("fragmented-role", 0, "groups", findings),
        ran("package-cycle", 41, "packages", findings),
        ran("unresolved-import", 1872, "imports", findings));
  }

  private static RuleCoverage ran(String rule, int subjects, String unit, List<Finding> findings) {
    int wanting = (int) findings.stream().filter(finding -> finding.rule().equals(rule)).count();
    return new RuleCoverage(rule, Math.max(subjects, wanting), unit, wanting, "");
  }

  /** One problem of each kind, sorted as a scan sorts them. */
  static List<Problem> problems() {
    return List.of(
        new Problem(
            Problem.Kind.REMARK,
            "src/main/java/shop/Latin.java",
            0,
            "decoded as ISO-8859-1, because it is not UTF-8",
            "save it as UTF-8"),
        new Problem(
            Problem.Kind.NOT_UNDERSTOOD,
            "src/main/java/shop/Merge.java",
            17,
            "`<<<<<<<` is not Java",
            "resolve the merge conflict"),
        new Problem(
            Problem.Kind.PARTLY_UNDERSTOOD,
            "src/main/java/shop/Next.java",
            230,
            "the member at this line uses syntax newer than Java 25",
            "scan with a newer release, or exclude the file"),
        new Problem(
            Problem.Kind.UNREADABLE,
            "src/main/java/shop/Secret.java",
            0,
            "permission denied",
            "give this user the right to read it, or exclude it"),
        new Problem(
            Problem.Kind.OUTDATED,
            "target/classes",
            0,
            "8 of its types do not agree with their sources and were left out",
            "compile the sources again, from nothing"));
  }

  static List<Problem> gaps(int number) {
    return numbered(
        number,
        i ->
            new Problem(
                Problem.Kind.NOT_UNDERSTOOD, "src/gap" + i + ".java", i, "no type " + i, "fix it"));
  }

  static List<Problem> remarks(int number) {
    return numbered(
        number,
        i ->
            new Problem(
                Problem.Kind.REMARK, "src/remark" + i + ".java", 0, "odd " + i, "see " + i));
  }
}
