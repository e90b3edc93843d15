package dev.ssot.rules.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ssot.rules.fixture.Project;
import dev.ssot.rules.fixture.TestPolicy;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.RoleCompliance;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.model.ShimTerms;
import dev.ssot.rules.model.TypeRef;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverdueShimTest {

  private static final String LAST = "2026-06-30";
  private static final String AFTER = "2026-07-01";

  private final Path folder;

  OverdueShimTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Project project() {
    return Project.in(folder)
        .today(AFTER)
        .rules("overdue-shim")
        .policy(policy())
        .java(
            """
            package shop;

            public class Router {
              public void route(String text) { System.out.println(text); }
              public void drop(String text) { System.err.println(text); }
            }
            """)
        .java("package shop; public @interface Shim { String owner(); String until(); }");
  }

  private static TestPolicy policy() {
    return TestPolicy.empty().role("router", "shop.Router");
  }

  private static String forwarding(String annotation, String name, String mark) {
    return """
        package shop.old;

        import shop.Router;
        import shop.Shim;

        %s
        public final class %s { %s
          private final Router router;

          public %s(Router router) { this.router = router; }

          public void route(String text) { router.route(text); }

          public void drop(String text) { router.drop(text); }
        }
        """
        .formatted(annotation, name, mark, name);
  }

  private static String dated(String until, String mark) {
    return forwarding("@Shim(owner = \"chat\", until = \"%s\")".formatted(until), "Switch", mark);
  }

  @Test
  void findsAShimOnTheDayAfterItsLastOne() {
    project()
        .java(dated("2026-06-30", "// finds: overdue-shim (error)"))
        .today(AFTER)
        .assertMarkedFindings();
  }

  @Test
  void leavesAShimAloneOnItsLastDay() {
    project().java(dated("2026-06-30", "")).today(LAST).assertMarkedFindings();
  }

  @Test
  void findsShimsWithoutOwnerOrEndDate() {
    project()
        .java(forwarding("@Shim(until = \"2027-06-30\")", "A", "// finds: overdue-shim (warning)"))
        .java(
            forwarding(
                "@Shim(owner = \" \", until = \"2027-06-30\")",
                "B",
                "// finds: overdue-shim (warning)"))
        .java(forwarding("@Shim(owner = \"chat\")", "C", "// finds: overdue-shim (warning)"))
        .java(
            forwarding(
                "@Shim(owner = \"chat\", until = \"soon\")",
                "D",
                "// finds: overdue-shim (warning)"))
        .java(
            forwarding(
                "@Shim(owner = \"chat\", until = \"2027-02-30\")",
                "E",
                "// finds: overdue-shim (warning)"))
        .java(forwarding("@Shim", "F", "// finds: overdue-shim (warning)"))
        .assertMarkedFindings();
  }

  @Test
  void saysWhatIsMissing() {
    String name =
        project()
            .java(forwarding("@Shim(until = \"soon\")", "A", ""))
            .scan()
            .findings()
            .get(0)
            .statement()
            .message();

    assertEquals(
        "`shop.old.A` is a shim of `shop.Router` and has no owner and `soon` for an end date, which"
            + " is none",
        name);
  }

  @Test
  void findsWhatForwardsWithoutHavingBeenDeclared() {
    project()
        .java(forwarding("", "Switch", "// finds: overdue-shim (warning)"))
        .assertMarkedFindings();
  }

  @Test
  void leavesAloneWhatForwardsForAnotherReason() {
    project()
        .java(forwarding("", "Base", "").replace("final class", "abstract class"))
        .java("package shop.old; class Louder extends shop.Router { void shout() {} }")
        .java(
            forwarding("", "Phone", "")
                .replace("void route", "void call")
                .replace("void drop", "void hangUp"))
        .test(forwarding("", "Recorder", ""))
        .assertMarkedFindings();
  }

  @Test
  void theTermsOfThePolicyCountBeforeThoseOfTheCode() {
    project()
        .policy(policy().shim("shop.old.Switch", "chat", "2026-06-30"))
        .java(dated("2027-06-30", "// finds: overdue-shim"))
        .assertMarkedFindings();
  }

  /** As those of a library, of which a codebase has declared no role. */
  @Test
  void anAnnotationNeedsNoRole() {
    project()
        .policy(TestPolicy.empty())
        .java(dated("2026-06-30", "// finds: overdue-shim"))
        .assertMarkedFindings();
  }

  @Test
  void namesTheOwnerTheUsersAndTheNextStep() {
    Finding finding =
        project()
            .java(dated("2026-06-30", ""))
            .java("package shop; class Desk { shop.old.Switch line; }")
            .scan()
            .findings()
            .get(0);

    assertEquals(
        "`shop.old.Switch` is a shim of `shop.Router` whose last day, 2026-06-30, has passed",
        finding.statement().message());
    assertEquals("move its user and delete it", finding.statement().help());
    assertEquals("shop.Router", finding.statement().related().get(0).name());
    Evidence.Shim shim = (Evidence.Shim) finding.evidence();
    assertEquals(new ShimTerms("chat", "2026-06-30"), shim.terms());
    assertEquals(List.of("shop.Desk"), shim.users().stream().map(TypeRef::name).toList());
  }

  /** Otherwise each new date would make another finding of it. */
  @Test
  void theFingerprintSurvivesAnotherDate() {
    Finding before = project().java(dated("2026-05-31", "")).scan().findings().get(0);
    Finding after = project().java(dated("2026-06-30", "")).scan().findings().get(0);

    assertEquals(before.fingerprint(), after.fingerprint());
  }

  @Test
  void aShimIsCompliantWithinItsDatesOnly() {
    Project project =
        project()
            .java(dated("2026-06-30", ""))
            .java("package shop; class Desk { shop.old.Switch line; }");

    RoleCompliance inTime = role(project.today(LAST).scan());
    RoleCompliance after = role(project.today(AFTER).scan());

    assertEquals(2, inTime.implementations().compliant());
    assertEquals(1, after.implementations().compliant());
    assertEquals(inTime.implementations().sites(), after.implementations().sites());
    assertEquals(inTime.uses().sites(), after.uses().sites());
    assertEquals(inTime.uses().compliant() - 1, after.uses().compliant());
  }

  private static RoleCompliance role(ScanResult result) {
    return result.compliance().roles().get(0);
  }
}
