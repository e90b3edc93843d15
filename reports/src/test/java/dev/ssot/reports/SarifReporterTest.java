package dev.ssot.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What GitHub asks for beyond the schema. */
final class SarifReporterTest {

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)]*)\\)");

  @ParameterizedTest
  @EnumSource
  void everyResultHasWhatGitHubRequires(Scenario scenario) {
    JsonNode run = run(scenario);
    for (JsonNode result : run.get("results")) {
      assertEquals(1, result.get("locations").size());
      JsonNode region = result.at("/locations/0/physicalLocation/region");
      assertEquals(region.get("startLine"), region.get("endLine"));
      assertTrue(region.get("endColumn").asInt() > region.get("startColumn").asInt());
      assertFalse(result.at("/message/text").asText().isBlank());
      Set<String> fingerprints = new HashSet<>();
      result.get("partialFingerprints").fieldNames().forEachRemaining(fingerprints::add);
      assertEquals(Set.of("ssotFingerprint/v1"), fingerprints);
      int index = result.get("ruleIndex").asInt();
      assertEquals(result.get("ruleId"), run.at("/tool/driver/rules").get(index).get("id"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyLinkInAMessageLeadsToARelatedPlace(Scenario scenario) {
    for (JsonNode result : run(scenario).get("results")) {
      String message = result.at("/message/text").asText();
      List<String> targets =
          LINK.matcher(message.replaceAll("\\\\.", ""))
              .results()
              .map(link -> link.group(1))
              .toList();
      List<String> ids = new ArrayList<>();
      result.path("relatedLocations").forEach(place -> ids.add(place.get("id").asText()));
      assertEquals(ids.subList(0, Math.min(5, ids.size())), targets, message);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyRuleHasWhatGitHubRequires(Scenario scenario) {
    for (JsonNode rule : run(scenario).at("/tool/driver/rules")) {
      for (String text :
          List.of(
              "/shortDescription/text", "/fullDescription/text", "/help/text", "/help/markdown")) {
        assertFalse(rule.at(text).asText().isBlank(), () -> text + " of " + rule);
      }
      assertTrue(rule.at("/fullDescription/text").asText().length() <= 1024);
      assertTrue(rule.at("/properties/tags").size() <= 10);
      assertTrue(rule.get("name").asText().matches("([A-Z][a-z0-9]*)+"));
      assertFalse(rule.get("name").asText().equalsIgnoreCase(rule.get("id").asText()));
      assertFalse(rule.get("properties").has("security-severity"));
    }
  }

  @Test
  void cutsALongDescriptionAndManyTags() {
    JsonNode rule = rule("forbidden-import");
    assertEquals(1024, rule.at("/fullDescription/text").asText().length());
    assertTrue(rule.at("/fullDescription/text").asText().endsWith("…"));
    assertEquals(10, rule.at("/properties/tags").size());
  }

  private static JsonNode rule(String id) {
    for (JsonNode rule : run(Scenario.CLEAN).at("/tool/driver/rules")) {
      if (rule.get("id").asText().equals(id)) {
        return rule;
      }
    }
    throw new AssertionError("There is no rule " + id);
  }

  @Test
  void keepsTheMostSevereFindingsAndSaysHowManyAreLeftOut() {
    JsonNode run = run(Scenario.MANY_FINDINGS);
    assertEquals(5000, run.get("results").size());
    List<String> levels = new ArrayList<>();
    run.get("results").forEach(result -> levels.add(result.get("level").asText()));
    List<String> sorted = new ArrayList<>(levels);
    sorted.sort((a, b) -> Integer.compare(rank(a), rank(b)));
    assertEquals(sorted, levels);
    assertEquals(2000, levels.stream().filter("error"::equals).count());
    assertEquals(1000, levels.stream().filter("note"::equals).count());
    JsonNode notification = notification(run, "results-left-out");
    assertTrue(notification.at("/message/text").asText().startsWith("1000 of 6000 open findings"));
    assertEquals(6000, run.at("/properties/findings").asInt());
  }

  private static int rank(String level) {
    return List.of("error", "warning", "note").indexOf(level);
  }

  @Test
  void leavesNoNotificationWhereAllIsWell() {
    for (JsonNode notification : notifications(run(Scenario.CLEAN))) {
      assertEquals("rule-not-run", notification.at("/descriptor/id").asText());
    }
  }

  @Test
  void reportsEveryProblemAndFailsTheInvocation() {
    JsonNode run = run(Scenario.EVERY_PROBLEM);
    assertFalse(run.at("/invocations/0/executionSuccessful").asBoolean());
    assertEquals("error", notification(run, "not-understood").get("level").asText());
    assertEquals("error", notification(run, "partly-understood").get("level").asText());
    assertEquals("error", notification(run, "unreadable").get("level").asText());
    assertEquals("note", notification(run, "remark").get("level").asText());
    assertEquals(
        17,
        notification(run, "not-understood")
            .at("/locations/0/physicalLocation/region/startLine")
            .asInt());
    assertTrue(
        notification(run, "unreadable").at("/locations/0/physicalLocation/region").isMissingNode());
  }

  @Test
  void saysThatNothingWasJudged() {
    JsonNode run = run(Scenario.NOTHING_LOOKED_AT);
    assertEquals("warning", notification(run, "nothing-judged").get("level").asText());
    assertTrue(run.at("/properties/nothingJudged").asBoolean());
  }

  @Test
  void encodesPathsAsRelativeReferences() {
    assertEquals("a%20b/100%25/gr%C3%B6%C3%9Fe/X.java", SarifLocation.uri("a b/100%/größe/X.java"));
    assertEquals("a%3Ab/%23%3F.java", SarifLocation.uri("a:b/#?.java"));
    assertEquals("%F0%9F%98%80/%EF%BF%BD", SarifLocation.uri("\ud83d\ude00/\ud800"));
  }

  @Test
  void leavesOutAddressesThatAreNotKnown() {
    JsonNode run =
        SchemaFile.parse(Scenario.CLEAN.rendered("sarif", ReportOptions.plain("1.0.0")))
            .at("/runs/0");
    assertFalse(run.at("/tool/driver").has("informationUri"));
    assertFalse(run.at("/tool/driver/rules/0").has("helpUri"));
  }

  @ParameterizedTest
  @CsvSource({
    "takes `byte[]`, Takes `byte[]`.",
    "see [x](y), See \\[x\\](y).",
    "half [ open, Half \\[ open.",
    "half ] closed, Half \\] closed.",
    "path C:\\[x, Path C:\\\\\\[x."
  })
  void escapesOnlyBracketsThatCouldMakeALink(String message, String expected) {
    assertEquals(expected, SarifMessage.prose(message));
  }

  private static JsonNode archive(Scenario scenario) {
    return SchemaFile.parse(scenario.rendered("sarif-archive")).at("/runs/0");
  }

  @Test
  void uploadsNothingThatIsAccepted() {
    JsonNode run = run(Scenario.ACCEPTED);
    assertEquals(1, run.get("results").size());
    assertEquals("note", run.at("/results/0/level").asText());
    assertFalse(run.at("/results/0").has("suppressions"));
    assertFalse(run.at("/results/0").has("baselineState"));
    assertEquals(4, run.at("/properties/findings").asInt());
    assertEquals(2, run.at("/properties/suppressed").asInt());
    assertEquals(1, run.at("/properties/known").asInt());
  }

  @Test
  void archivesWhatIsAcceptedWithTheReasons() {
    List<String> states = new ArrayList<>();
    for (JsonNode result : archive(Scenario.ACCEPTED).get("results")) {
      JsonNode suppression = result.at("/suppressions/0");
      states.add(
          "%s %s %s %s"
              .formatted(
                  result.get("baselineState").asText(),
                  result.get("suppressions").size(),
                  suppression.path("kind").asText(),
                  suppression.path("justification").asText()));
    }
    assertEquals(
        List.of(
            "new 1 external it is being moved",
            "unchanged 0  ",
            "new 1 inSource it goes with the old client",
            "new 0  "),
        states);
  }

  @Test
  void archivesEveryFindingHoweverManyThereAre() {
    assertEquals(6000, archive(Scenario.MANY_FINDINGS).get("results").size());
    for (JsonNode result : archive(Scenario.MANY_FINDINGS).get("results")) {
      assertFalse(result.has("baselineState"));
      assertEquals(0, result.get("suppressions").size());
    }
  }

  @Test
  void hasACategoryForTheRun() {
    assertEquals("ssot/", run(Scenario.CLEAN).at("/automationDetails/id").asText());
  }

  private static JsonNode run(Scenario scenario) {
    return SchemaFile.parse(scenario.rendered("sarif")).at("/runs/0");
  }

  private static JsonNode notifications(JsonNode run) {
    return run.at("/invocations/0/toolExecutionNotifications");
  }

  private static JsonNode notification(JsonNode run, String id) {
    for (JsonNode notification : notifications(run)) {
      if (notification.at("/descriptor/id").asText().equals(id)) {
        return notification;
      }
    }
    throw new AssertionError("There is no notification " + id);
  }
}
