package dev.ssot.rules.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.rules.fixture.Neighbourhood;
import dev.ssot.rules.fixture.Project;
import dev.ssot.rules.fixture.TestPolicy;
import dev.ssot.rules.fixture.TicketOffice;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Liveness;
import dev.ssot.rules.model.Severity;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By whom a rival is used decides how urgent it is and what to do about it. */
class LivenessTest {

  private static final String USES_OFFICE =
      "package fair.app; class Desk { fair.tickets.TicketOffice office; }";
  private static final String USES_BOOTH =
      "package fair.app; class Gate { fair.gate.Booth booth; }";

  private final Project project;

  LivenessTest(@TempDir Path folder) {
    project =
        Neighbourhood.around(Project.in(folder))
            .java(TicketOffice.SOURCE)
            .java(TicketOffice.copy("fair.gate", "Booth"))
            .rules("duplicate-implementation")
            .policy(TestPolicy.empty().role("ticket-sales", "fair.tickets.TicketOffice"));
  }

  private Finding only() {
    List<Finding> findings = project.scan().findings();
    assertEquals(1, findings.size(), findings::toString);
    return findings.get(0);
  }

  private void assertLiveness(Liveness expected, Severity severity, String help) {
    Finding found = only();
    Evidence.Rival rival = (Evidence.Rival) found.evidence();
    assertEquals(expected, rival.comparison().usage().rival());
    assertEquals(severity, found.severity());
    assertTrue(found.statement().help().contains(help), found.statement().help());
  }

  @Test
  void aRivalThatProductionUsesIsAnError() {
    project.java(USES_OFFICE).java(USES_BOOTH);

    assertLiveness(Liveness.PRODUCTION, Severity.ERROR, "move its 1 user to `TicketOffice`");
  }

  @Test
  void aRivalThatNothingUsesIsToBeDeleted() {
    project.java(USES_OFFICE);

    assertLiveness(Liveness.NOTHING, Severity.WARNING, "delete it: nothing in this codebase");
  }

  @Test
  void aRivalThatOnlyTestsUseIsToBeDeleted() {
    project.java(USES_OFFICE).test(USES_BOOTH);

    assertLiveness(Liveness.TESTS, Severity.WARNING, "only tests use it");
  }

  @Test
  void aRivalInAServiceFileIsLive() {
    project
        .java(USES_OFFICE)
        .file("src/main/resources/META-INF/services/fair.spi.Seller", "fair.gate.Booth\n");

    assertLiveness(Liveness.PRODUCTION, Severity.ERROR, "move its 1 user");
  }

  @Test
  void aCanonicalThatNothingUsesIsNamed() {
    project.java(USES_BOOTH);

    assertLiveness(
        Liveness.PRODUCTION,
        Severity.ERROR,
        "so far `TicketOffice` is used by nothing in this codebase");
  }

  @Test
  void rivalsThatOnlyUseEachOtherAreDead() {
    project
        .java(USES_OFFICE)
        .java(
            TicketOffice.copy("fair.kiosk", "Kiosk")
                .replace(
                    "private final int seats", "fair.gate.Booth next; private final int seats"));

    List<Finding> findings = project.scan().findings();

    assertEquals(2, findings.size(), findings::toString);
    assertTrue(
        findings.stream().allMatch(finding -> finding.severity() == Severity.WARNING),
        findings::toString);
    assertTrue(
        findings.stream()
            .anyMatch(finding -> finding.statement().help().contains("with the other rivals")),
        findings::toString);
  }
}
