package dev.ssot.rules.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.rules.fixture.Project;
import dev.ssot.rules.fixture.TestPolicy;
import dev.ssot.rules.model.BaselineEntry;
import dev.ssot.rules.model.Outcome;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.model.Tally;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeScanTest {

  private static final String USER = "package shop;\n\nimport shop.old.Store;\n\nclass %s {}\n";

  private final Project project;

  ChangeScanTest(@TempDir Path folder) {
    this.project =
        Project.in(folder)
            .policy(TestPolicy.forbidding("shop.old.**"))
            .file("shop/A.java", USER.formatted("A"))
            .file("shop/B.java", USER.formatted("B"));
  }

  private static List<String> reported(ScanResult result) {
    return result.reported().stream()
        .map(finding -> finding.location().path() + " " + finding.rule())
        .toList();
  }

  @Test
  void reportsWhatWasAddedOnly() {
    ScanResult result = project.beforeWithout("shop/B.java").compared();
    assertEquals(List.of("shop/B.java forbidden-import"), reported(result));
    assertEquals(2, result.open().size());
    assertEquals(Outcome.VIOLATIONS, result.outcome());
  }

  @Test
  void isCleanWhereNothingWasAdded() {
    ScanResult result = project.compared();
    assertEquals(List.of(), reported(result));
    assertEquals(Outcome.CLEAN, result.outcome());
  }

  @Test
  void reportsWhatADeletionBreaksElsewhere() {
    project
        .file("shop/left/Desk.java", "package shop.left;\n\npublic class Desk {}\n")
        .beforeWithout("shop/moved/Till.java")
        .file("shop/C.java", "package shop;\n\nimport shop.left.Till;\n\nclass C {}\n")
        .file("shop/moved/Till.java", "package shop.moved;\n\npublic class Till {}\n")
        .before("shop/left/Till.java", "package shop.left;\n\npublic class Till {}\n");
    assertEquals(List.of("shop/C.java unresolved-import"), reported(project.compared()));
  }

  @Test
  void refusesAChangeThatDeletesACanonical() {
    project
        .policy(TestPolicy.empty().role("till", "shop.left.Till"))
        .file("shop/left/Desk.java", "package shop.left;\n\npublic class Desk {}\n")
        .file("shop/C.java", "package shop;\n\nimport shop.left.Till;\n\nclass C {}\n")
        .file("shop/moved/Till.java", "package shop.moved;\n\npublic class Till {}\n")
        .before("shop/left/Till.java", "package shop.left;\n\npublic class Till {}\n");
    String refusal =
        String.valueOf(assertThrows(ScanRefusal.class, project::compared).getMessage());
    assertTrue(
        refusal.contains("the canonical `shop.left.Till` of the role `till` was deleted or moved"),
        refusal);
    assertTrue(refusal.contains("did you mean `shop.moved.Till`"), refusal);
  }

  @Test
  void aPolicyThatForbidsMoreIntroducesWhatItFinds() {
    assertEquals(2, reported(project.before(TestPolicy.empty()).compared()).size());
  }

  @Test
  void anEntryThatIsTakenOutOfTheBaselineIntroducesItsFinding() {
    List<BaselineEntry> entries =
        project.scan().findings().stream().map(BaselineEntry::of).toList();
    project.baseline(entries.subList(0, 1)).baselineBefore(entries);
    assertEquals(List.of("shop/B.java forbidden-import"), reported(project.compared()));
  }

  /** A date that passes is nobody's change. */
  @Test
  void anExpiredSuppressionIsNewOnlyIfTheChangeEndsIt() {
    String accepted =
        """
        package shop;

        // ssot:allow forbidden-import until=%s owner=me -- later
        import shop.old.Store;

        class A {}
        """;
    project.today("2026-06-01").file("shop/A.java", accepted.formatted("2026-05-01"));
    assertEquals(List.of(), reported(project.compared()));
    assertEquals(
        List.of("shop/A.java expired-suppression", "shop/A.java forbidden-import"),
        reported(project.before("shop/A.java", accepted.formatted("2026-12-31")).compared())
            .stream()
            .sorted()
            .toList());
  }

  @Test
  void theGateCountsOnlyIfItHeldBefore() {
    project
        .policy(TestPolicy.empty().role("router", "shop.Router").gate(Severity.ERROR, 60))
        .file("shop/Router.java", "package shop;\n\npublic class Router {}\n")
        .file("shop/User.java", "package shop;\n\nclass User { Router router; }\n")
        .rules("unresolved-import");
    ScanResult held = project.compared();
    assertFalse(held.gateFails());
    assertEquals(new Tally(2, 2), held.change().before().score());

    String rest = "package shop;\n\nclass Rest {}\n";
    project.policy(
        TestPolicy.empty()
            .role("router", "shop.Router")
            .forbid("shop.old.**")
            .gate(Severity.ERROR, 60));
    project.before("shop/A.java", rest).before("shop/B.java", rest);
    ScanResult lost = project.compared();
    assertEquals(new Tally(2, 4), lost.compliance().total());
    assertTrue(lost.gateFails());
    assertEquals(Outcome.VIOLATIONS, lost.outcome());

    project.before("shop/A.java", USER.formatted("A")).before("shop/B.java", USER.formatted("B"));
    ScanResult missed = project.compared();
    assertTrue(missed.compliance().gateMissed());
    assertFalse(missed.gateFails());
    assertEquals(Outcome.CLEAN, missed.outcome());
  }

  @Test
  void aBaseWithoutSourcesIsNoBase() {
    ScanResult result =
        project.beforeWithout("shop/A.java").beforeWithout("shop/B.java").compared();
    assertEquals(2, reported(result).size());
    assertTrue(result.change().before().refusal().startsWith("Nothing to scan in"));
  }

  @Test
  void saysWhatOfTheBaseWasNotUnderstood() {
    ScanResult result = project.before("shop/B.java", "class {").compared();
    assertEquals(List.of("shop/B.java forbidden-import"), reported(result));
    assertEquals("shop/B.java", result.change().before().gaps().get(0).path());
    assertEquals(Outcome.VIOLATIONS, result.outcome());
  }

  @Test
  void whatStandsInForAFolderHidesIt() {
    ScanResult result = project.before("shop", "a file").compared();
    assertEquals(2, reported(result).size());
  }

  @Test
  void filesOfTheBaseAreLeftOutLikeThoseOnDisk() {
    project
        .file("pom.xml", "<project/>")
        .file("shop/C.java", USER.formatted("C"))
        .beforeWithout("shop/C.java");
    for (String leftOut : List.of("target/C.java", ".hidden/C.java", "shop/C.txt", "gen/C.java")) {
      project.before(leftOut, USER.formatted("C"));
    }
    TestPolicy policy = TestPolicy.forbidding("shop.old.**").excludes("gen");
    assertEquals(
        List.of("shop/C.java forbidden-import"), reported(project.before(policy).compared()));

    project.before("elsewhere/C.java", USER.formatted("C"));
    assertEquals(List.of(), reported(project.before(policy).compared()));
  }
}
