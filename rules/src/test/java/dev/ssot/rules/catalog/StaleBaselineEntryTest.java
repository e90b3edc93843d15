package dev.ssot.rules.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ssot.rules.fixture.Project;
import dev.ssot.rules.fixture.TestPolicy;
import dev.ssot.rules.model.BaselineEntry;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Fingerprint;
import dev.ssot.rules.model.RuleCoverage;
import dev.ssot.rules.model.ScanResult;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaleBaselineEntryTest {

  private static final String RULE = "stale-baseline-entry";
  private static final String SHOP =
      """
      package shop;

      import shop.old.A;
      import shop.old.B;

      class Shop {}
      """;

  private final Path folder;

  StaleBaselineEntryTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Project project() {
    return Project.in(folder)
        .rules(RULE, "forbidden-import")
        .policy(TestPolicy.forbidding("shop.old.**"))
        .java(SHOP);
  }

  /** The entries that accept everything that a project has. */
  private static List<BaselineEntry> entries(Project project) {
    return project.scan().findings().stream().map(BaselineEntry::of).toList();
  }

  private static List<Integer> staleLines(ScanResult result) {
    return result.findings().stream()
        .filter(finding -> finding.rule().equals(RULE))
        .map(finding -> finding.location().region().line())
        .toList();
  }

  @Test
  void findsEntriesWhoseFindingIsGone() {
    List<BaselineEntry> entries = entries(project());
    Project mended = project().java(SHOP.replace("import shop.old.A;\n", "")).baseline(entries);
    ScanResult result = mended.scan();

    assertEquals(List.of(1), staleLines(result));
    Finding stale = result.open().get(0);
    assertEquals("known.jsonl:1", stale.location().pathAndLine());
    assertEquals(
        "this entry accepts nothing: `forbidden-import` finds nothing more at `shop.Shop` (import"
            + " shop.old.A) that is not accepted",
        stale.statement().message());
  }

  @Test
  void leavesEntriesAloneThatAcceptAFinding() {
    ScanResult result = project().baseline(entries(project())).scan();

    assertEquals(List.of(), result.open());
    assertEquals(2, result.findings().size());
  }

  @Test
  void findsTheSecondOfTwoEqualEntries() {
    List<BaselineEntry> entries = entries(project());

    assertEquals(
        List.of(3),
        staleLines(
            project().baseline(List.of(entries.get(0), entries.get(1), entries.get(0))).scan()));
  }

  @Test
  void findsEntriesOfFindingsThatAreSuppressed() {
    List<BaselineEntry> entries = entries(project());
    Project suppressed =
        project()
            .java(
                SHOP.replace(
                    "A;", "A; // ssot:allow forbidden-import until=2026-12-31 -- it is moving"))
            .baseline(entries);

    assertEquals(List.of(1), staleLines(suppressed.scan()));
  }

  private static BaselineEntry entry(String rule, String path) {
    return new BaselineEntry(rule, "shop.Gone", "", new Fingerprint("v1:" + "0".repeat(32)), path);
  }

  @Test
  void leavesEntriesOfRulesThatDidNotRunAlone() {
    Project project =
        project()
            .baseline(
                List.of(
                    entry("duplicate-implementation", "src/main/java/shop/Gone.java"),
                    entry("forbidden-import", "src/main/java/shop/Gone.java"),
                    entry("no-such-rule", "src/main/java/shop/Gone.java")));

    assertEquals(List.of(2, 3), staleLines(project.scan()));
  }

  @Test
  void leavesEntriesOutsideOfWhatWasScannedAlone() {
    Project project =
        project()
            .file("src/main/java/shop/more/More.java", "package shop.more; class More {}")
            .paths("src/main/java/shop/more")
            .baseline(
                List.of(
                    entry("forbidden-import", "src/main/java/shop/Gone.java"),
                    entry("forbidden-import", "src/main/java/shop/more/Gone.java"),
                    entry("forbidden-import", "src/main/java/shop/moreover/Gone.java"),
                    entry("forbidden-import", "ssot.yaml")));

    assertEquals(List.of(2, 4), staleLines(project.scan()));
  }

  @Test
  void saysNothingWhileTheScanIsIncompleteOrThereIsNoBaseline() {
    assertEquals("there is no baseline", notRun(project().scan()));
    assertEquals(
        "the scan is incomplete, so what accepts nothing cannot be told",
        notRun(
            project()
                .file("Bad.java", "class {")
                .baseline(List.of(entry("forbidden-import", "Bad.java")))
                .scan()));
  }

  private static String notRun(ScanResult result) {
    return result.coverage().rules().stream()
        .filter(rule -> rule.rule().equals(RULE))
        .map(RuleCoverage::notRun)
        .findFirst()
        .orElseThrow();
  }
}
