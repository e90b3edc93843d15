package dev.ssot.rules.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ssot.rules.fixture.Project;
import dev.ssot.rules.fixture.TestPolicy;
import dev.ssot.rules.model.RuleCoverage;
import dev.ssot.rules.model.ScanResult;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnusedSuppressionTest {

  private final Path folder;

  UnusedSuppressionTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Project project() {
    return Project.in(folder)
        .rules("unused-suppression", "forbidden-import", "unresolved-import")
        .policy(TestPolicy.forbidding("shop.old.**"));
  }

  @Test
  void findsThoseThatCoverNoFindingOfTheirRule() {
    project()
        .java(
            """
            package shop;

            // ssot:allow forbidden-import until=2026-12-31 -- x // finds: unused-suppression (warning)
            import shop.fine.A;
            // ssot:allow unresolved-import until=2026-12-31 -- x // finds: unused-suppression
            import shop.old.B; // finds: forbidden-import
            // ssot:allow forbidden-import until=2026-12-31 -- it is moving
            import shop.old.C;
            // ssot:allow forbidden-import until=2026-12-31 -- x // finds: unused-suppression

            import shop.old.D; // finds: forbidden-import

            class Shop {}
            """)
        .assertMarkedFindings();
  }

  @Test
  void findsThoseOfThePolicyByTypeMemberAndPackage() {
    project()
        .java("package shop.a; import shop.old.A; class Shop {}")
        .java("package shop.b.c; import shop.old.A; class Store {}")
        .java("package shop.d; import shop.old.A; class Rest {} // finds: forbidden-import")
        .policy(
            TestPolicy.forbidding("shop.old.**")
                .suppress("forbidden-import", "shop.a.Shop", "2026-12-31")
                .suppress("forbidden-import", "shop.b.**", "2026-12-31")
                .suppress("forbidden-import", "shop.b.* # finds: unused-suppression", "2026-12-31")
                .suppress(
                    "unresolved-import", "shop.d.Rest # finds: unused-suppression", "2026-12-31")
                .suppress(
                    "forbidden-import",
                    "shop.d.Rest#run # finds: unused-suppression",
                    "2026-12-31"))
        .assertMarkedFindings();
  }

  @Test
  void leavesThoseOfThePolicyAloneWhoseCodeWasNotScanned() {
    project()
        .java("package shop.a; class Shop {}")
        .java("package shop.b; class Store {}")
        .paths("src/main/java/shop/a")
        .policy(
            TestPolicy.forbidding("shop.old.**")
                .suppress(
                    "forbidden-import", "shop.a.Shop # finds: unused-suppression", "2026-12-31")
                .suppress("forbidden-import", "shop.b.Store", "2026-12-31")
                .suppress("forbidden-import", "shop.c.**", "2026-12-31"))
        .assertMarkedFindings();
  }

  @Test
  void leavesThoseOfRulesThatDidNotRunAlone() {
    ScanResult result =
        project()
            .rules("unused-suppression")
            .java(
                """
                package shop;

                // ssot:allow forbidden-import until=2026-12-31 -- it is moving
                class Shop {}
                """)
            .assertMarkedFindings();

    assertEquals(0, result.coverage().rules().get(0).subjects());
  }

  @Test
  void leavesThoseOfRulesThatHadNothingToGoByAlone() {
    project()
        .rules()
        .policy(TestPolicy.empty())
        .java(
            """
            package shop;

            // ssot:allow duplicate-implementation until=2026-12-31 -- once there are roles
            class Shop {}
            """)
        .assertMarkedFindings();
  }

  @Test
  void saysNothingWhileTheScanIsIncomplete() {
    ScanResult result =
        project()
            .file("Bad.java", "class {")
            .java(
                """
                package shop;

                // ssot:allow forbidden-import until=2026-12-31 -- it is moving
                class Shop {}
                """)
            .scan();

    assertEquals(List.of(), result.findings());
    assertEquals(
        "the scan is incomplete, so what accepts nothing cannot be told",
        result.coverage().rules().stream()
            .filter(rule -> rule.rule().equals("unused-suppression"))
            .map(RuleCoverage::notRun)
            .findFirst()
            .orElseThrow());
  }
}
