package dev.ssot.rules.triage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.ssot.rules.fixture.Project;
import dev.ssot.rules.fixture.TestPolicy;
import dev.ssot.rules.model.BaselineEntry;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Outcome;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.model.Triage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is open, suppressed and known, and what comes of it. */
class MarkingTest {

  private static final String USE =
      """
      package shop;

      import shop.old.Store;

      class Shop {}
      """;

  private final Path folder;

  MarkingTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Project project() {
    return Project.in(folder)
        .today("2026-06-01")
        .rules("forbidden-import")
        .policy(TestPolicy.forbidding("shop.old.**"));
  }

  /** The findings as {@code path state}. */
  private static List<String> marks(ScanResult result) {
    return result.findings().stream()
        .map(finding -> finding.location().path() + " " + finding.triage().state().label())
        .toList();
  }

  private static BaselineEntry entry(Finding finding, String path) {
    return new BaselineEntry(
        finding.rule(), finding.subject().text(), "", finding.fingerprint(), path);
  }

  @Test
  void onlyOpenFindingsFailAScan() {
    Project project = project().file("a/Shop.java", USE);
    ScanResult open = project.scan();
    ScanResult known = project.baseline(List.of(BaselineEntry.of(open.findings().get(0)))).scan();

    assertEquals(Outcome.VIOLATIONS, open.outcome());
    assertEquals(Outcome.CLEAN, known.outcome());
    assertEquals(1, known.findings().size());
    assertEquals(0, known.count(Severity.ERROR));
    assertEquals(1, known.count(Triage.State.KNOWN));
  }

  @Test
  void aSecondCopyOfAKnownFindingIsNew() {
    Project project = project().file("b/Shop.java", USE);
    Finding first = project.scan().findings().get(0);
    project.file("a/Shop.java", USE).file("c/Shop.java", USE);

    assertEquals(
        List.of("a/Shop.java open", "b/Shop.java known", "c/Shop.java open"),
        marks(project.baseline(List.of(BaselineEntry.of(first))).scan()));
    assertEquals(
        List.of("a/Shop.java known", "b/Shop.java known", "c/Shop.java open"),
        marks(
            project
                .baseline(List.of(entry(first, "gone/Shop.java"), entry(first, "b/Shop.java")))
                .scan()));
  }

  @Test
  void aMovedFindingIsStillKnown() {
    Finding before = project().file("a/Shop.java", USE).scan().findings().get(0);
    Project moved =
        project()
            .file("a/Shop.java", "")
            .file("z/Renamed.java", "// moved\n\n" + USE)
            .baseline(List.of(BaselineEntry.of(before)));

    assertEquals(List.of("z/Renamed.java known"), marks(moved.scan()));
  }

  @Test
  void aSuppressionWinsOverTheBaselineAndCoversAllOfItsRule() {
    Project project =
        project()
            .file(
                "Shop.java",
                """
                package shop;

                // ssot:allow forbidden-import until=2026-06-01 owner=shop-team -- it is moving
                class Shop {
                  shop.old.A a;
                  shop.old.B b;
                }
                """);
    Finding finding = project.scan().findings().get(0);
    ScanResult result = project.baseline(List.of(BaselineEntry.of(finding))).scan();

    assertEquals(List.of("Shop.java suppressed", "Shop.java suppressed"), marks(result));
    Triage.Suppressed mark = (Triage.Suppressed) result.findings().get(0).triage();
    assertEquals("shop-team", mark.by().terms().owner());
    assertEquals("Shop.java:3", mark.by().location().pathAndLine());
    assertEquals("shop.Shop", mark.by().subject());
  }

  @Test
  void theScoreKnowsNoAcceptance() {
    TestPolicy policy =
        TestPolicy.empty().role("stores", "shop.Store").forbid("shop.old.**").threshold(100);
    Project project =
        project()
            .policy(policy)
            .java("package shop; class Store {}")
            .java("package shop.a; import shop.Store; class A { Store s; }")
            .java("package shop.b; import shop.old.Store; class B { Store s; }");
    ScanResult open = project.scan();
    ScanResult accepted =
        project.baseline(open.findings().stream().map(BaselineEntry::of).toList()).scan();

    assertNotEquals(1000, open.compliance().total().permille());
    assertEquals(open.compliance(), accepted.compliance());
    assertEquals(List.of(), accepted.open());
    assertEquals(Outcome.VIOLATIONS, accepted.outcome(), "the gate is missed all the same");
  }

  @Test
  void thePolicySuppressesByTheTypeThatIsSeenToo() {
    ScanResult result =
        project()
            .policy(
                TestPolicy.forbidding("shop.old.**")
                    .suppress("forbidden-import", "shop.Outer.Inner", "2026-12-31"))
            .file(
                "Outer.java",
                """
                package shop;

                class Outer {
                  static class Inner {
                    shop.old.A a;
                  }
                }
                """)
            .scan();

    assertEquals(List.of("Outer.java suppressed"), marks(result));
  }
}
