package dev.ssot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ssot.cli.Program.Run;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Policies that extend each other, validated and shown without a scan. */
class PolicyCommandTest {

  private final Path folder;
  private final Project project;

  PolicyCommandTest(@TempDir Path folder) {
    this.folder = folder;
    this.project =
        Project.plain(folder)
            .file(
                "shared/base.yaml",
                """
                version: 1
                extends: websocket-router
                sources:
                  generated-roots: ["**/gen"]
                gate: {fail-on: error, minimum-score: 80}
                rules: {unresolved-import: note}
                forbid:
                  - {path: java.util.Date, reason: mutable, use: java.time}
                baseline: base.jsonl
                """)
            .file(
                "ssot.yaml",
                """
                version: 1
                extends: [websocket-router, shared/base.yaml]
                gate: {minimum-score: 60}
                roles:
                  - id: websocket-router
                    canonical: com.acme.Clock
                  - id: clock
                    canonical: com.acme.Clock
                forbid:
                  - {path: java.util.Date, reason: old, use: java.time.Instant}
                  - {path: java.util.Calendar, reason: old, use: java.time}
                """);
  }

  private Run run(String... args) {
    return Program.in(folder).run(args);
  }

  private String shown(String... args) {
    Run run = run(args);
    assertEquals("", run.err());
    assertEquals(0, run.status());
    return run.out();
  }

  private void assertRejected(String message) {
    for (String command : new String[] {"policy check", "policy show", "check"}) {
      Run run = run(command.split(" ", -1));
      assertEquals(message, run.err(), command);
      assertEquals("", run.out(), command);
      assertEquals(2, run.status(), command);
    }
  }

  private void assertShows(String line) {
    String shown = shown("policy", "show");
    assertTrue(shown.lines().anyMatch(line::equals), shown);
  }

  @Test
  void aPolicyIsValidatedWithoutCode() {
    assertEquals(
        "ssot.yaml: valid: 2 roles, 3 forbidden paths, 0 suppressions, no baseline\n",
        shown("policy", "check"));
  }

  @Test
  void aTypeThatIsNotThereIsForTheScanToSay() {
    project.file("ssot.yaml", "version: 1\nroles:\n  - {id: clock, canonical: com.acme.Nowhere}\n");

    shown("policy", "check");
    assertEquals(2, run("check").status());
  }

  @Test
  void everyFaultIsNamedAtItsPlaceAlsoInWhatIsExtended() {
    project.file("shared/base.yaml", "version: 1\ngate: {fail-on: never}\ntitle: x\n");
    project.file("ssot.yaml", "version: 1\nextends: shared/base.yaml\nrules: {nothing: note}\n");

    String err = run("policy", "check").err();
    assertTrue(err.contains("shared/base.yaml:2:17: error: `gate.fail-on` must be one of"), err);
    assertTrue(err.contains("shared/base.yaml:3:1: error: unknown key `title`"), err);
    assertTrue(err.contains("ssot.yaml:3:9: error: unknown rule `nothing`"), err);
    assertEquals(2, run("policy", "check").status());
  }

  @Test
  void aBaselineThatIsNotThereIsAFault() {
    project.file("ssot.yaml", "version: 1\nbaseline: known.jsonl\n");

    Run run = run("policy", "check");
    assertTrue(run.err().startsWith("known.jsonl: error: "), run.err());
    assertEquals(2, run.status());
  }

  @Test
  void withoutAPolicyThereIsNothingToValidate(@TempDir Path empty) {
    Run run = Program.in(empty).run("policy", "check");
    assertTrue(run.err().contains("help: write one by `ssot init`"), run.err());
    assertEquals(2, run.status());
  }

  @Test
  void whatIsExtendedLaterWinsAndTheFileItselfWinsOverAll() {
    assertShows("gate.minimum-score: 60  [ssot.yaml:3, over shared/base.yaml:5]");
    assertShows("gate.fail-on: error  [shared/base.yaml:5]");
    assertShows(
        "roles[websocket-router].canonical: com.acme.Clock"
            + "  [ssot.yaml:6, over websocket-router:7]");
  }

  @Test
  void aRoleOfTheSameIdIsCompletedAndAForbiddenPathReplaced() {
    assertShows("roles[websocket-router].title: routing WebSocket messages  [websocket-router:6]");
    assertShows("forbid[java.util.Date].reason: old  [ssot.yaml:10, over shared/base.yaml:8]");
    assertShows("forbid[java.util.Calendar].use: java.time  [ssot.yaml:11]");
  }

  @Test
  void defaultsAreShownAsSuch() {
    assertShows("roles[clock].title: clock  [default]");
    assertShows("rules.forbidden-import: error  [default]");
    assertShows("rules.unresolved-import: note  [shared/base.yaml:6]");
    assertShows("sources.roots: every Java file below the given paths  [default]");
  }

