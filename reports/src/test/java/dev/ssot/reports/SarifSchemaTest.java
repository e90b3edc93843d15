package dev.ssot.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SarifSchemaTest {

  private static final SchemaFile SCHEMA = SchemaFile.ofSarif();

  @ParameterizedTest
  @EnumSource
  void everyScenarioConforms(Scenario scenario) {
    for (String format : List.of("sarif", "sarif-archive")) {
      assertEquals(List.of(), SCHEMA.errors(SchemaFile.parse(scenario.rendered(format))), format);
    }
  }

  @Test
  void theSchemaRefusesARunWithoutATool() {
    ObjectNode report = (ObjectNode) SchemaFile.parse(Scenario.CLEAN.rendered("sarif"));
    ((ObjectNode) report.at("/runs/0")).remove("tool");
    assertFalse(SCHEMA.errors(report).isEmpty());
  }
}
