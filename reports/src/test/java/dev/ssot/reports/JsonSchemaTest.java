package dev.ssot.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class JsonSchemaTest {

  private static final SchemaFile SCHEMA = SchemaFile.ofResult();

  @ParameterizedTest
  @EnumSource
  void everyScenarioConforms(Scenario scenario) {
    assertEquals(List.of(), SCHEMA.errors(SchemaFile.parse(scenario.rendered("json"))));
  }

  @Test
  void theSchemaIsValidItself() {
    assertEquals(
        "https://json-schema.org/draft/2020-12/schema", SCHEMA.document().get("$schema").asText());
    assertEquals(
        JsonReporter.SCHEMA_VERSION,
        SCHEMA.document().at("/properties/schemaVersion/const").asInt());
  }

  /** A field that is missing, or that the schema does not know, is refused in every object. */
  @ParameterizedTest
  @EnumSource(names = {"EVERY_EVIDENCE", "EVERY_PROBLEM", "WITH_CODE"})
  void refusesEveryFieldThatIsMissingOrUnknown(Scenario scenario) {
    JsonNode report = SchemaFile.parse(scenario.rendered("json"));
    List<String> accepted = new ArrayList<>();
    Set<String> shapes = new LinkedHashSet<>();
    for (ObjectNode object : objects(report)) {
      if (shapes.add(shape(object))) {
        accepted.addAll(acceptedChanges(report, object));
      }
    }
    assertTrue(shapes.size() > 20, () -> "Too few shapes were tried: " + shapes);
    assertEquals(List.of(), accepted);
  }

  private static List<String> acceptedChanges(JsonNode report, ObjectNode object) {
    List<String> accepted = new ArrayList<>();
    for (String field : names(object)) {
      JsonNode removed = object.remove(field);
      if (SCHEMA.errors(report).isEmpty()) {
        accepted.add(shape(object) + " without " + field);
      }
      object.set(field, removed);
    }
    object.put("unknown", 1);
    if (SCHEMA.errors(report).isEmpty()) {
      accepted.add(shape(object));
    }
    object.remove("unknown");
    return accepted;
  }

  @Test
  void everyDefinitionIsUsed() {
    String text = SCHEMA.document().toString();
    for (String name : names(SCHEMA.document().get("$defs"))) {
      assertTrue(text.contains("\"#/$defs/" + name + "\""), () -> name + " is not used");
    }
  }

  @Test
  void refusesAValueThatNoModelHas() {
    ObjectNode report = (ObjectNode) SchemaFile.parse(Scenario.CLEAN.rendered("json"));
    ((ObjectNode) report.get("outcome")).put("exitStatus", 2);
    assertFalse(SCHEMA.errors(report).isEmpty());
  }

  private static List<ObjectNode> objects(JsonNode node) {
    List<ObjectNode> objects = new ArrayList<>();
    if (node instanceof ObjectNode object) {
      objects.add(object);
    }
    node.forEach(child -> objects.addAll(objects(child)));
    return objects;
  }

  /** Objects with the same fields need no second try. */
  private static String shape(ObjectNode object) {
    String kind = object.path("kind").asText();
    return new TreeSet<>(names(object)) + kind;
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
