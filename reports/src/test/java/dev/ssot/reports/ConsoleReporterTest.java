package dev.ssot.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ConsoleReporterTest {

  private static final String GREEN = "\u001b[1;32m";

  @Test
  void aScanOfNothingIsNeitherGreenNorClean() {
    String report = Scenario.NOTHING_LOOKED_AT.rendered("console", Scenario.COLOURED);
    assertFalse(report.contains(GREEN));
    assertFalse(report.contains("clean"));
    assertTrue(report.contains("nothing was judged"));
    assertTrue(report.contains("n/a (0 sites)"));
  }

  @ParameterizedTest
  @EnumSource(names = {"CLEAN", "NOTES_ONLY"})
  void aCleanScanIsGreen(Scenario scenario) {
    assertTrue(scenario.rendered("console", Scenario.COLOURED).contains(GREEN));
  }

  @ParameterizedTest
  @EnumSource(names = {"ONE_FINDING", "EVERY_PROBLEM", "GATE_MISSED", "MANY_FINDINGS"})
  void aFailedScanIsNotGreen(Scenario scenario) {
    assertFalse(scenario.rendered("console", Scenario.COLOURED).contains(GREEN));
  }

  @Test
  void findingsBelowTheThresholdAreNotHidden() {
    assertTrue(lastLine(Scenario.NOTES_ONLY).contains("1 finding below it"));
  }

  @Test
  void anIncompleteScanSaysSoBesideTheScore() {
    assertTrue(line(Scenario.EVERY_PROBLEM, "score:").contains("incomplete"));
    assertFalse(line(Scenario.ONE_FINDING, "score:").contains("incomplete"));
  }

  @Test
  void whatMakesTheScanIncompleteStandsBeforeRemarks() {
    String report = Scenario.EVERY_PROBLEM.rendered("console");
    int remark = report.indexOf("remark: decoded as");
    assertTrue(remark > 0);
    for (String kind : List.of("not-understood:", "partly-understood:", "unreadable:")) {
      int problem = report.indexOf(kind);
      assertTrue(problem > 0 && problem < remark, kind);
    }
  }

  @Test
  void longListsAreCutWithTheNumberOfTheRest() {
    String report = Scenario.LONG_LISTS.rendered("console");
    assertTrue(report.contains("b12(): void") && !report.contains("b13(): void"));
    assertEquals(2, report.split("\n {6}and 18 more\n", -1).length);
    assertTrue(report.contains("and 28 more"), "words");
    assertTrue(report.contains("and 37 more"), "callers");
    assertTrue(report.contains("\n  and 10 more\n"), "problems");
    assertTrue(report.contains("\n  and 4 more\n"), "remarks");
  }

  @Test
  void typesOfOneSimpleNameAreToldApart() {
    String report = Scenario.EVERY_EVIDENCE.rendered("console");
    assertTrue(
        report.contains(
            "no type uses `shop.net.MessageRouter`, no type uses `shop.old.MessageRouter`"));
  }

  @Test
  void aRuleThatDidNotRunIsNotCountedAsClean() {
    assertTrue(line(Scenario.CLEAN, "  bypass").contains("not run: no class files were given"));
    assertTrue(lastLine(Scenario.CLEAN).contains("1 rule not run"));
  }

  private static String line(Scenario scenario, String start) {
    return scenario
        .rendered("console")
        .lines()
        .filter(line -> line.startsWith(start))
        .findFirst()
        .orElseThrow();
  }

  private static String lastLine(Scenario scenario) {
    return scenario.rendered("console").lines().reduce("", (first, second) -> second);
  }
}
