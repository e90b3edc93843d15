package dev.ssot.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.maven.NestedMaven.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real builds with the plugin, in a real Maven. */
class PluginIT {

  private static final String OUTCOME = "outcome: ";

  private final SampleBuild build;

  PluginIT(@TempDir Path folder) throws IOException {
    build = SampleBuild.in(folder.toRealPath());
  }

  @BeforeAll
  static void prepare() throws IOException {
    NestedMaven.prepare();
  }

  private Result maven(String... arguments) {
    return NestedMaven.run(build.folder(), arguments);
  }

  private void assertPasses(Result result) {
    assertEquals(0, result.status(), result.log());
    assertTrue(result.says("BUILD SUCCESS"), result.log());
  }

  private void assertFails(Result result, String... texts) {
    assertEquals(1, result.status(), result.log());
    for (String text : texts) {
      assertTrue(result.says(text), () -> text + " is missing in:\n" + result.log());
    }
  }

  @Test
  void aPlantedRivalFailsTheBuildUntilItIsDeleted() {
    build.plantRival();
    Result planted = maven("verify");
    assertFails(
        planted,
        "MojoFailureException",
        "ERROR] edge/src/main/java/com/acme/edge/UserCache.java:7:14: warning: ",
        "`com.acme.core.SessionStore`, which holds the role `session-store`",
        "ssot: violations: 1 finding at or above warning, the gate of 95 % is missed");
    assertEquals(1, planted.count(OUTCOME), planted.log());
    assertEquals(program("--format", "json").out(), build.text("target/ssot/ssot.json"));

    build.delete(SampleBuild.RIVAL);
    Result deleted = maven("verify");
    assertPasses(deleted);
    assertEquals(1, deleted.count("outcome: clean"), deleted.log());
    assertEquals(program("--format", "json").out(), build.text("target/ssot/ssot.json"));
  }

  /** The program with the same inputs. */
  private Run program(String... options) {
    List<String> arguments = new ArrayList<>(List.of("check"));
    arguments.addAll(List.of(options));
    arguments.addAll(build.arguments());
    return Run.of(build.folder(), arguments);
  }

  @Test
  void aForbiddenImportFailsTheBuildUntilItIsFixed() {
    build
        .file(
            "core/src/main/java/com/acme/core/OldSessions.java",
            """
            package com.acme.core;

            /** @deprecated forgets sessions */
            @Deprecated
            public class OldSessions extends SessionStore {}
            """)
        .file(
            "edge/src/main/java/com/acme/edge/Late.java",
            """
            package com.acme.edge;

            import com.acme.core.OldSessions;

            public class Late {
              private final OldSessions store = new OldSessions();

              public boolean isKnown(String user) {
                return store.find(user).isPresent();
              }
            }
            """);
    assertFails(maven("-q", "verify"), "[forbidden-import]", "MojoFailureException");
    Run fixed = Run.of(build.folder(), List.of("fix"));
    assertTrue(
        build.text("edge/src/main/java/com/acme/edge/Late.java").contains("core.SessionStore;"),
        fixed.toString());
    build.delete("core/src/main/java/com/acme/core/OldSessions.java");
    assertPasses(maven("verify"));
  }

  @Test
  void manyThreadsMakeOneScan() {
    build.plantRival();
    Result result = maven("-T", "3", "verify");
    assertFails(result, "[duplicate-implementation]");
    assertEquals(1, result.count(OUTCOME), result.log());
  }

  @Test
  void aPartOfTheBuildSaysWhatItHasNotBuilt() {
    build.plantRival();
    Result chosen = maven("-pl", "core", "verify");
    assertFails(
        chosen,
        "WARNING] ssot reads the sources and class files of modules com.acme:edge, com.acme:wire as",
        "edge/src/main/java/com/acme/edge/UserCache.java");
    Result resumed = maven("-rf", ":wire", "verify");
    assertFails(resumed, "class files of modules com.acme:core, com.acme:edge as they lie");
  }

  @Test
  void whatCannotBeReadFailsTheBuildAndNamesItsRemedy() {
    build.file("edge/src/main/java/com/acme/edge/Broken.java", "package com.acme.edge; class {");
    assertFails(
        maven("-pl", "core", "verify"),
        "MojoExecutionException",
        "incomplete: 1 input not read or not understood in full",
        "edge/src/main/java/com/acme/edge/Broken.java:1: not-understood: ",
        "help: mend the syntax");
  }

