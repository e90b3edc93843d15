package dev.ssot.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ssot.rules.model.Outcome;
import dev.ssot.rules.model.ScanResult;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;

/** Formats for other programs have the shape that those programs read, whatever the scan found. */
final class MachineFormatsTest {

  private static final Pattern COMMAND =
      Pattern.compile(
          "::(error|warning|notice) (?:file=([^,:\\s][^,:]*),line=(\\d+),endLine=\\d+"
              + "(?:,col=\\d+,endColumn=\\d+)?,)?title=ssot%3A ([a-z-]+)::(\\S.*)");

  @ParameterizedTest
  @EnumSource
  void junitHasTheShapeThatServersRead(Scenario scenario) {
    XmlFile file = XmlFile.parse(scenario.rendered("junit"));
    assertEquals("testsuites", file.root().getTagName());
    for (Element suite : XmlFile.children(file.root())) {
      assertEquals("testsuite", suite.getTagName());
      List<Element> cases = XmlFile.children(suite);
      assertFalse(cases.isEmpty());
      assertEquals(String.valueOf(cases.size()), suite.getAttribute("tests"));
      Set<String> names = new HashSet<>();
      for (Element one : cases) {
        assertTrue(names.add(one.getAttribute("classname") + one.getAttribute("name")));
        List<String> content = XmlFile.children(one).stream().map(Element::getTagName).toList();
        assertTrue(Set.of("skipped", "error", "failure", "system-out").contains(content.get(0)));
        assertEquals(1, content.size());
      }
      for (String ending : List.of("failure", "error", "skipped")) {
        String count = suite.getAttribute(ending.equals("skipped") ? ending : ending + "s");
        assertEquals(
            suite.getElementsByTagName(ending).getLength(), Integer.parseInt(count), ending);
      }
    }
  }

  /** GitLab stops at the first entry that is not valid, and joins those of one fingerprint. */
  @ParameterizedTest
  @EnumSource
  void everyEntryOfGitLabIsValidAndOnItsOwn(Scenario scenario) {
    JsonNode report = SchemaFile.parse(scenario.rendered("gitlab"));
    assertTrue(report.isArray());
    Set<String> fingerprints = new HashSet<>();
    for (JsonNode entry : report) {
      for (String field : List.of("description", "check_name", "fingerprint")) {
        assertFalse(entry.get(field).textValue().isBlank());
      }
      assertTrue(
          Set.of("info", "minor", "major", "critical", "blocker")
              .contains(entry.get("severity").textValue()));
      assertTrue(entry.at("/location/lines/begin").intValue() > 0);
      String path = entry.at("/location/path").textValue();
      assertFalse(path.isBlank() || path.startsWith("/") || path.startsWith("./"), path);
      assertTrue(fingerprints.add(entry.get("fingerprint").textValue()));
    }
  }

