package dev.ssot.reports;

import dev.ssot.rules.model.Change;
import dev.ssot.rules.model.Coverage;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Outcome;
import dev.ssot.rules.model.PermissionGrowth;
import dev.ssot.rules.model.Problem;
import dev.ssot.rules.model.RoleCompliance;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.model.Triage;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * Markdown for a comment on a pull request and for the summary of a job.
 *
 * <p>What decides comes first: outcome, score, what a change introduces and permits, what was not
 * understood; then the roles with a picture of each that has findings, and the findings by
 * severity. It has at most {@link #MOST_CHARACTERS} characters, of which GitHub takes 65,536 in a
 * comment; a line says how much was left out.
 */
final class MarkdownReporter implements Reporter {

  static final int MOST_CHARACTERS = 60_000;

  private static final int RESERVE = 1_500;
  private static final int MOST_ROWS = 20;
  private static final int MOST_PICTURES = 5;

  @Override
  public String format() {
    return "markdown";
  }

  @Override
  public void write(ScanResult result, ReportOptions options, Writer out) throws IOException {
    MarkdownDocument document = new MarkdownDocument(MOST_CHARACTERS - RESERVE);
    heading(result, document);
    change(result, document);
    gaps(result.coverage(), document);
    int written;
    if (result.change().isThere()) {
      written = findings(result, document);
      roles(result, document);
    } else {
      roles(result, document);
      written = findings(result, document);
    }
    out.append(document.text());
    MarkdownDocument foot = new MarkdownDocument(RESERVE - 1);
    foot(result, options, result.reported().size() - written, foot);
    out.append('\n').append(foot.text());
  }

  private static void heading(ScanResult result, MarkdownDocument document) {
    OutcomeStatement statement = new OutcomeStatement(result);
    document.add("## " + mark(statement) + " ssot: " + statement.word());
    document.add(Phrases.sentence(statement.reasons()));
    document.table(
        List.of(
            List.of("Score", "Gate", "Open", "Suppressed", "Known"),
            List.of(
                "**" + result.compliance().total().text() + "**",
                ScoreWords.state(result),
                "%s: %s".formatted(result.open().size(), Phrases.severities(result.open())),
                String.valueOf(result.count(Triage.State.SUPPRESSED)),
                String.valueOf(result.count(Triage.State.KNOWN)))));
  }

  /** A colour for the eye; the words beside it say the same. */
  private static String mark(OutcomeStatement statement) {
    if (statement.good()) {
      return "\u2705";
    }
    return statement.result().outcome() == Outcome.VIOLATIONS ? "\u274c" : "\u26d4";
  }

  private static void change(ScanResult result, MarkdownDocument document) {
    Change change = result.change();
    if (!change.isThere()) {
      return;
    }
    document.add("### What this change does");
    List<Finding> introduced = result.reported();
    List<String> lines = new ArrayList<>();
    lines.add(
        "- Introduces **%s** (%s); %s before."
            .formatted(
                Phrases.count(introduced.size(), "finding"),
                Phrases.severities(introduced),
                wasThere(result.open().size() - introduced.size())));
    if (change.before().refusal().isEmpty()) {
      lines.add(
          "- Score before %s, now %s."
              .formatted(change.before().score().text(), result.compliance().total().text()));
    } else {
      lines.add(
          "- **The base cannot be judged, so everything counts as introduced:** "
              + MarkdownText.inline(change.before().refusal().lines().findFirst().orElse("")));
    }
    change.before().gaps().stream()
        .limit(MOST_ROWS)
        .forEach(
            gap ->
                lines.add(
                    "- Not understood in the base, so what it holds counts as introduced: %s: %s"
                        .formatted(
                            MarkdownText.code(gap.path()), MarkdownText.inline(gap.cause()))));
    lines.add(
        "- Compared: " + MarkdownText.inline(ChangeWords.compared(result.change().base())) + ".");
    document.add(lines);
    permissions(change, document);
  }

  private static String wasThere(int number) {
    return number == 1 ? "1 was there" : number + " were there";
  }

  private static void permissions(Change change, MarkdownDocument document) {
    List<PermissionGrowth> growth = change.growth();
    if (growth.isEmpty()) {
      document.add("It adds no permission.");
      return;
    }
    String title =
        "**It adds or widens %s%s:**"
            .formatted(
                Phrases.count(growth.size(), "permission"),
                change.overstepped() ? ", which fails this check" : "");
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("Where", "Permission"));
    growth.stream()
        .limit(MOST_ROWS)
        .forEach(
            one ->
                rows.add(
                    List.of(
                        MarkdownText.code(one.permission().place().pathAndLine()),
                        MarkdownText.inline(ChangeWords.permission(one)))));
    document.table(title, rows);
    rest(growth.size(), document);
  }

  private static void gaps(Coverage coverage, MarkdownDocument document) {
    List<Problem> gaps = coverage.gaps();
    if (gaps.isEmpty()) {
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("Where", "Why", "Do"));
    gaps.stream().limit(MOST_ROWS).forEach(gap -> rows.add(gap(gap)));
    document.table("### What was not understood (" + gaps.size() + ")", rows);
    rest(gaps.size(), document);
  }

  private static List<String> gap(Problem gap) {
    return List.of(
        MarkdownText.code(gap.pathAndLine()),
        MarkdownText.inline(gap.kind().label() + ": " + gap.cause()),
        MarkdownText.inline(gap.remedy()));
  }

  private static void roles(ScanResult result, MarkdownDocument document) {
    List<RoleCompliance> roles = result.compliance().roles();
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("Role", "Canonical", "Score", "Implementations", "Uses"));
    roles.stream()
        .limit(MOST_ROWS)
        .forEach(
            role ->
                rows.add(
                    List.of(
                        MarkdownText.code(role.role()),
                        MarkdownText.code(role.canonical()),
                        role.total().text(),
                        role.implementations().text(),
                        role.uses().text())));
    document.table("### Roles", rows);
    rest(roles.size(), document);
    tests(result, document);
    pictures(result, document);
  }

  private static void tests(ScanResult result, MarkdownDocument document) {
    if (!result.tests().isEmpty()) {
      document.add(
          result.tests().stream()
              .limit(MOST_ROWS)
              .map(
                  tests ->
                      "- Tests of %s that use the real thing: %s."
                          .formatted(MarkdownText.code(tests.role()), TestWords.real(tests)))
              .toList());
    }
  }

  private static void rest(int all, MarkdownDocument document) {
    if (all > MOST_ROWS) {
      document.add("\u2026 " + Phrases.more(all - MOST_ROWS) + ".");
    }
  }

  private static void pictures(ScanResult result, MarkdownDocument document) {
    Whereabouts where = Whereabouts.of(result);
    for (RoleScene scene :
        RoleScene.of(result.reported(), result).stream().limit(MOST_PICTURES).toList()) {
      List<String> lines = new ArrayList<>();
      lines.add("<details>");
      lines.add(
          "<summary>Picture: %s%s and %s</summary>"
              .formatted(
                  MarkdownText.html(Phrases.quoted(scene.label(scene.middle()))),
                  scene.isProposed() ? ", proposed as canonical," : "",
                  Phrases.count(scene.rivals(), "rival")));
      lines.add("");
      lines.add("```mermaid");
      lines.addAll(new RolePicture(scene, where).lines());
      lines.add("```");
      lines.add("");
      lines.add("</details>");
      document.add(lines);
    }
  }

  private static int findings(ScanResult result, MarkdownDocument document) {
    int written = 0;
    for (Severity severity : Severity.values()) {
      List<Finding> findings =
          result.reported().stream().filter(one -> one.severity() == severity).toList();
      if (findings.isEmpty()) {
        continue;
      }
      String title = Phrases.capital(severity.label()) + "s (" + findings.size() + ")";
      if (!document.add("### " + title)) {
        return written;
      }
      int fitted = new MarkdownFindings(document).write(findings);
      written += fitted;
      if (fitted < findings.size()) {
        return written;
      }
    }
    return written;
  }

  private static void foot(
      ScanResult result, ReportOptions options, int left, MarkdownDocument document) {
    if (left > 0) {
      document.add(
          "**%s left out** to stay below %s characters; the `console` and `json` formats have them all."
              .formatted(
                  left == 1 ? "1 more finding is" : left + " more findings are", MOST_CHARACTERS));
    }
    List<String> silent =
        result.coverage().rules().stream()
            .filter(rule -> !rule.ran())
            .map(rule -> MarkdownText.code(rule.rule()))
            .toList();
    document.add(
        "<sub>%s, %s, %s.%s ssot %s</sub>"
            .formatted(
                Phrases.count(result.coverage().files().found(), "file"),
                Phrases.count(result.coverage().files().lines(), "line"),
                Phrases.count(result.coverage().types(), "type"),
                silent.isEmpty() ? "" : " Rules that did not run: " + Phrases.list(silent, 8) + ".",
                MarkdownText.html(options.toolVersion())));
  }
}
