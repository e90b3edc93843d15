package dev.ssot.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ssot.rules.model.Change;
import dev.ssot.rules.model.Novelty;
import dev.ssot.rules.model.Permission;
import dev.ssot.rules.model.Resurrection;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every text and number of the model stands in the JSON report as often as in the model. */
final class JsonCompletenessTest {

  @ParameterizedTest
  @EnumSource(
      value = Scenario.class,
      names = {"HOSTILE_TEXT"},
      mode = EnumSource.Mode.EXCLUDE)
  void holdsEveryValueOfTheModel(Scenario scenario) {
    Map<String, Integer> inModel = new HashMap<>();
    countModel(scenario.result(), inModel);
    Map<String, Integer> inReport = new HashMap<>();
    countJson(SchemaFile.parse(scenario.rendered("json")), inReport);
    Map<String, String> missing = new TreeMap<>();
    inModel.forEach(
        (value, number) -> {
          int found = inReport.getOrDefault(value, 0);
          if (found < number) {
            missing.put(value, found + " of " + number);
          }
        });
    assertEquals(Map.of(), missing);
    assertTrue(inModel.size() > 30, "The scenario is too small to tell");
  }

  private static void countModel(Object value, Map<String, Integer> counts) {
    if (value instanceof Novelty novelty) {
      if (novelty != Novelty.NOT_COMPARED) {
        counts.merge(String.valueOf(novelty == Novelty.INTRODUCED), 1, Integer::sum);
      }
    } else if (value instanceof Resurrection back && !back.isThere()) {
      counts.merge("null", 0, Integer::sum);
    } else if (value instanceof Change change && !change.isThere()) {
      counts.merge("null", 1, Integer::sum);
    } else if (value instanceof Permission.Extent extent) {
      // Its size only serves to compare; the text says the same.
      countModel(extent.text(), counts);
    } else if (value instanceof List<?> items) {
      items.forEach(item -> countModel(item, counts));
    } else if (value instanceof Record node) {
      for (RecordComponent component : node.getClass().getRecordComponents()) {
        countModel(read(node, component), counts);
      }
    } else if (!value.equals("") && !value.equals(0)) {
      String text = value instanceof Enum<?> constant ? label(constant) : value.toString();
      counts.merge(text, 1, Integer::sum);
    }
  }

  private static Object read(Record node, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(node);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("Cannot read " + component, e);
    }
  }

  private static String label(Enum<?> constant) {
    try {
      return (String) constant.getDeclaringClass().getMethod("label").invoke(constant);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(constant.getDeclaringClass() + " has no label()", e);
    }
  }

  private static void countJson(JsonNode node, Map<String, Integer> counts) {
    if (node.isValueNode()) {
      counts.merge(node.asText(), 1, Integer::sum);
    }
    node.forEach(child -> countJson(child, counts));
  }
}
