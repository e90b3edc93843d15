package dev.ssot.rules.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SeverityTest {

  @Test
  void aSeverityReachesItselfAndEveryMilderThreshold() {
    assertTrue(Severity.ERROR.reaches(Severity.NOTE));
    assertTrue(Severity.WARNING.reaches(Severity.WARNING));
    assertFalse(Severity.NOTE.reaches(Severity.WARNING));
  }

  @Test
  void labelsAreThoseOfSarif() {
    assertEquals("error", Severity.ERROR.label());
    assertEquals("warning", Severity.WARNING.label());
    assertEquals("note", Severity.NOTE.label());
  }
}
