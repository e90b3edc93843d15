package dev.ssot.rules.catalog;

import static dev.ssot.rules.fixture.Limiter.limiter;
import static dev.ssot.rules.fixture.Limiter.marked;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.rules.fixture.Neighbourhood;
import dev.ssot.rules.fixture.Project;
import dev.ssot.rules.model.Evidence.Fragments;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Fingerprint;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.model.Subject;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a maintainer would say for keeping two types that are alike, and what does not count. */
class FragmentedRoleReasonsTest {

  private static final String BASE = "package app.%s;\n\npublic abstract class %s {}\n";

  private final Path folder;

  FragmentedRoleReasonsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Project project() {
    return Neighbourhood.around(Project.in(folder)).rules("fragmented-role");
  }

  private static String importing(String limiter, String name) {
    return limiter.replaceFirst("\nimport ", "\nimport " + name + ";\nimport ");
  }

  private static String deprecated(String limiter) {
    return limiter.replace("public final class", "@Deprecated\npublic final class");
  }

  @Test
  void leavesTypesAloneThatExtendTwoClasses() {
    project()
        .java(BASE.formatted("api", "Gate"))
        .java(BASE.formatted("jobs", "Worker"))
        .java(limiter("app.api", "CallLimiter", "extends Gate "))
        .java(limiter("app.jobs", "CallLimiter", "extends Worker "))
        .assertMarkedFindings();
  }

  @Test
  void leavesTypesAloneThatImplementTwoInterfaces() {
    project()
        .java(limiter("app.api", "CallLimiter", "implements vendor.Gate "))
        .java(limiter("app.jobs", "CallLimiter", "implements vendor.Filter "))
        .assertMarkedFindings();
  }

  @Test
  void takesNamesakesAmongTheSuperTypesForCopiesToo() {
    project()
        .java(BASE.formatted("api", "Gate"))
        .java(BASE.formatted("jobs", "Gate"))
        .java(limiter("app.api", "CallLimiter", "extends Gate "))
        .java(marked(limiter("app.jobs", "CallLimiter", "extends Gate ")))
        .assertMarkedFindings();
  }

  @Test
  void leavesTheSameCodeForTwoLibrariesAlone() {
    project()
        .java(importing(limiter("app.api", "CallLimiter"), "old.vendor.Client"))
        .java(importing(limiter("app.jobs", "CallLimiter"), "brand.vendor.Client"))
        .assertMarkedFindings();
  }

  @Test
  void takesTheSameImportsFromTwoPackagesOfTheCodebaseForNoReason() {
    project()
        .java(BASE.formatted("api", "Client"))
        .java(BASE.formatted("jobs", "Client"))
        .java(importing(limiter("app.one", "CallLimiter"), "app.api.Client"))
        .java(marked(importing(limiter("app.two", "CallLimiter"), "app.jobs.Client")))
        .assertMarkedFindings();
  }

  @Test
  void leavesEditionsForNewerPlatformsAlone() {
    String path = "src/main/java/%sapp/CallLimiter.java";
    project()
        .file(path.formatted(""), limiter("app", "CallLimiter"))
        .file(path.formatted("META-INF/versions/11/"), limiter("app", "CallLimiter"))
        .assertMarkedFindings();
  }

  @Test
  void leavesExamplesAlone() {
    project()
        .java(limiter("app.examples.one", "CallLimiter"))
        .java(limiter("app.examples.two", "CallLimiter"))
        .assertMarkedFindings();
  }

  @Test
  void leavesTheMembersOfAPatternAlone() {
    Project project = project();
    for (String name : List.of("Amber", "Bronze", "Cobalt", "Dolphin", "Ebony", "Falcon")) {
      project.java(limiter("app.rule", name + "Rule", "implements vendor.Rule "));
    }

    project.assertMarkedFindings();
  }

  @Test
  void findsACopiedPackageOnce() {
    Project project = project();
    for (String name : List.of("CallLimiter", "JobLimiter", "MailLimiter")) {
      project.java(limiter("app.fresh", name).replaceAll("([cC])aller", "$1aller" + name));
      project.java(
          deprecated(limiter("app.stale", name)).replaceAll("([cC])aller", "$1aller" + name));
    }

    ScanResult result = project.scan();

    assertEquals(1, result.findings().size(), result.findings()::toString);
    Finding finding = result.findings().get(0);
    Fragments group = (Fragments) finding.evidence();
    assertTrue(group.isPaired());
    assertEquals(6, group.types());
    assertTrue(group.canonical().name().startsWith("app.fresh."), group.canonical()::name);
    assertEquals("3 types of `app.stale` have their like in `app.fresh`", group.reason());
    assertTrue(
        finding.statement().message().contains("and 2 more types of its package"),
        finding.statement()::message);
  }

  @Test
  void saysNothingOfCodeInWhichNoTypeCouldBeRead(@TempDir Path empty) {
    ScanResult result =
        Project.in(empty)
            .file("src/main/java/Broken.java", "class Broken {\n  void x( {\n}\n")
            .rules("fragmented-role")
            .scan();

    assertEquals(List.of(), result.findings());
    assertEquals(1, result.coverage().problems().size());
  }

  @Test
  void findsACopiedTreeOfPackagesOnce() {
    Project project = project();
    for (String name : List.of("CallLimiter", "JobLimiter", "MailLimiter")) {
      String below = name.substring(0, 3).toLowerCase(Locale.ROOT);
      project.java(limiter("app.fresh." + below, name).replaceAll("([cC])aller", "$1aller" + name));
      project.java(
          deprecated(limiter("app.stale.of." + below, name))
              .replaceAll("([cC])aller", "$1aller" + name));
    }

    ScanResult result = project.scan();

    assertEquals(1, result.findings().size(), result.findings()::toString);
    Finding finding = result.findings().get(0);
    Fragments group = (Fragments) finding.evidence();
    assertEquals(6, group.types());
    assertEquals(
        "3 types of `app.stale` and below have their like in `app.fresh` and below",
        group.reason());
    assertTrue(
        finding
            .statement()
            .message()
            .contains(
                ", and 2 more types of `app.stale` and below have their like in `app.fresh` and"
                    + " below"),
        finding.statement()::message);
    assertEquals(
        Fingerprint.of(
            "fragmented-role", Subject.ofType("app.fresh"), List.of("app.fresh", "app.stale")),
        finding.fingerprint());
  }

  @Test
  void holdsATypeAgainstItsNamesakeAndNotAgainstWhatIsLessLikeIt() {
    String other = limiter("app.mail", "MailGate").replace("mostAdmitted", "most");
    Fragments group =
        (Fragments)
            project()
                .java(limiter("app.api", "CallLimiter"))
                .java(limiter("app.jobs", "CallLimiter"))
                .java(other.replaceFirst("}\\s*$", "  public int most() { return most; }\n}\n"))
                .scan()
                .findings()
                .get(0)
                .evidence();

    assertEquals(2, group.types());
  }

  @Test
  void proposesNoDeprecatedTypeHoweverMuchItIsUsed() {
    Fragments group =
        (Fragments)
            project()
                .java(deprecated(limiter("app.api", "CallLimiter")))
                .java(limiter("app.jobs", "CallLimiter"))
                .java("package app.one; import app.api.CallLimiter; class One {}")
                .scan()
                .findings()
                .get(0)
                .evidence();

    assertEquals("app.jobs.CallLimiter", group.canonical().name());
    assertEquals("it alone is not deprecated", group.reason());
  }
}
