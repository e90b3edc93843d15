package dev.ssot.junit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** A project's policy passes or fails as an assertion, with its evidence. */
class SsotRulesTest {

  private final SampleProject project;

  SsotRulesTest(@TempDir Path folder) {
    project = SampleProject.in(folder.toAbsolutePath().normalize());
  }

  private SsotRules rules() {
    return SsotRules.of(project.folder());
  }

  private static String failure(SsotRules rules) {
    return String.valueOf(assertThrows(AssertionError.class, rules::check).getMessage());
  }

  private static void assertHolds(String message, String... texts) {
    for (String text : texts) {
      assertTrue(message.contains(text), () -> text + " is missing in:\n" + message);
    }
  }

  @Test
  void aProjectThatFollowsItsPolicyPasses() {
    assertDoesNotThrow(() -> SsotRules.check(project.folder()));
  }

  @Test
  void aRivalFailsWithItsEvidence() {
    project.plantRival();
    assertHolds(
        failure(rules()),
        "ssot check of " + project.folder() + ": violations: 1 finding at or above warning",
        "src/main/java/com/acme/edge/UserCache.java:7:14: warning: ",
        "canonical: src/main/java/com/acme/core/SessionStore.java:7 `com.acme.core.SessionStore`",
        "bodies 100 %",
        "help: ",
        "score: 50.0 % (1 of 2), gate of 95 % missed");
  }

  @Test
  void whatCannotBeReadFails() {
    project.file("src/main/java/com/acme/Broken.java", "package com.acme; class {");
    assertHolds(
        failure(rules()),
        "incomplete: 1 input not read or not understood in full",
        "src/main/java/com/acme/Broken.java:1: not-understood: ",
        "help: mend the syntax");
  }

  @Test
  void aProjectWithoutSourcesFails(@TempDir Path empty) {
    assertHolds(failure(SsotRules.of(empty)), "Nothing to scan in `", "there is no Java file");
  }

  @Test
  void aScanThatSaysNothingFails(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("Alone.java"), "class Alone {}");
    assertHolds(failure(SsotRules.of(folder)), "nothing was judged: no rule found anything");
  }

  @Test
  void aWrongPolicyFailsWithItsPlace() {
    project.file("ssot.yaml", "version: 1\nrolls: []\n");
    assertHolds(failure(rules()), "ssot.yaml:2:1: error: ", "help: ");
  }

  @Test
  void anotherPolicyIsRelativeToTheProject() {
    project
        .plantRival()
        .file(
            "policies/lenient.yaml",
            """
            version: 1
            gate: {fail-on: error, minimum-score: 0}
            roles:
              - id: session-store
                title: keeping sessions
                canonical: com.acme.core.SessionStore
                unrelated: [com.acme.edge.UserCache]
            """);
    assertDoesNotThrow(() -> rules().policy(Path.of("policies/lenient.yaml")).check());
  }

  @Test
  void oneRuleIsAskedAlone() {
    project.plantRival();
    assertHolds(failure(rules().rules("duplicate-implementation")), "[duplicate-implementation]");
    assertHolds(failure(rules().rules("no-such-rule")), "unknown rule `no-such-rule`");
  }

  @Test
  void aRuleThatIsAskedForHasToBeRunAndMayFindNothingToLookAt() {
    assertDoesNotThrow(() -> rules().rules("unused-shim").check());
    assertHolds(
        failure(rules().rules("unused-shim", "bypass")),
        "ssot check of "
            + project.folder()
            + ": `bypass` was not run: the policy reserves no calls");
    List<DynamicTest> tests = rules().rules("unused-shim", "bypass").tests().toList();
    assertHolds(failure(tests, indexOf(tests, "bypass"), AssertionError.class), "was not run: ");
  }

  @Test
  void whatFailsIsForTheTestToSay() {
    project
        .plantRival()
        .file(
            "ssot.yaml",
            """
            version: 1
            gate: {fail-on: error, minimum-score: 0}
            roles:
              - id: session-store
                title: keeping sessions
                canonical: com.acme.core.SessionStore
            """);
    assertDoesNotThrow(() -> rules().check());
    assertHolds(failure(rules().failOn("warning")), "1 finding at or above warning");
  }

  @Test
  void sourcesAreThoseThatAreNamed() {
    project.plantRival();
    assertDoesNotThrow(() -> rules().sources(Path.of("src/main/java/com/acme/core")).check());
    assertDoesNotThrow(() -> rules().testSources(Path.of("src/main/java/com/acme/edge")).check());
    assertDoesNotThrow(
        () -> rules().generatedSources(Path.of("src/main/java/com/acme/edge")).check());
  }

  @Test
  void classesHaveToBeThere() {
    assertHolds(
        failure(rules().classes(Path.of("target/classes"))),
        "there is no file or folder `target/classes` for --classes");
  }

  @Test
  void aMissingBaselineFails() {
    assertHolds(failure(rules().baseline(Path.of("known.jsonl"))), "known.jsonl");
  }

  @Test
  void eachRuleIsATestOfItsOwn() {
    project.plantRival();
    List<DynamicTest> tests = rules().tests().toList();
    assertEquals("everything was read, and the gate holds", tests.get(0).getDisplayName());
    assertHolds(failure(tests, 0, AssertionError.class), "the gate of 95 % is missed", "score: ");
    int rule = indexOf(tests, "duplicate-implementation");
    assertHolds(
        failure(tests, rule, AssertionError.class),
        "`duplicate-implementation` finds in " + project.folder() + ":",
        "bodies 100 %");
    assertDoesNotThrow(
        () -> tests.get(indexOf(tests, "unmatched-policy")).getExecutable().execute());
    assertHolds(
        failure(tests, indexOf(tests, "bypass"), TestAbortedException.class),
        "`bypass` was not run: the policy reserves no calls");
  }

  private static int indexOf(List<DynamicTest> tests, String rule) {
    return tests.stream().map(DynamicTest::getDisplayName).toList().indexOf(rule);
  }

  private static String failure(
      List<DynamicTest> tests, int index, Class<? extends Throwable> kind) {
    return String.valueOf(assertThrows(kind, tests.get(index).getExecutable()).getMessage());
  }
}
