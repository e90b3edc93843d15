package dev.ssot.reports;

import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Fingerprint;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.Outcome;
import dev.ssot.rules.model.PermissionGrowth;
import dev.ssot.rules.model.Problem;
import dev.ssot.rules.model.Region;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.model.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * An entry of a format that is a list of entries at places and has no other way to say anything.
 *
 * <p>An empty list looks green there. So what keeps a scan from being green besides its findings is
 * an entry, too: what was not understood, that nothing was judged, a missed gate, permissions that
 * a change adds.
 *
 * @param rule id of the rule, or what kind of notice it is
 * @param path where it shows; {@code .} for the scan as a whole if there is no policy
 * @param message one sentence without a full stop
 * @param help the smallest next step, as an imperative; may be empty
 * @param fingerprint never of a line
 */
record ReportEntry(
    String rule,
    Severity severity,
    String path,
    Region region,
    String message,
    String help,
    Fingerprint fingerprint) {

  static final String INCOMPLETE = "incomplete-scan";
  static final String NOTHING_JUDGED = "nothing-judged";
  static final String GATE = "missed-gate";
  static final String PERMISSION = "added-permission";

  /** The notices of a scan and then these findings of it. */
  static List<ReportEntry> of(ScanResult result, List<Finding> findings) {
    return Stream.concat(notices(result).stream(), findings.stream().map(ReportEntry::of)).toList();
  }

  static ReportEntry of(Finding finding) {
    return new ReportEntry(
        finding.rule(),
        finding.severity(),
        finding.location().path(),
        finding.location().region(),
        finding.statement().message(),
        finding.statement().help(),
        finding.fingerprint());
  }

  /** What a scan has to say besides its findings. */
  static List<ReportEntry> notices(ScanResult result) {
    List<ReportEntry> notices = new ArrayList<>();
    OutcomeStatement statement = new OutcomeStatement(result);
    result.coverage().gaps().forEach(problem -> notices.add(of(problem)));
    if (statement.nothingJudged() && result.outcome() != Outcome.INCOMPLETE) {
      notices.add(
          of(
              NOTHING_JUDGED,
              Severity.WARNING,
              scan(result),
              statement.text(),
              "name the folders that hold the code"));
    }
    if (result.gateFails()) {
      notices.add(
          of(
              GATE,
              Severity.ERROR,
              scan(result),
              "the score is %s, %s"
                  .formatted(result.compliance().total().text(), ScoreWords.gate(result)),
              "move uses of rivals to the canonical, and delete rivals"));
    }
    result.change().growth().forEach(one -> notices.add(of(one, result.change().strict())));
    return notices;
  }

  private static ReportEntry of(Problem problem) {
    int line = Math.max(1, problem.line());
    return new ReportEntry(
        INCOMPLETE,
        Severity.ERROR,
        problem.path(),
        new Region(line, 1, line, 1),
        problem.kind().label() + ": " + problem.cause(),
        problem.remedy(),
        fingerprint(INCOMPLETE, problem.path(), problem.kind().label()));
  }

  private static ReportEntry of(PermissionGrowth growth, boolean strict) {
    Location place = growth.permission().place();
    String message = ChangeWords.permission(growth);
    return new ReportEntry(
        PERMISSION,
        strict ? Severity.ERROR : Severity.NOTE,
        place.path(),
        place.region(),
        message,
        "",
        fingerprint(PERMISSION, place.path(), message));
  }

  private static ReportEntry of(
      String rule, Severity severity, String path, String message, String help) {
    return new ReportEntry(
        rule, severity, path, Region.start(), message, help, fingerprint(rule, path, ""));
  }

  /** Of visible text, so that a report that was made from JSON has the same. */
  private static Fingerprint fingerprint(String rule, String path, String what) {
    return Fingerprint.of(
        rule, Subject.ofType(VisibleText.of(path)), List.of(VisibleText.of(what)));
  }

  private static String scan(ScanResult result) {
    return result.policy().isEmpty() ? "." : result.policy();
  }

  /** Message and help as sentences on one line, with every invisible character escaped. */
  String text() {
    String sentences = Phrases.sentence(message) + " " + Phrases.sentence(help);
    return VisibleText.of(sentences.strip());
  }
}