  /** The fields of {@code DiagnosticResult} in reviewdog's {@code reviewdog.proto}. */
  @ParameterizedTest
  @EnumSource
  void rdjsonHasReviewdogsShape(Scenario scenario) {
    JsonNode report = SchemaFile.parse(scenario.rendered("rdjson"));
    assertEquals(Set.of("source", "diagnostics"), names(report));
    assertEquals("ssot", report.at("/source/name").textValue());
    for (JsonNode one : report.get("diagnostics")) {
      assertEquals(Set.of("message", "location", "severity", "code"), names(one));
      assertTrue(Set.of("ERROR", "WARNING", "INFO").contains(one.get("severity").textValue()));
      assertFalse(one.get("message").textValue().isBlank());
      assertFalse(one.at("/location/path").textValue().isBlank());
      int start = one.at("/location/range/start/line").intValue();
      assertTrue(start > 0 && one.at("/location/range/end/line").intValue() >= start);
      assertFalse(one.at("/code/value").textValue().isBlank());
    }
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new HashSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @ParameterizedTest
  @EnumSource
  void checkstyleNamesEachFileOnce(Scenario scenario) {
    XmlFile file = XmlFile.parse(scenario.rendered("checkstyle"));
    assertEquals("checkstyle", file.root().getTagName());
    Set<String> names = new HashSet<>();
    for (Element one : XmlFile.children(file.root())) {
      assertTrue(names.add(one.getAttribute("name")));
      for (Element error : XmlFile.children(one)) {
        assertTrue(Integer.parseInt(error.getAttribute("line")) > 0);
        assertTrue(Set.of("error", "warning", "info").contains(error.getAttribute("severity")));
        assertTrue(error.getAttribute("source").startsWith("ssot."));
        assertFalse(error.getAttribute("message").isBlank());
      }
    }
  }

  /** A line of the log is a command as a whole or none. */
  @ParameterizedTest
  @EnumSource
  void gitHubReadsEveryCommand(Scenario scenario) {
    List<String> lines = scenario.rendered("github").lines().toList();
    for (String line : lines.subList(0, lines.size() - 1)) {
      assertTrue(COMMAND.matcher(line).matches(), line);
    }
    String last = lines.get(lines.size() - 1);
    assertTrue(last.startsWith("ssot: ") && !last.contains("::"), last);
  }

  @Test
  void gitHubsPropertiesAreEscaped() {
    Matcher matcher =
        COMMAND.matcher(Scenario.LONG_PATHS.rendered("github").lines().toList().get(1));
    assertTrue(matcher.matches());
    assertTrue(matcher.group(2).contains("100%25/"), matcher.group(2));
    assertTrue(matcher.group(2).contains("It's%3A #1 [a](b)?.java"), matcher.group(2));
  }

  @ParameterizedTest
  @EnumSource
  void everyRowOfTheTableHasItsCellsAndNoneIsAFormula(Scenario scenario) {
    CsvFile file = CsvFile.parse(scenario.rendered("csv"));
    int columns = file.rows().get(0).size();
    for (List<String> row : file.rows()) {
      assertEquals(columns, row.size());
      for (String cell : row) {
        assertFalse(cell.matches("(?s)\\s*[=+\\-@].*"), cell);
        assertFalse(cell.matches("(?s).*;\\s*[=+\\-@].*"), cell);
      }
    }
  }

  @Test
  void aFormulaBecomesText() {
    for (String text : List.of("=1+1", "+1", "-1", "@x", " =1", "a;=1", "a; +1", "\uff1d1")) {
      assertTrue(CsvReporter.cell(text).contains("'"), text);
    }
    assertEquals("a-b", CsvReporter.cell("a-b"));
    assertEquals("\"a,b\"", CsvReporter.cell("a,b"));
    assertEquals("\"a\"\"b\"", CsvReporter.cell("a\"b"));
  }

  @ParameterizedTest
  @EnumSource
  void theBadgeIsXmlWithATitleAndNoAddressButItsNamespace(Scenario scenario) {
    String badge = scenario.rendered("badge");
    XmlFile file = XmlFile.parse(badge);
    String title = file.all("title").get(0).getTextContent();
    assertEquals(title, file.root().getAttribute("aria-label"));
    assertEquals("img", file.root().getAttribute("role"));
    String message = SchemaFile.parse(scenario.rendered("badge-json")).get("message").asText();
    assertEquals("ssot: " + message, title);
    assertFalse(badge.replace("http://www.w3.org/2000/svg", "").contains("http"));
    assertEquals(
        List.of("ssot", message), file.all("text").stream().map(Element::getTextContent).toList());
  }

  /** Green where the scan is clean and has judged something, and nowhere else. */
  @ParameterizedTest
  @EnumSource
  void noFormatIsGreenForAScanThatIsNot(Scenario scenario) {
    ScanResult result = scenario.result();
    boolean good = new OutcomeStatement(result).good();
    boolean fails = result.outcome() != Outcome.CLEAN;
    JsonNode badge = SchemaFile.parse(scenario.rendered("badge-json"));
    String colour = badge.get("color").asText();
    assertEquals(good && !result.compliance().gateMissed(), colour.equals("brightgreen"));
    assertEquals(!good, badge.path("isError").asBoolean());
    XmlFile junit = XmlFile.parse(scenario.rendered("junit"));
    assertEquals(!good, !junit.all("failure").isEmpty() || !junit.all("error").isEmpty(), "junit");
    assertEquals(
        result.coverage().incomplete() || new OutcomeStatement(result).nothingJudged(),
        !junit.all("error").isEmpty());
    assertEquals(good, scenario.rendered("markdown").startsWith("## \u2705 "));
    if (!good) {
      assertTrue(SchemaFile.parse(scenario.rendered("gitlab")).size() > 0);
      assertTrue(SchemaFile.parse(scenario.rendered("rdjson")).get("diagnostics").size() > 0);
      assertTrue(CsvFile.parse(scenario.rendered("csv")).rows().size() > 1);
      assertFalse(XmlFile.parse(scenario.rendered("checkstyle")).all("error").isEmpty());
      assertTrue(scenario.rendered("github").startsWith("::"));
    }
    if (fails) {
      assertTrue(scenario.rendered("github").contains("::error "), "github");
    }
  }
}
