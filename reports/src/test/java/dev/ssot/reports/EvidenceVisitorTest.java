package dev.ssot.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ssot.rules.model.Evidence;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class EvidenceVisitorTest {

  /** Rendering the scenario then proves that every report knows every kind. */
  @Test
  void theScenarioHasEveryKindOfEvidence() {
    Set<Class<?>> kinds =
        Arrays.stream(Evidence.class.getPermittedSubclasses()).collect(Collectors.toSet());
    Set<Class<?>> sampled =
        Scenario.EVERY_EVIDENCE.result().findings().stream()
            .map(finding -> finding.evidence().getClass())
            .collect(Collectors.toSet());
    assertEquals(kinds, sampled);
  }
}