  @Test
  void aBaselineIsNotTakenOver() {
    assertShows("baseline: none  [default]");
  }

  @Test
  void theJsonFormNamesTheChainAndEachPlace() {
    JsonNode root = Marks.tree(shown("policy", "show", "--format", "json"));

    assertEquals("built-in", root.at("/extends/0/kind").asText());
    assertEquals("websocket-router", root.at("/extends/0/name").asText());
    assertEquals("shared/base.yaml", root.at("/extends/1/name").asText());
    assertEquals(2, root.at("/extends/1/extendedAt/line").asInt());
    JsonNode score =
        StreamSupport.stream(root.get("settings").spliterator(), false)
            .filter(setting -> setting.get("key").asText().equals("gate.minimum-score"))
            .findFirst()
            .orElseThrow();
    assertEquals("60", score.get("value").asText());
    assertEquals("file", score.get("kind").asText());
    assertEquals(3, score.at("/place/line").asInt());
    assertEquals("shared/base.yaml", score.at("/over/0/file").asText());
  }

  @Test
  void aModuleHasAPolicyOverThatOfTheBuild() {
    project
        .file("chat/ssot.yaml", "version: 1\nextends: ../shared/base.yaml\ngate: {fail-on: note}\n")
        .file("chat/src/main/java/com/acme/chat/Chat.java", "package com.acme.chat;\nclass Chat {}")
        .file(
            "shared/base.yaml",
            """
            version: 1
            forbid:
              - {path: java.util.Date, reason: mutable, use: java.time}
            """);

    String shown = shown("policy", "show", "chat/src");
    assertTrue(shown.contains("gate.fail-on: note  [ssot.yaml:3]"), shown);
    assertTrue(shown.contains("forbid[java.util.Date].use: java.time  [../shared/base.yaml:3]"));
    assertEquals(0, run("check", "chat").status(), run("check", "chat").err());
  }

  @Test
  void aLineThatMatchesNothingIsNoFindingWhereItIsTakenOver() {
    project.file("shared/base.yaml", "version: 1\nsources: {exclude: [third_party]}\n");
    project.file("ssot.yaml", "version: 1\nextends: shared/base.yaml\n");
    assertEquals(0, run("check").status(), run("check").out());

    project.file("ssot.yaml", "version: 1\nsources: {exclude: [third_party]}\n");
    assertEquals(1, run("check").status());
  }

  @Test
  void oneFileByTwoWaysCountsOnce() {
    project
        .file(
            "low.yaml",
            """
            version: 1
            suppressions:
              - {rule: fake-success, subject: com.acme.*, until: 2026-12-31, reason: moving}
            """)
        .file("left.yaml", "version: 1\nextends: low.yaml\n")
        .file("right.yaml", "version: 1\nextends: low.yaml\n")
        .file("ssot.yaml", "version: 1\nextends: [left.yaml, right.yaml]\n");

    assertEquals(
        "ssot.yaml: valid: 0 roles, 0 forbidden paths, 1 suppression, no baseline\n",
        shown("policy", "check"));
  }

  @Test
  void aMissingFileIsAFault() {
    project.file("ssot.yaml", "version: 1\nextends: [shared/none.yaml]\n");
    assertRejected(
        """
        ssot.yaml:2:11: error: `extends[0]` names `shared/none.yaml`, where there is no file
          help: write its path relative to the folder of `ssot.yaml`
        """);
  }

  @Test
  void aCycleIsAFault() {
    project.file("ssot.yaml", "version: 1\nextends: shared/base.yaml\n");
    project.file("shared/base.yaml", "version: 1\nextends: ../ssot.yaml\n");
    assertRejected(
        """
        shared/base.yaml:2:10: error: `extends` leads back to where it began: \
        ssot.yaml → shared/base.yaml → ssot.yaml
          help: let one of them extend no other
        """);
  }

  @Test
  void aPolicyThatExtendsItselfIsAFault() {
    project.file("ssot.yaml", "version: 1\nextends: ./ssot.yaml\n");
    assertRejected(
        """
        ssot.yaml:2:10: error: `extends` leads back to where it began: ssot.yaml → ssot.yaml
          help: let one of them extend no other
        """);
  }

  @Test
  void anExtendedFileThatIsNoPolicyIsAFault() {
    project.file("ssot.yaml", "version: 1\nextends: shared/base.yaml\n");
    project.file("shared/base.yaml", "- 1\n");
    assertRejected(
        """
        shared/base.yaml:1:1: error: the policy must be a map, not a list
          help: use the keys `version`, `extends`, `sources`, `roles`, `forbid`, `prefer`, \
        `isolated`, `layers`, `acyclic`, `gate`, `rules`, `suppressions`, `baseline`
        """);
  }
}
