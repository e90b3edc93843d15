package dev.ssot.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A JSON report is as good as the scan, and whatever is none is refused. */
final class SavedResultTest {

  private static SavedResult read(String document) {
    return SavedResult.read(document.getBytes(StandardCharsets.UTF_8));
  }

  private static String refusal(String document) {
    UnreadableResult refusal = assertThrows(UnreadableResult.class, () -> read(document));
    assertFalse(refusal.remedy().isBlank());
    return String.valueOf(refusal.getMessage());
  }

  private static ObjectNode report(Scenario scenario) {
    return (ObjectNode) SchemaFile.parse(scenario.rendered("json"));
  }

  @ParameterizedTest
  @EnumSource
  void everyFormatComesOutAsTheScanWroteIt(Scenario scenario) throws IOException {
    SavedResult saved = read(scenario.rendered("json"));
    assertEquals("1.2.3", saved.toolVersion());
    assertEquals(scenario.result().outcome(), saved.result().outcome());
    for (Reporter reporter : Reporters.all()) {
      StringWriter again = new StringWriter();
      reporter.write(saved.result(), Scenario.OPTIONS, again);
      assertTrue(
          scenario.rendered(reporter.format()).contentEquals(again.getBuffer()), reporter.format());
    }
  }

  /** Each field in turn is left out, and made another kind of value. */
  @ParameterizedTest
  @EnumSource(names = {"EVERY_EVIDENCE", "EVERY_PROBLEM", "ACCEPTED", "CHANGED"})
  void aFieldThatDoesNotAgreeIsRefused(Scenario scenario) {
    ObjectNode report = report(scenario);
    ObjectNode finding = (ObjectNode) report.get("findings").get(0);
    List<String> taken = new ArrayList<>();
    for (ObjectNode object :
        List.of(
            report,
            (ObjectNode) report.get("tool"),
            (ObjectNode) report.get("outcome"),
            (ObjectNode) report.get("counts"),
            (ObjectNode) report.get("coverage"),
            (ObjectNode) report.at("/coverage/files"),
            (ObjectNode) report.at("/compliance/total"),
            finding,
            (ObjectNode) finding.get("location"),
            (ObjectNode) finding.get("triage"),
            (ObjectNode) finding.get("subject"))) {
      for (String field : names(object)) {
        JsonNode value = object.remove(field);
        note(report, field + " is missing", taken);
        object.put(field, 7.5);
        note(report, field + " is a fraction", taken);
        object.put(field, "");
        note(report, field + " is no text", taken);
        object.set(field, value);
      }
      object.put("unknown", 1);
      note(report, "unknown", taken);
      object.remove("unknown");
    }
    taken.removeAll(List.of("message is no text", "help is no text", "rule is no text"));
    assertEquals(List.of(), taken);
  }

  private static void note(ObjectNode report, String change, List<String> taken) {
    try {
      read(report.toString());
      taken.add(change);
    } catch (UnreadableResult e) {
      assertFalse(e.remedy().isBlank());
    }
  }

  private static List<String> names(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void anotherVersionIsNamed() {
    ObjectNode report = report(Scenario.CLEAN);
    report.put("schemaVersion", 99);
    assertEquals(
        "its `schemaVersion` is 99, and this version of ssot reads " + JsonReporter.SCHEMA_VERSION,
        refusal(report.toString()));
  }

  @Test
  void aReportThatEndsInTheMiddleIsRefused() {
    String whole = Scenario.ONE_FINDING.rendered("json");
    for (int length = 2; length < whole.length() - 2; length += 997) {
      String message = refusal(whole.substring(0, length));
      assertTrue(message.startsWith("it ends in the middle, in line "), message);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n"})
  void nothingIsRefused(String document) {
    assertEquals("it is empty", refusal(document));
  }

  @Test
  void otherDocumentsAreRefused() {
    String sarif = Scenario.ONE_FINDING.rendered("sarif");
    assertEquals("it has no `schemaVersion` and no `tool`", refusal(sarif));
    assertEquals("the document is not an object but array", refusal("[]"));
    assertTrue(refusal("ssot.yaml: version 1").startsWith("line 1 is no JSON: "));
    assertTrue(refusal("\ufffd").startsWith("line 1 is no JSON: "));
  }

  @Test
  void twoReportsAreNotOne() {
    String report = Scenario.CLEAN.rendered("json");
    assertTrue(refusal(report + report).startsWith("line "));
  }

  @Test
  void aFieldThatIsThereTwiceIsRefused() {
    String report = Scenario.CLEAN.rendered("json");
    assertTrue(
        refusal(
                report
                    .replace("{\n  \"tool\"", "{\"tool\": {},\n  \"tool\"")
                    .replaceFirst("\"policy\"", "\"policy\": null, \"policy\""))
            .contains("Duplicate field 'policy'"));
  }

  @Test
  void aWordThatNoModelKnowsIsRefusedWithTheOthers() {
    ObjectNode report = report(Scenario.ONE_FINDING);
    ((ObjectNode) report.get("findings").get(0)).put("severity", "fatal");
    assertEquals(
        "`fatal` at /findings/0/severity is none of [error, warning, note]",
        refusal(report.toString()));
    report = report(Scenario.ONE_FINDING);
    ((ObjectNode) report.at("/findings/0/evidence")).put("kind", "hearsay");
    assertTrue(refusal(report.toString()).startsWith("`hearsay` at /findings/0/evidence/kind is"));
  }

  @Test
  void countsThatDoNotAddUpAreRefused() {
    ObjectNode report = report(Scenario.ONE_FINDING);
    ((ObjectNode) report.get("counts")).put("open", 0);
    assertEquals(
        "/counts/open is not what the rest of the report comes to", refusal(report.toString()));
  }

  @Test
  void aFindingThatWasTakenOutIsMissed() {
    ObjectNode report = report(Scenario.EVERY_EVIDENCE);
    ((ArrayNode) report.get("findings")).remove(0);
    assertTrue(refusal(report.toString()).startsWith("/counts/"), refusal(report.toString()));
  }
}
