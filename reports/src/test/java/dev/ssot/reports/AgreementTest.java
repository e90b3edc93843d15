package dev.ssot.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.model.Triage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;

/** All formats say the same of one scan. */
final class AgreementTest {

  private static final Pattern HEADING =
      Pattern.compile("^\\S.*:\\d+:\\d+: (error|warning|note): .* \\[[a-z-]+]$", Pattern.MULTILINE);
  private static final Pattern COUNTS =
      Pattern.compile(
          "^findings: (\\d+) open \\((\\d+) errors?, (\\d+) warnings?, (\\d+) notes?\\),"
              + " (\\d+) suppressed, (\\d+) known$",
          Pattern.MULTILINE);
  private static final Pattern INTRODUCED =
      Pattern.compile(
          "^introduced: (\\d+) \\((\\d+) errors?, (\\d+) warnings?, (\\d+) notes?\\); ",
          Pattern.MULTILINE);
  private static final Pattern FIGURE =
      Pattern.compile(
          "<dt>(?:(?:error|warning|note)s?, open|suppressed|known by the baseline)</dt>\\n"
              + "<dd>(\\d+)</dd>");
  private static final String LISTED =
      "<details class=\"finding\"[^>]* data-severity=\"%s\"[^>]* data-state=\"%s\">";
  private static final Pattern OUTCOME =
      Pattern.compile("\noutcome: (.*) \\(exit status (\\d)\\)\n$");
  private static final Pattern SCORE =
      Pattern.compile("^score: .*?\\((?:(\\d+) of )?(\\d+)(?: sites)?\\)", Pattern.MULTILINE);

  @ParameterizedTest
  @EnumSource
  void countsAgree(Scenario scenario) {
    ScanResult result = scenario.result();
    List<Long> expected = new ArrayList<>();
    expected.add(result.count(Triage.State.OPEN));
    for (Severity severity : Severity.values()) {
      expected.add(result.count(severity));
    }
    expected.add(result.count(Triage.State.SUPPRESSED));
    expected.add(result.count(Triage.State.KNOWN));
    assertEquals(expected, consoleCounts(scenario.rendered("console"), result));
    assertEquals(expected, jsonCounts(scenario));
    assertEquals(expected, htmlCounts(scenario));
    JsonNode run = sarif(scenario);
    assertEquals(result.findings().size(), run.at("/properties/findings").asInt());
    assertEquals(expected.get(0), run.at("/properties/open").asLong());
    assertEquals(Math.min(5000, expected.get(0)), run.get("results").size());
  }

  /** The summary's counts, after holding those of open findings against what is listed. */
  private static List<Long> consoleCounts(String report, ScanResult result) {
    List<Long> listed = new ArrayList<>();
    listed.add(HEADING.matcher(report).results().count());
    for (Severity severity : Severity.values()) {
      listed.add(
          HEADING
              .matcher(report)
              .results()
              .filter(heading -> heading.group(1).equals(severity.label()))
              .count());
    }
    List<Long> counts = numbers(COUNTS.matcher(report));
    if (result.change().isThere()) {
      assertEquals(result.reported().size(), listed.get(0));
      assertEquals(numbers(INTRODUCED.matcher(report)), listed);
    } else {
      assertEquals(counts.subList(0, listed.size()), listed);
    }
    return counts;
  }

