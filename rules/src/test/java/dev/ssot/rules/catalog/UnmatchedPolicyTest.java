package dev.ssot.rules.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ssot.rules.fixture.Project;
import dev.ssot.rules.fixture.TestPolicy;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Grounds;
import dev.ssot.rules.model.Policy;
import dev.ssot.rules.model.RuleCoverage;
import dev.ssot.rules.scan.Scan;
import dev.ssot.rules.scan.ScanListener;
import dev.ssot.rules.scan.ScanRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnmatchedPolicyTest {

  private final Path folder;

  UnmatchedPolicyTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Project project() {
    return Project.in(folder)
        .rules("unmatched-policy")
        .java("package shop.session; public class Sessions {}")
        .java("package shop.login; public class Login { static class Page {} }")
        .test("package shop.login; public class LoginTest {}");
  }

  @Test
  void findsPartsOfTheStructureThatNothingIsIn() {
    Project.in(folder)
        .rules("unmatched-policy")
        .java("package shop; class Here { static int n; }")
        .policy(
            TestPolicy.empty()
                .isolate("shop.**", "shop.Here#n", "shop.Gone#n # finds: unmatched-policy")
                .layer("top", "shop.Here", "gone.** # finds: unmatched-policy")
                .acyclic("shop.(*)")
                .acyclic("gone.(**) # finds: unmatched-policy"))
        .assertMarkedFindings();
  }

  @Test
  void findsUnrelatedEntriesThatNameNoType() {
    project()
        .policy(
            TestPolicy.empty()
                .role("sessions", "shop.session.Sessions")
                .unrelated(
                    "shop.login.Login",
                    "shop.login.Logout # finds: unmatched-policy (warning)",
                    "shop.login.*",
                    "shop.logout.* # finds: unmatched-policy",
                    "shop.**",
                    "store.** # finds: unmatched-policy"))
        .assertMarkedFindings();
  }

  @Test
  void findsTypesOfValuesThatDoNotExist() {
    project()
        .policy(
            TestPolicy.empty()
                .role("sessions", "shop.session.Sessions")
                .messages(
                    "session_opened",
                    "session.Opened.late",
                    "shop.login.Login",
                    "shop.login.Events # finds: unmatched-policy")
                .constants(
                    "shop.login.Login.Page",
                    "shop.login.Names # finds: unmatched-policy (warning)"))
        .assertMarkedFindings();
  }

  @Test
  void findsExceptionsThatNameNoType() {
    project()
        .policy(
            TestPolicy.forbidding("shop.session.Sessions")
                .except(
                    "shop.login.Login.Page",
                    "shop.login.Login.Form # finds: unmatched-policy",
                    "shop.login.LoginTest",
                    "shop.migration.** # finds: unmatched-policy"))
        .assertMarkedFindings();
  }

  @Test
  void findsExceptionsOfARoleThatNameNoType() {
    project()
        .policy(
            TestPolicy.empty()
                .role("sessions", "shop.session.Sessions")
                .forbid("shop.old.**")
                .except("shop.login.Login", "shop.Gone # finds: unmatched-policy"))
        .assertMarkedFindings();
  }

  @Test
  void findsExceptionsOfReservedCallsThatNameNoType() {
    project()
        .policy(
            TestPolicy.empty()
                .role("sessions", "shop.session.Sessions")
                .reserve("jakarta.servlet.http.HttpSession", "invalidate")
                .mayCall("shop.login.Login", "shop.transport.* # finds: unmatched-policy"))
        .assertMarkedFindings();
  }

  @Test
  void findsShimsThatAreGone() {
    project()
        .policy(
            TestPolicy.empty()
                .role("sessions", "shop.session.Sessions")
                .shim("shop.login.Login", "shop", "2027-06-30")
                .shim("shop.login.Gone # finds: unmatched-policy", "shop", "2027-06-30"))
        .assertMarkedFindings();
  }

  @Test
  void findsPatternsOfSourcesThatMatchNoFile() {
    project()
        .file("attic/shop/Old.java", "package shop; class Old {}")
        .file("made/shop/Made.java", "package shop; class Made {}")
        .policy(
            TestPolicy.empty()
                .roots("src/main/java", "made", "src/main/kotlin # finds: unmatched-policy")
                .testRoots("src/test/java", "src/it/java # finds: unmatched-policy")
                .generatedRoots("made", "gen # finds: unmatched-policy")
                .excludes("attic/**", "**/Old.java # finds: unmatched-policy"))
        .assertMarkedFindings();
  }

  @Test
  void leavesATestRootAloneAllOfWhichIsGenerated() {
    project()
        .file("src/it/java/generated/shop/MadeTest.java", "package shop; class MadeTest {}")
        .policy(TestPolicy.empty().testRoots("src/it/java"))
        .assertMarkedFindings();
  }

  @Test
  void leavesForbiddenPathsAloneThatNobodyUses() {
    project()
        .policy(TestPolicy.forbidding("org.old.Dates").forbid("org.old.**").discourage("x.Y#z"))
        .assertMarkedFindings();
  }

  @Test
  void leavesLinesOfABuiltInPolicyAlone() {
    project()
        .policy(
            TestPolicy.empty()
                .builtIn("websocket-router")
                .role("sessions", "shop.session.Sessions")
                .unrelated("shop.Gone"))
        .assertMarkedFindings();
  }

  @Test
  void showsTheLineOfThePolicy() {
    Finding finding =
        project()
            .policy(
                TestPolicy.empty()
                    .role("sessions", "shop.session.Sessions")
                    .unrelated("shop.Gone # finds: unmatched-policy"))
            .assertMarkedFindings()
            .findings()
            .get(0);

    assertEquals("ssot.yaml", finding.location().path());
    assertEquals("[2:9-2:18]", range(finding));
    assertEquals(
        "`shop.Gone` in `unrelated` names no type of this codebase", finding.statement().message());
    assertEquals(new Evidence.PolicyEntry("unrelated", "shop.Gone"), finding.evidence());
  }

  private static String range(Finding finding) {
    var region = finding.location().region();
    return "[%s:%s-%s:%s]"
        .formatted(region.line(), region.column(), region.endLine(), region.endColumn());
  }

  @Test
  void identityDoesNotDependOnThePlaceInAList() {
    List<Finding> first =
        project().policy(TestPolicy.empty().excludes("gone/**")).scan().findings();
    List<Finding> second =
        project()
            .file("attic/shop/Old.java", "package shop; class Old {}")
            .policy(TestPolicy.empty().excludes("attic/**", "gone/**"))
            .scan()
            .findings();

    assertEquals(first.get(0).fingerprint(), second.get(0).fingerprint());
  }

  @Test
  void countsTheLinesThatItLookedAt() {
    RuleCoverage coverage =
        project()
            .policy(
                TestPolicy.forbidding("x.Y")
                    .except("shop.login.Login")
                    .role("sessions", "shop.session.Sessions")
                    .unrelated("shop.login.*")
                    .testRoots("src/test/java"))
            .scan()
            .coverage()
            .rules()
            .get(0);

    assertEquals(3, coverage.subjects());
    assertEquals("lines of the policy", coverage.unit());
  }

  @Test
  void doesNotRunWithoutAPolicy() {
    project();
    RuleCoverage coverage =
        Scan.run(
                new ScanRequest(
                    folder,
                    List.of(folder),
                    Policy.none(),
                    Set.of("unmatched-policy"),
                    Grounds.none(),
                    1),
                ScanListener.silent())
            .coverage()
            .rules()
            .get(0);

    assertEquals("there is no policy", coverage.notRun());
  }
}