  @Test
  void aWrongPolicyFailsTheBuildAndNamesItsRemedy() {
    build.file("ssot.yaml", "version: 1\nrolls: []\n");
    Result result = maven("-pl", "core", "verify");
    assertFails(result, "MojoExecutionException", "ssot.yaml:2:1: error: ", "help: ");
    assertFalse(result.says(OUTCOME), result.log());
  }

  @Test
  void aModuleAloneIsJudgedByThePolicyAboveIt() {
    Result core = NestedMaven.run(build.folder().resolve("core"), "verify");
    assertPasses(core);
    assertTrue(core.says("score: 100.0 % (1 of 1)"), core.log());
  }

  @Test
  void aBuildWithoutSourcesSaysSo() {
    build
        .root("", "")
        .file("pom.xml", build.text("pom.xml").replaceAll("<module>.*</module>", ""))
        .delete("ssot.yaml");
    Result result = maven("dev.ssot:ssot-maven-plugin:0.1.0:check");
    assertFails(result, "There are no sources in module com.acme:acme", "-Dssot.skip");
    assertPasses(maven("dev.ssot:ssot-maven-plugin:0.1.0:check", "-Dssot.skip"));
  }

  @Test
  void aSkippedModuleIsNotSeenAndThatIsSaid() {
    build
        .plantRival()
        .file(
            "edge/pom.xml",
            build
                .text("edge/pom.xml")
                .replace("<build>", "<properties><ssot.skip>true</ssot.skip></properties><build>"));
    Result result = maven("verify");
    assertPasses(result);
    assertTrue(result.says("WARNING] ssot does not see the skipped module com.acme:edge"));
  }

  @Test
  void modulesThatDisagreeAreNamed() {
    build.file(
        "wire/pom.xml",
        build
            .text("wire/pom.xml")
            .replace(
                "<build>", "<properties><ssot.failOn>error</ssot.failOn></properties><build>"));
    assertFails(
        maven("verify"),
        "The modules configure ssot differently",
        "com.acme:wire: policy=null baseline=null [formats=[], failOn=error, since=]",
        "help: configure it in the root only");
  }

  @Test
  void aReportFailsNothingAndComesInAllFormats() throws IOException {
    build.plantRival();
    Result result =
        maven("ssot:report", "-Dssot.formats=html,junit=target/reports/TEST-ssot.xml,sarif");
    assertPasses(result);
    assertTrue(result.says("the gate of 95 % is missed; a check would fail"), result.log());
    for (String file :
        List.of("ssot/ssot.html", "reports/TEST-ssot.xml", "ssot/ssot.sarif", "ssot/ssot.json")) {
      String text = Files.readString(build.folder().resolve("target").resolve(file));
      assertTrue(text.contains("UserCache"), file);
    }
  }

  @Test
  void aBaselineIsWrittenOnceAndThenAccepted() {
    build.plantRival().file("ssot.yaml", build.text("ssot.yaml") + "gate: {minimum-score: 0}\n");
    assertFails(maven("ssot:baseline"), "`ssot:baseline` is told nothing", "-Dssot.action=");
    assertPasses(maven("ssot:baseline", "-Dssot.action=write"));
    assertEquals(1, build.text("ssot-baseline.jsonl").lines().count());
    assertPasses(maven("verify", "-Dssot.baseline=ssot-baseline.jsonl"));
    assertFails(maven("ssot:check", "-Dssot.failOn=note"), "1 finding at or above note");
    build.delete(SampleBuild.RIVAL);
    assertFails(
        maven("ssot:baseline", "-Dssot.action=diff"), "ssot-baseline.jsonl: 0 new, 1 stale");
  }

  @Test
  void theBlockOfTheReadmeChecksABuild() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    Matcher block = Pattern.compile("(?s)```xml\n(<plugin>.*?)```").matcher(readme);
    assertTrue(block.find());
    build.root("", "<plugins>" + block.group(1) + "</plugins>").plantRival();
    assertFails(maven("verify"), "[duplicate-implementation]", "MojoFailureException");
    assertTrue(build.text("target/ssot/ssot.html").contains("UserCache"));
  }
}