  /** The figures at the top of the page, after holding them against what is listed. */
  private static List<Long> htmlCounts(Scenario scenario) {
    String html = scenario.rendered("html");
    List<Long> figures = new ArrayList<>();
    Matcher figure = FIGURE.matcher(html);
    while (figure.find()) {
      figures.add(Long.parseLong(figure.group(1)));
    }
    List<Long> listed = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      listed.add(count(html, LISTED.formatted(severity.label(), "open")));
    }
    listed.add(count(html, LISTED.formatted("[a-z]+", "suppressed")));
    listed.add(count(html, LISTED.formatted("[a-z]+", "known")));
    assertEquals(figures, listed);
    listed.add(0, count(html, LISTED.formatted("[a-z]+", "open")));
    return listed;
  }

  private static long count(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().count();
  }

  private static List<Long> jsonCounts(Scenario scenario) {
    JsonNode json = json(scenario);
    assertEquals(json.at("/counts/findings").asInt(), json.get("findings").size());
    return List.of("open", "error", "warning", "note", "suppressed", "known").stream()
        .map(name -> json.get("counts").get(name).asLong())
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void outcomeAndExitStatusAgree(Scenario scenario) {
    ScanResult result = scenario.result();
    Matcher console = OUTCOME.matcher(scenario.rendered("console"));
    assertTrue(console.find());
    String statement = console.group(1);
    JsonNode json = json(scenario);
    assertEquals(statement, json.at("/outcome/statement").asText());
    assertEquals(result.outcome().label(), json.at("/outcome/name").asText());
    JsonNode run = sarif(scenario);
    assertEquals(statement, run.at("/invocations/0/exitCodeDescription").asText());
    assertEquals(result.outcome().label(), run.at("/properties/outcome").asText());
    int status = result.outcome().exitStatus();
    assertEquals(status, Integer.parseInt(console.group(2)));
    assertEquals(status, json.at("/outcome/exitStatus").asInt());
    String html = scenario.rendered("html");
    assertTrue(html.contains("<p class=\"small\">Exit status " + status + ","), html);
    String reasons = statement.substring(statement.indexOf(": ") + 2);
    assertTrue(html.contains("<p class=\"why\">" + Phrases.sentence(reasons) + "</p>"), html);
    assertEquals(status, run.at("/invocations/0/exitCode").asInt());
    assertEquals(
        !json.at("/coverage/incomplete").asBoolean(),
        run.at("/invocations/0/executionSuccessful").asBoolean());
  }

  @ParameterizedTest
  @EnumSource
  void scoresAgree(Scenario scenario) {
    Matcher console = SCORE.matcher(scenario.rendered("console"));
    assertTrue(console.find());
    JsonNode total = json(scenario).at("/compliance/total");
    assertEquals(total, sarif(scenario).at("/properties/score"));
    String sites = total.get("compliant").asText() + " of " + total.get("sites").asText();
    String shown = total.get("sites").asInt() > 0 ? sites + " sites comply" : "no role has a site";
    assertTrue(scenario.rendered("html").contains("<p class=\"fraction\">" + shown + "</p>"));
    assertEquals(total.get("sites").asText(), console.group(2));
    assertEquals(
        total.get("compliant").asText(), console.group(1) == null ? "0" : console.group(1));
  }

  /** What decides stands in the first lines of the Markdown report. */
  @ParameterizedTest
  @EnumSource
  void theMarkdownReportAgrees(Scenario scenario) {
    ScanResult result = scenario.result();
    JsonNode json = json(scenario);
    List<String> lines = scenario.rendered("markdown").lines().limit(7).toList();
    String statement = json.at("/outcome/statement").asText();
    String word = statement.substring(0, statement.indexOf(": "));
    assertTrue(lines.get(0).endsWith(" ssot: " + word), lines.get(0));
    assertEquals(Phrases.sentence(statement.substring(word.length() + 2)), lines.get(2));
    assertTrue(lines.get(6).startsWith("| **" + result.compliance().total().text() + "** | "));
    assertTrue(
        lines
            .get(6)
            .endsWith(
                " | %s: %s errors, %s warnings, %s notes | %s | %s |"
                    .formatted(
                        counts(json, "open"),
                        counts(json, "error"),
                        counts(json, "warning"),
                        counts(json, "note"),
                        counts(json, "suppressed"),
                        counts(json, "known"))
                    .replace(" 1 errors", " 1 error")
                    .replace(" 1 warnings", " 1 warning")
                    .replace(" 1 notes", " 1 note")),
        lines.get(6));
  }

  private static int counts(JsonNode json, String name) {
    return json.at("/counts/" + name).asInt();
  }

  /** What is a list of entries holds each finding once, beside what the scan itself has to say. */
  @ParameterizedTest
  @EnumSource
  void entriesAgreeWithTheJsonReport(Scenario scenario) {
    ScanResult result = scenario.result();
    JsonNode json = SchemaFile.parse(scenario.rendered("json"));
    int notices = ReportEntry.notices(result).size();
    int open = json.at("/counts/open").asInt();
    int reported = result.change().isThere() ? json.at("/change/introduced").asInt() : open;
    assertEquals(open + notices, SchemaFile.parse(scenario.rendered("gitlab")).size());
    assertEquals(
        reported + notices,
        SchemaFile.parse(scenario.rendered("rdjson")).get("diagnostics").size());
    assertEquals(
        reported + notices, XmlFile.parse(scenario.rendered("checkstyle")).all("error").size());
    assertEquals(reported + notices + 1, scenario.rendered("github").lines().count());
    CsvFile csv = CsvFile.parse(scenario.rendered("csv"));
    for (Triage.State state : Triage.State.values()) {
      assertEquals(
          json.at("/counts/" + state.label()).asInt(),
          csv.column("state").stream().filter(state.label()::equals).count());
    }
    assertEquals(notices, csv.column("kind").stream().filter("notice"::equals).count());
    for (Severity severity : Severity.values()) {
      assertEquals(
          json.at("/counts/" + severity.label()).asInt(), openOf(severity, csv), severity.label());
    }
    assertEquals(json.at("/counts/findings").asInt() - result.failing(), skippedFindings(scenario));
  }

  private static long openOf(Severity severity, CsvFile csv) {
    List<String> states = csv.column("state");
    List<String> severities = csv.column("severity");
    long open = 0;
    for (int i = 0; i < states.size(); i++) {
      if (states.get(i).equals("open") && severities.get(i).equals(severity.label())) {
        open++;
      }
    }
    return open;
  }

  private static long skippedFindings(Scenario scenario) {
    List<Element> skipped = new ArrayList<>();
    for (Element one : XmlFile.parse(scenario.rendered("junit")).all("skipped")) {
      Element test = (Element) one.getParentNode();
      boolean looked = test.getAttribute("name").startsWith("looked at ");
      boolean scan = test.getAttribute("classname").equals("scan");
      if (!looked && !scan) {
        skipped.add(one);
      }
    }
    return skipped.size();
  }

  private static List<Long> numbers(Matcher matcher) {
    assertTrue(matcher.find());
    List<Long> numbers = new ArrayList<>();
    for (int group = 1; group <= matcher.groupCount(); group++) {
      numbers.add(Long.parseLong(matcher.group(group)));
    }
    return numbers;
  }

  private static JsonNode json(Scenario scenario) {
    return SchemaFile.parse(scenario.rendered("json"));
  }

  private static JsonNode sarif(Scenario scenario) {
    return SchemaFile.parse(scenario.rendered("sarif")).at("/runs/0");
  }
}
