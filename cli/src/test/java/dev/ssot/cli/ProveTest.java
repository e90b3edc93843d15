package dev.ssot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ssot.cli.Program.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a policy catches what it claims to catch. */
class ProveTest {

  private static final Path CHAT = Path.of("src/test/projects/fragmented-chat").toAbsolutePath();

  private final Path folder;
  private final Project project;

  ProveTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.project = new Project(folder);
    try (Stream<Path> files = Files.walk(CHAT)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        project.file(CHAT.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
  }

  private Run prove(int status, String... args) {
    Run run =
        Program.in(folder)
            .run(Stream.concat(Stream.of("prove"), Stream.of(args)).toArray(String[]::new));
    assertEquals(status, run.status(), run.out() + run.err());
    return run;
  }

  private void replace(String what, String by) {
    String policy = project.text("ssot.yaml");
    assertTrue(policy.contains(what), policy);
    project.file("ssot.yaml", policy.replace(what, by));
  }

  private static void assertSays(Run run, String outcome, String rule, String about) {
    String start = "%-9s %s: ".formatted(outcome, rule);
    assertTrue(
        run.out().lines().anyMatch(line -> line.startsWith(start) && line.contains(about)),
        run.out());
  }

  @Test
  void aPolicyThatCatchesEverythingHolds() {
    Run run = prove(0);

    for (String rule :
        List.of(
            "conflicting-constant",
            "duplicate-implementation",
            "duplicated-literal",
            "expired-suppression",
            "fake-success",
            "fragmented-role",
            "incompatible-contract",
            "malformed-suppression",
            "overdue-shim",
            "scattered-dispatch",
            "test-double-in-production",
            "unmatched-policy",
            "unresolved-import",
            "unused-shim",
            "unused-suppression")) {
      assertSays(run, "caught", rule, "");
    }
    assertSays(run, "caught", "forbidden-import", "`com.acme.chat.legacy.**`, which ssot.yaml:12");
    assertSays(run, "caught", "forbidden-import", "RouterLimits#UNLIMITED");
    assertSays(run, "caught", "forbidden-import", "another `MessageRouter` than the canonical");
    assertTrue(run.out().contains(" caught, 0 missed, 0 accepted, 0 off, "), run.out());
  }

  @Test
  void whatDoesNotRunIsListedWithTheReason() {
    Run run = prove(0);

    assertSays(run, "not-tried", "bypass", "nothing was planted");
    assertTrue(run.out().contains("  why: not run: it needs class files"), run.out());
    assertSays(run, "not-tried", "stale-baseline-entry", "nothing was planted");
    assertTrue(run.out().contains("  why: not run: there is no baseline\n"), run.out());
  }

  private static final String STRUCTURE =
      """
      isolated:
        - {types: [com.acme.chat.**], reason: one process serves many tenants}
      layers:
        - {id: legacy, types: [com.acme.chat.legacy.*], reason: nothing new builds on it}
        - {id: routing, types: [com.acme.chat.routing.**], reason: it is the ground}
      acyclic:
        - {packages: com.acme.chat.(*), reason: each can be understood alone}
      """;

  /** One class file is there, of a type that stands among the sources. */
  private void compiled(Path elsewhere) {
    String type = "package com.acme.chat;\n\npublic class Compiled {}\n";
    project
        .file("ssot.yaml", project.text("ssot.yaml") + STRUCTURE)
        .file("src/main/java/com/acme/chat/Compiled.java", type);
    new Project(elsewhere).file("com/acme/chat/Compiled.java", type);
    Compilation.run(elsewhere, folder.resolve("target/classes"));
  }

  @Test
  void whatOnlyClassFilesShowIsCaughtWhereThereAreAny(@TempDir Path elsewhere) {
    compiled(elsewhere);

    Run run = prove(0);

    assertSays(run, "caught", "bypass", "`jakarta.websocket.RemoteEndpoint.Basic#send*`");
    assertSays(run, "caught", "bypass", "`io.netty.channel.ChannelOutboundInvoker#write*`");
    assertSays(run, "caught", "shared-mutable-state", "a static field of `com.acme.chat.");
    assertSays(run, "caught", "layer-violation", "`legacy` by the layer `routing` below it");
    assertSays(run, "caught", "package-cycle", "two packages of `com.acme.chat.(*)`");
  }

  @Test
  void exceptionsThatLeaveNothingForClassFilesToShowAreFound(@TempDir Path elsewhere) {
    replace("    constants:\n", "    bypass: {except: [com.acme.**]}\n    constants:\n");
    compiled(elsewhere);
    replace("reason: one process", "except: [com.acme.**], reason: one process");

    Run run = prove(1);

    assertSays(run, "missed", "bypass", "which only the canonical of the role");
    assertTrue(run.out().contains("why: no package is left that may not make the call: "));
    assertTrue(run.out().contains(", `com.acme.**` (ssot.yaml:7)\n"), run.out());
    assertSays(run, "missed", "shared-mutable-state", "a static field");
    assertTrue(run.out().contains("the exceptions of `isolated` leave nothing: com.acme.**"));
  }

  @Test
  void aSettingWithTwoDefaultsIsNotSeenWhereUsersAreCalledUnrelated() {
    replace(
        "      - com.acme.chat.billing.InvoiceRouter # finds: unmatched-policy\n",
        "      - com.acme.chat.routing.**\n");
    assertSays(prove(1), "missed", "conflicting-constant", "read with different defaults");
  }

  @Test
  void everyRuleIsAccountedFor() {
    JsonNode claims = Marks.tree(prove(0, "--format", "json").out()).get("claims");
    List<String> rules = claims.findValuesAsText("rule").stream().distinct().sorted().toList();
    assertEquals(RuleNames.all(), rules);
  }

  @Test
  void nothingOnDiskIsChanged() throws IOException {
    List<String> before = files();
    prove(0);
    assertEquals(before, files());
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(Path::toString).sorted().toList();
    }
  }

