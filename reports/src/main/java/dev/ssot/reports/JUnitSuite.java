package dev.ssot.reports;

import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Novelty;
import dev.ssot.rules.model.PermissionGrowth;
import dev.ssot.rules.model.Problem;
import dev.ssot.rules.model.RuleCoverage;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.model.Triage;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A suite of JUnit: the scan itself, or a rule.
 *
 * @param name {@code scan} or the id of a rule
 */
record JUnitSuite(String name, List<JUnitCase> cases) {

  private static final String SCAN = "scan";

  JUnitSuite {
    Map<String, Integer> seen = new HashMap<>();
    cases =
        cases.stream()
            .map(one -> one.numbered(seen.merge(one.place() + " " + one.name(), 1, Integer::sum)))
            .toList();
  }

  /** The suites of a scan: the scan itself first, then its rules in the order of ids. */
  static List<JUnitSuite> of(ScanResult result) {
    Map<String, RuleCoverage> coverage = new TreeMap<>();
    result.coverage().rules().forEach(rule -> coverage.put(rule.rule(), rule));
    TreeSet<String> rules = new TreeSet<>(coverage.keySet());
    result.findings().forEach(finding -> rules.add(finding.rule()));
    List<JUnitSuite> suites = new ArrayList<>();
    suites.add(new JUnitSuite(SCAN, scan(result)));
    for (String rule : rules) {
      List<JUnitCase> cases = new ArrayList<>();
      if (coverage.containsKey(rule)) {
        cases.add(looked(coverage.get(rule)));
      }
      result.findings().stream()
          .filter(finding -> finding.rule().equals(rule))
          .forEach(finding -> cases.add(of(finding, result)));
      suites.add(new JUnitSuite(rule, cases));
    }
    return suites;
  }

  /** Number of cases that ended in one way. */
  long count(JUnitCase.Kind kind) {
    return cases.stream().filter(one -> one.kind() == kind).count();
  }

  void write(XmlPage page) throws IOException {
    page.open(
        "testsuite",
        "name",
        name,
        "time",
        "0",
        "tests",
        String.valueOf(cases.size()),
        "failures",
        String.valueOf(count(JUnitCase.Kind.FAILURE)),
        "errors",
        String.valueOf(count(JUnitCase.Kind.ERROR)),
        "skipped",
        String.valueOf(count(JUnitCase.Kind.SKIPPED)));
    for (JUnitCase one : cases) {
      one.write("ssot." + name, page);
    }
    page.close();
  }

  private static List<JUnitCase> scan(ScanResult result) {
    List<JUnitCase> cases = new ArrayList<>();
    cases.add(judged(result));
    result.coverage().gaps().forEach(problem -> cases.add(of(problem)));
    cases.add(gate(result));
    for (PermissionGrowth growth : result.change().growth()) {
      cases.add(permission(growth, result.change().strict()));
    }
    return cases;
  }

  private static JUnitCase judged(ScanResult result) {
    OutcomeStatement statement = new OutcomeStatement(result);
    String name = "something was judged";
    return statement.nothingJudged()
        ? new JUnitCase(JUnitCase.Kind.ERROR, SCAN, name, statement.text(), "")
        : new JUnitCase(JUnitCase.Kind.PASSED, SCAN, name, "", statement.text());
  }

  private static JUnitCase of(Problem problem) {
    String message = problem.kind().label() + ": " + problem.cause();
    return new JUnitCase(
        JUnitCase.Kind.ERROR, SCAN, "input " + problem.path(), message, problem.remedy());
  }

  private static JUnitCase gate(ScanResult result) {
    String words =
        "score %s, %s".formatted(result.compliance().total().text(), ScoreWords.gate(result));
    if (result.gateFails()) {
      return new JUnitCase(JUnitCase.Kind.FAILURE, SCAN, "gate", words, "");
    }
    boolean held = result.compliance().total().applicable() && !result.compliance().gateMissed();
    return held
        ? new JUnitCase(JUnitCase.Kind.PASSED, SCAN, "gate", "", words)
        : new JUnitCase(JUnitCase.Kind.SKIPPED, SCAN, "gate", words, "");
  }

  private static JUnitCase permission(PermissionGrowth growth, boolean strict) {
    return new JUnitCase(
        strict ? JUnitCase.Kind.FAILURE : JUnitCase.Kind.SKIPPED,
        SCAN,
        "permission " + growth.permission().what(),
        ChangeWords.permission(growth),
        growth.permission().place().pathAndLine());
  }

  private static JUnitCase looked(RuleCoverage rule) {
    String name = "looked at " + rule.unit();
    String words = Phrases.looked(rule);
    boolean said = rule.ran() && rule.subjects() > 0;
    return said
        ? new JUnitCase(JUnitCase.Kind.PASSED, rule.rule(), name, "", words)
        : new JUnitCase(JUnitCase.Kind.SKIPPED, rule.rule(), name, words, "");
  }

  private static JUnitCase of(Finding finding, ScanResult result) {
    String about = finding.evidence().about();
    String name = finding.subject().text() + (about.isEmpty() ? "" : ": " + about);
    String excuse = excuse(finding, result);
    String message = finding.statement().message();
    return new JUnitCase(
        excuse.isEmpty() ? JUnitCase.Kind.FAILURE : JUnitCase.Kind.SKIPPED,
        finding.subject().type(),
        name,
        excuse.isEmpty() ? message : excuse + ": " + message,
        text(finding));
  }

  /** Why a finding does not fail the scan, or the empty string if it does. */
  private static String excuse(Finding finding, ScanResult result) {
    if (finding.triage() instanceof Triage.Suppressed suppressed) {
      return "suppressed " + Phrases.term(suppressed.by());
    }
    if (finding.triage() instanceof Triage.Known known) {
      return "known in line " + known.line() + " of the baseline";
    }
    if (finding.novelty() == Novelty.THERE_BEFORE) {
      return "open, there before the change";
    }
    return finding.severity().reaches(result.threshold())
        ? ""
        : "open, below the threshold of " + result.threshold().label();
  }

  private static String text(Finding finding) {
    ConsolePage page = new ConsolePage(false);
    ConsoleFinding.write(finding, page);
    StringWriter text = new StringWriter();
    try {
      page.drainTo(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().strip();
  }
}
