package dev.ssot.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.ScanResult;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The comment on a pull request: whole at any length, and no text of the code does anything. */
final class MarkdownReporterTest {

  private static final Pattern LEFT_OUT =
      Pattern.compile("\\*\\*(\\d+) more findings? (?:is|are) ");

  private static String rendered(ScanResult result) throws IOException {
    StringWriter out = new StringWriter();
    new MarkdownReporter().write(result, Scenario.OPTIONS, out);
    return out.toString();
  }

  private static int leftOut(String report) {
    Matcher matcher = LEFT_OUT.matcher(report);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  @ParameterizedTest
  @EnumSource
  void everyFindingIsShownOrCountedAsLeftOut(Scenario scenario) {
    String report = scenario.rendered("markdown");
    MarkdownFile file = MarkdownFile.parse(report);
    assertEquals(scenario.result().reported().size(), file.findings() + leftOut(report));
    assertTrue(report.length() <= MarkdownReporter.MOST_CHARACTERS);
  }

  @Test
  void aLongReportIsCutBetweenFindings() throws IOException {
    String many = Scenario.MANY_FINDINGS.rendered("markdown");
    assertTrue(leftOut(many) > 5000, () -> "left out: " + leftOut(many));
    assertTrue(many.length() > MarkdownReporter.MOST_CHARACTERS - 3000);
    for (int number = 20; number < 60; number++) {
      List<Finding> rivals = Collections.nCopies(number, SampleFindings.rival());
      String report =
          rendered(SampleResults.partial(rivals, List.of(), SampleResults.compliance(39, 40)));
      assertEquals(number, MarkdownFile.parse(report).findings() + leftOut(report));
      assertTrue(report.length() <= MarkdownReporter.MOST_CHARACTERS);
    }
  }

  @Test
  void whatAChangeBringsComesFirst() {
    String changed = Scenario.CHANGED.rendered("markdown");
    assertOrder(
        changed, "### What this change does", "### Errors (1)", "### Notes (1)", "### Roles");
    assertOrder(Scenario.ONE_FINDING.rendered("markdown"), "### Roles", "### Errors (1)");
  }

  private static void assertOrder(String report, String... headings) {
    int at = 0;
    for (String heading : headings) {
      int next = report.indexOf("\n" + heading + "\n");
      assertTrue(next > at, () -> heading + " is not in its place in\n" + report);
      at = next;
    }
  }

  @Test
  void whatWasNotUnderstoodComesBeforeTheFindings() {
    String report = Scenario.EVERY_PROBLEM.rendered("markdown");
    assertTrue(report.startsWith("## \u26d4 ssot: incomplete\n"));
    assertTrue(report.indexOf("### What was not understood") < report.indexOf("### Errors"));
  }

  @Test
  void aPictureIsBounded() {
    for (Scenario scenario : Scenario.values()) {
      List<List<String>> pictures = MarkdownFile.parse(scenario.rendered("markdown")).pictures();
      assertTrue(pictures.size() <= 5);
      for (List<String> picture : pictures) {
        assertTrue(picture.size() < 120, () -> scenario + ": " + picture.size());
        assertEquals("flowchart LR", picture.get(0));
      }
    }
  }

  @Test
  void aPictureShowsWhoUsesWhat() {
    List<String> picture =
        MarkdownFile.parse(Scenario.ONE_FINDING.rendered("markdown")).pictures().get(0);
    for (String line :
        List.of(
            "  c([\"canonical<br/>MessageRouter\"]):::canonical",
            "  r1[\"live renamed copy, 92 #37;<br/>ChatRouter\"]:::rival",
            "  r1 -. rival .-> c",
            "  s1[\"shim until 2027-06-30<br/>OldRouter\"]:::shim",
            "  g1[[\"users in<br/>shop.use\"]]",
            "  g1 -->|12| c",
            "  g1 -->|3| r1")) {
      assertTrue(picture.contains(line), () -> line + " is not in\n" + String.join("\n", picture));
    }
  }

  @Test
  void labelsOfAPictureHoldNoSignThatMermaidKnows() {
    Pattern label = Pattern.compile("\\[\"([^\"]*)\"]");
    for (List<String> picture :
        MarkdownFile.parse(Scenario.HOSTILE_TEXT.rendered("markdown")).pictures()) {
      for (String line : picture) {
        Matcher matcher = label.matcher(line);
        if (matcher.find()) {
          String text = matcher.group(1).replace("<br/>", " ").replaceAll("#\\d+;", "");
          assertTrue(text.matches("[\\p{L}\\p{N} ._,()/-]*"), text);
        }
      }
    }
  }

  @Test
  void onlyFindingsWithoutFurtherEvidenceStandInTables() {
    String report = Scenario.EVERY_EVIDENCE.rendered("markdown");
    long plain =
        Scenario.EVERY_EVIDENCE.result().reported().stream()
            .map(Finding::evidence)
            .filter(one -> one instanceof Evidence.Access || one instanceof Evidence.Unresolved)
            .count();
    assertTrue(plain > 5);
    assertFalse(report.contains("[]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@octocat",
        "see @team/chat.",
        "#123",
        "fixes acme/chat#7",
        "GH-12",
        "CHAT-99",
        "!5",
        "deadbeef1",
        "https://evil.example/x",
        "www.evil.example",
        "evil@example.org",
        ":tada:",
        "$x$",
        "~label",
        "%v1",
        "*bold*",
        "_em_",
        "[a](b)",
        "![a](b)",
        "<img>",
        "a&amp;b",
        "a|b",
        "x\\|y",
        "-->",
        "</details>"
      })
  void noTextMentionsLinksOrFormats(String text) {
    for (String rendered : List.of(MarkdownText.inline(text), MarkdownText.html(text))) {
      String rest =
          rendered
              .replaceAll("`[^`]*`", "")
              .replaceAll("<code>[^<>|`@*_\\[\\]:$~\\\\]*</code>", "");
      assertTrue(rest.matches("(see|fixes| |\\.|:)*"), rendered);
    }
  }

  @Test
  void proseStaysProse() {
    String prose =
        "it has another job (and/or contract); 98 % of the smaller type's code, on 2026-06-01: 3.";
    assertEquals(prose, MarkdownText.inline(prose));
  }

  @Test
  void namesAreCode() {
    assertEquals(
        "`a.B` is a `copy` of `c.D$E`.", MarkdownText.inline("`a.B` is a `copy` of `c.D$E`."));
    assertEquals("(`a.b.C`),", MarkdownText.inline("(a.b.C),"));
    assertEquals("<code>a&#124;b</code>", MarkdownText.code("a|b"));
    assertEquals("<code>a&#96;b</code>", MarkdownText.code("a`b"));
    assertEquals("`#1`<code>x</code>", MarkdownText.inline("#1`x`"));
  }

  @Test
  void aVeryLongTextIsCut() {
    String text = "x".repeat(10_000);
    assertEquals(602, MarkdownText.code(text).length());
  }
}