  @Test
  void aCheckAfterwardsSaysWhatItSaidBefore() {
    Program program = Program.in(folder);
    String before = program.run("check").out();
    prove(0);
    assertEquals(before, program.run("check").out());
  }

  @Test
  void anEnumerationHasRivals() {
    project.file(
        "ssot.yaml",
        "version: 1\nroles: [{id: result, canonical: com.acme.chat.routing.RouteResult}]\n");

    assertSays(prove(1), "caught", "duplicate-implementation", "RouteResult");
  }

  @Test
  void aCanonicalThatIsTooSmallToHaveRivalsIsFound() {
    project.file(
        "ssot.yaml", "version: 1\nroles: [{id: pause, canonical: com.acme.chat.routing.Pause}]\n");
    project.file(
        "src/main/java/com/acme/chat/routing/Pause.java",
        "package com.acme.chat.routing;\npublic class Pause { public int millis() { return 5; } }\n");

    Run run = prove(1);

    assertSays(run, "missed", "duplicate-implementation", "Pause");
    assertFalse(run.out().contains("  why: it is no rival\n"), run.out());
  }

  @Test
  void anExceptionThatCoversAllOfTheCodeIsFound() {
    replace("          - com.acme.chat.events.EventRouterAdapter\n", "          - com.acme.**\n");

    Run run = prove(1);

    assertSays(run, "missed", "forbidden-import", "`com.acme.chat.events.EventRouter`");
    assertTrue(
        run.out()
            .contains(
                "why: no package is left that may not use it: its exceptions are `com.acme.**`"
                    + " (ssot.yaml:23)"),
        run.out());
  }

  @Test
  void aSuppressionThatAcceptsWhateverComesIsFound() {
    replace(
        "sources:\n",
        """
        suppressions:
          - {rule: fake-success, subject: com.acme.**, until: 2030-01-01, reason: later}

        sources:
        """);

    Run run = prove(1);

    assertSays(run, "accepted", "fake-success", "an heir of the role");
    assertTrue(run.out().contains("why: the suppression of `fake-success` at ssot.yaml:"));
  }

  @Test
  void aTypeCalledUnrelatedIsNamedAsTheReason() {
    replace(
        "      - com.acme.chat.billing.InvoiceRouter # finds: unmatched-policy\n",
        "      - com.acme.chat.routing.**\n");

    Run run = prove(1);

    assertSays(run, "missed", "duplicate-implementation", "MessageRouter");
    assertTrue(
        run.out().contains("why: `com.acme.chat.routing.**` (ssot.yaml:10) calls it unrelated"),
        run.out());
  }

  @Test
  void aRuleMadeANoteIsListedAsOffAndBreaksNothing() {
    project.file("ssot.yaml", project.text("ssot.yaml") + "rules: {fake-success: note}\n");

    Run run = prove(0);

    assertSays(run, "off", "fake-success", "");
    assertTrue(
        run.out().contains("its findings are of severity note, and a check fails from warning on"),
        run.out());
  }

  @Test
  void anEntryOfTheBaselineIsPlantedWhereThereIsOne() {
    project
        .file("ssot.yaml", project.text("ssot.yaml") + "baseline: known.jsonl\n")
        .file("known.jsonl", "");
    assertSays(prove(0), "caught", "stale-baseline-entry", "accepts nothing");
  }

  @Test
  void withoutAPolicyOnlyWhatNeedsNoneIsProved() {
    Run run = prove(0, "--no-policy");

    assertSays(run, "caught", "fragmented-role", "");
    assertSays(run, "not-tried", "duplicate-implementation", "");
    assertTrue(run.out().contains("  why: not run: the policy declares no role\n"), run.out());
  }

  @Test
  void whatWasNotReadIsSaid() {
    project.file("src/main/java/com/acme/chat/Bad.java", "class {");
    assertTrue(prove(3).err().contains("src/main/java/com/acme/chat/Bad.java:1: "));
  }

  @Test
  void theJsonFormHasTheOutcomeOfEachClaim() {
    project.file("ssot.yaml", project.text("ssot.yaml") + "rules: {fake-success: note}\n");
    JsonNode proof = Marks.tree(prove(0, "--format", "json").out());

    assertEquals("ssot.yaml", proof.get("policy").asText());
    assertTrue(proof.get("holds").asBoolean());
    assertFalse(proof.get("claims").isEmpty());
    List<String> outcomes = proof.get("claims").findValuesAsText("outcome");
    assertTrue(outcomes.containsAll(List.of("caught", "off", "not-tried")), outcomes.toString());
  }
}
