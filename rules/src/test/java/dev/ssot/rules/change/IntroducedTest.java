package dev.ssot.rules.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ssot.rules.fixture.Project;
import dev.ssot.rules.fixture.TestPolicy;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.model.Triage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntroducedTest {

  private final Finding here;
  private final Finding there;

  /** The same finding in two files. */
  IntroducedTest(@TempDir Path folder) {
    String use = "package shop;\n\nimport shop.old.Store;\n\nclass Shop {}\n";
    List<Finding> findings =
        Project.in(folder)
            .rules("forbidden-import")
            .policy(TestPolicy.forbidding("shop.old.**"))
            .file("a/Shop.java", use)
            .file("b/Shop.java", use)
            .scan()
            .findings();
    here = findings.get(0);
    there = findings.get(1);
  }

  private static List<String> marks(List<Finding> now, List<Finding> before) {
    return Introduced.mark(now, before).stream()
        .map(finding -> finding.location().path().charAt(0) + " " + finding.novelty())
        .toList();
  }

  private static Finding known(Finding finding) {
    return finding.with(new Triage.Known(1));
  }

  @Test
  void bothAreTheSameFinding() {
    assertEquals(here.fingerprint(), there.fingerprint());
  }

  @Test
  void aFindingThatHasMovedIsNotNew() {
    assertEquals(List.of("b THERE_BEFORE"), marks(List.of(there), List.of(here)));
  }

  @Test
  void ofTwoTheOneInTheOtherFileIsNew() {
    assertEquals(
        List.of("a INTRODUCED", "b THERE_BEFORE"), marks(List.of(here, there), List.of(there)));
    assertEquals(
        List.of("a THERE_BEFORE", "b INTRODUCED"), marks(List.of(here, there), List.of(here)));
  }

  @Test
  void aSecondCopyOfAKnownOneIsNew() {
    assertEquals(
        List.of("a THERE_BEFORE", "b INTRODUCED"),
        marks(List.of(known(here), there), List.of(known(here))));
  }

  @Test
  void whatIsNoLongerAcceptedIsNew() {
    assertEquals(List.of("a INTRODUCED"), marks(List.of(here), List.of(known(here))));
  }

  @Test
  void whatIsAcceptedNowIsNotNew() {
    assertEquals(List.of("a THERE_BEFORE"), marks(List.of(known(here)), List.of(here)));
  }

  @Test
  void oneEarlierFindingAnswersForOneOnly() {
    assertEquals(
        List.of("a THERE_BEFORE", "b INTRODUCED"),
        marks(List.of(here, known(there)), List.of(here)));
  }

  @Test
  void whatHasBecomeMoreSevereIsNew() {
    Finding mild = here.with(Severity.NOTE);
    assertEquals(List.of("a INTRODUCED"), marks(List.of(here), List.of(mild)));
    assertEquals(List.of("a THERE_BEFORE"), marks(List.of(mild), List.of(here)));
  }
}
