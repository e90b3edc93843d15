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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Living with known findings: what the commands write, and what a check makes of it. */
class BaselineTest {

  private static final String FILE = "known.jsonl";

  private final Path folder;
  private final Project project;

  BaselineTest(@TempDir Path folder) {
    this.folder = folder;
    this.project =
        LegacyProject.in(folder)
            .file("src/com/acme/a/A.java", LegacyProject.user("com.acme.a", "A", "One", "Two"))
            .file("src/com/acme/b/B.java", LegacyProject.user("com.acme.b", "B", "One"));
  }

  private Run run(int status, String... args) {
    Run run = Program.in(folder).run(args);
    assertEquals(status, run.status(), run.out() + run.err());
    return run;
  }

  /**
   * Runs a check on the console and in the formats that others are made from or are like, whose
   * status must be the same; answers the console report.
   */
  private String check(int status, String... options) {
    String console = "";
    for (String format : List.of("console", "json", "sarif", "sarif-archive")) {
      List<String> words =
          Stream.concat(Stream.of("check", "--format", format), Stream.of(options)).toList();
      Run run = run(status, words.toArray(String[]::new));
      console = format.equals("console") ? run.out() : console;
    }
    return console;
  }

  private List<String> lines() {
    return project.text(FILE).lines().toList();
  }

  @Test
  void writesASortedLineForEachFindingAndNothingElse() {
    Run run = run(0, "baseline", "write");

    assertEquals("known.jsonl: 3 entries written\n", run.out());
    assertEquals(lines().stream().sorted().toList(), lines());
    assertEquals(3, lines().size());
    JsonNode first = Marks.tree(lines().get(0));
    assertEquals(5, first.size());
    assertEquals("forbidden-import", first.get("rule").asText());
    assertEquals("com.acme.a.A", first.get("subject").asText());
    assertEquals("import com.acme.old.One", first.get("about").asText());
    assertEquals("src/com/acme/a/A.java", first.get("path").asText());
    assertTrue(first.get("fingerprint").asText().matches("v1:[0-9a-f]{32}"));
  }

  @Test
  void whatIsKnownFailsNoCheckAndIsStillCounted() {
    check(1, "--no-baseline");
    run(0, "baseline", "write");
    String console = check(0);

    assertTrue(
        console.startsWith("findings: 0 open (0 errors, 0 warnings, 0 notes), 0 suppressed, 3"),
        console);
    assertTrue(console.contains("forbidden-import          3 access paths, 3 findings"), console);
    assertTrue(console.contains("3 accepted"), console);
  }

  @Test
  void aCheckNeverWrites() throws IOException {
    run(0, "baseline", "write");
    project.file("src/com/acme/b/B.java", "package com.acme.b;\n\nclass B {}\n");
    project.file("src/com/acme/c/C.java", LegacyProject.user("com.acme.c", "C", "One"));
    String before = project.text(FILE);
    check(1);

    assertEquals(before, project.text(FILE));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(3, files.count());
    }
  }

  @Test
  void aNewFindingIsShownInFull() {
    run(0, "baseline", "write");
    project.file("src/com/acme/c/C.java", LegacyProject.user("com.acme.c", "C", "One"));
    String console = check(1);

    assertTrue(
        console.startsWith(
            """
            src/com/acme/c/C.java:3:1: error: this import reaches `com.acme.old.One`, which is forbidden: it was replaced [forbidden-import]
              canonical: src/com/acme/Clock.java:3 `com.acme.Clock`
              forbidden by: `com.acme.old.**`
              help: use `com.acme.Clock` instead

            findings: 1 open (1 error, 0 warnings, 0 notes), 0 suppressed, 3 known
            """),
        console);
  }

  @Test
  void aSecondCopyOfAKnownFindingIsNew() {
    run(0, "baseline", "write");
    project.file("copy/com/acme/b/B.java", LegacyProject.user("com.acme.b", "B", "One"));
    String console = check(1);

    assertTrue(console.contains("copy/com/acme/b/B.java:3:1: error: "), console);
    assertFalse(console.contains("src/com/acme/b/B.java:3:1: error: "), console);
  }

  @Test
  void editsMovesAndReformattingKeepAFindingKnown() throws IOException {
    run(0, "baseline", "write");
    Files.delete(folder.resolve("src/com/acme/a/A.java"));
    project.file(
        "other/place/Renamed.java",
        """
        /* moved */
        package com.acme.a;

        import   com.acme.old.Two  ;

        import com.acme.old.One;
        class A { int more; }
        """);

    assertTrue(check(0).contains("3 known"));
  }

  @Test
  void anEntryThatAcceptsNothingIsFoundAndPruned() {
    run(0, "baseline", "write");
    project.file("src/com/acme/b/B.java", "package com.acme.b;\n\nclass B {}\n");
    project.file("src/com/acme/c/C.java", LegacyProject.user("com.acme.c", "C", "One"));
    String console = check(1);
    assertTrue(
        console.contains(
            "known.jsonl:3:1: warning: this entry accepts nothing: `forbidden-import` finds"
                + " nothing more at `com.acme.b.B` (import com.acme.old.One)"),
        console);

    Run pruned = run(0, "baseline", "prune");
    assertEquals(
        """
        - forbidden-import com.acme.b.B (import com.acme.old.One)
        known.jsonl: 1 removed, 2 entries now
        """,
        pruned.out());
    assertEquals(2, lines().size());
    String rest = check(1);
    assertFalse(rest.contains("accepts nothing"), rest);
    assertTrue(rest.contains("findings: 1 open"), rest);
  }

  @Test
  void updatesToWhatIsThere() throws IOException {
    run(0, "baseline", "write");
    project.file("src/com/acme/b/B.java", "package com.acme.b;\n\nclass B {}\n");
    project.file("src/com/acme/c/C.java", LegacyProject.user("com.acme.c", "C", "One"));
    Files.createDirectories(folder.resolve("moved"));
    Files.move(folder.resolve("src/com/acme/a/A.java"), folder.resolve("moved/A.java"));
    Run run = run(0, "baseline", "update");

    assertEquals(
        """
        + forbidden-import com.acme.c.C (import com.acme.old.One)
        - forbidden-import com.acme.b.B (import com.acme.old.One)
        known.jsonl: 1 added, 1 removed, 3 entries now
        """,
        run.out());
    assertEquals(
        List.of("moved/A.java", "moved/A.java", "src/com/acme/c/C.java"),
        lines().stream().map(line -> Marks.tree(line).get("path").asText()).toList());
    check(0);
  }

  @Test
  void anUpdateThatChangesNothingLeavesTheBytesAlone() {
    run(0, "baseline", "write");
    String unsorted = lines().get(2) + "\r\n\n" + lines().get(0) + "\n" + lines().get(1);
    project.file(FILE, unsorted);
    run(0, "baseline", "update");
    run(0, "baseline", "prune");

    assertEquals(unsorted, project.text(FILE));
    check(0);
  }

  @Test
  void equalEntriesAreToldByTheirNumberAndCodesInAFileReachNoTerminal() {
    run(0, "baseline", "write");
    String evil = lines().get(2).replace("com.acme.b.B", "\\u001b[31mB").replace("v1:", "v1:0");
    project.file(FILE, String.join("\n", lines().get(0), lines().get(0), lines().get(1)) + "\n");
    run(0, "baseline", "update");
    assertEquals(3, lines().stream().distinct().count());
    project.file(FILE, project.text(FILE) + evil.replaceFirst("(v1:[0-9a-f]{32}).", "$1") + "\n");
    String out = run(0, "baseline", "prune").out();

    assertTrue(out.startsWith("- forbidden-import \\u001b[31mB (import"), out);
    assertEquals(3, lines().size());
  }

  @Test
  void writesNoSecondTime() {
    run(0, "baseline", "write");
    String before = project.text(FILE);
    Run run = run(2, "baseline", "write");

    assertEquals(
        """
        known.jsonl: error: there is a baseline already
          help: bring it up to date by `ssot baseline update`, or delete it first
        """,
        run.err());
    assertEquals(before, project.text(FILE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"update", "prune", "write"})
  void anIncompleteScanChangesNoBaseline(String command) throws IOException {
    boolean first = command.equals("write");
    if (!first) {
      run(0, "baseline", "write");
    }
    String before = first ? "" : project.text(FILE);
    project.file("src/com/acme/b/B.java", "package com.acme.b; class {");
    project.file("src/com/acme/c/C.java", LegacyProject.user("com.acme.c", "C", "One"));
    Run run = run(3, "baseline", command);

    assertTrue(run.err().contains("src/com/acme/b/B.java:1: "), run.err());
    assertEquals("", run.out());
    assertEquals(first, !Files.exists(folder.resolve(FILE)));
    assertEquals(before, first ? "" : project.text(FILE));
  }

  @Test
  void anIncompleteCheckCallsNoEntryStale() {
    run(0, "baseline", "write");
    project.file("src/com/acme/b/B.java", "package com.acme.b; class {");
    String console = check(3);

    assertTrue(console.contains("stale-baseline-entry      not run: the scan is incomplete"));
    assertTrue(console.contains("findings: 0 open"), console);
  }

  @Test
  void entriesOfFilesThatAreNotScannedStay() {
    run(0, "baseline", "write");
    project.file("src/com/acme/a/A.java", "package com.acme.a;\n\nclass A {}\n");
    project.file("src/com/acme/b/B.java", "package com.acme.b;\n\nclass B {}\n");
    check(1, "src/com/acme/b");
    run(0, "baseline", "prune", "src/com/acme/b");
    assertEquals(2, lines().size());
    run(0, "baseline", "update", "src/com/acme/Clock.java");
    assertEquals(2, lines().size());
    run(0, "baseline", "prune");
    assertEquals("", project.text(FILE));
    check(0);
  }

  @Test
  void neitherWhatIsSuppressedNorWhatJudgesAcceptanceGetsIn() {
    project.file(
        "src/com/acme/c/C.java",
        """
        package com.acme.c;

        // ssot:allow forbidden-import until=2026-12-31 -- it is moving
        import com.acme.old.One;
        // ssot:allow forbidden-import
        class C {}
        """);
    run(0, "baseline", "write");

    assertEquals(3, lines().size());
    assertTrue(check(1).contains("findings: 1 open (1 error, 0 warnings, 0 notes), 1 suppressed"));
  }

  @Test
  void showsTheDifferenceFindingByFinding() {
    run(0, "baseline", "write");
    assertEquals("known.jsonl: 0 new, 0 stale\n", run(0, "baseline", "diff").out());
    project.file("src/com/acme/b/B.java", "package com.acme.b;\n\nclass B {}\n");
    project.file("src/com/acme/c/C.java", LegacyProject.user("com.acme.c", "C", "One"));
    String before = project.text(FILE);
    String out = run(1, "baseline", "diff").out();

    assertTrue(out.startsWith("src/com/acme/c/C.java:3:1: error: this import reaches"), out);
    assertTrue(out.contains("\nknown.jsonl:3:1: warning: this entry accepts nothing"), out);
    assertTrue(out.endsWith("\nknown.jsonl: 1 new, 1 stale\n"), out);
    assertEquals(before, project.text(FILE));
  }

  @Test
  void theCommandLineWinsOverThePolicy() {
    run(0, "baseline", "write");
    run(0, "baseline", "write", "--baseline", "src/other.jsonl");
    project.file("src/other.jsonl", project.text("src/other.jsonl").lines().findFirst().get());
    check(0);
    assertTrue(check(1, "--baseline", "src/other.jsonl").contains("findings: 2 open"));
    assertTrue(check(1, "--no-baseline").contains("findings: 3 open"));
    Run both = run(2, "check", "--no-baseline", "--baseline", FILE);
    assertTrue(both.err().contains("--baseline and --no-baseline contradict each other"));
  }

  @Test
  void withoutAKeyInThePolicyTheStandardFileIsWrittenAndNotReadUnasked() {
    project.file("ssot.yaml", LegacyProject.POLICY);
    assertEquals(
        """
        ssot-baseline.jsonl: 3 entries written
          help: let every check read it by `baseline: ssot-baseline.jsonl` in the policy
        """,
        run(0, "baseline", "write").out());
    check(1);
    check(0, "--baseline", "ssot-baseline.jsonl");
    run(0, "baseline", "prune");
  }

  @Test
  void aMissingBaselineIsAnErrorWhereOneIsNamed() {
    String missing =
        """
        known.jsonl: error: there is no such baseline
          help: write it by `ssot baseline write`, or name none in policy and arguments
        """;
    assertEquals(missing, run(2, "check").err());
    assertEquals(missing, run(2, "baseline", "update").err());
    assertEquals(missing, run(2, "baseline", "prune").err());
    assertEquals(missing, run(2, "baseline", "diff").err());
  }

  private void assertBroken(String text, String message) {
    project.file(FILE, text);
    for (String[] args :
        new String[][] {
          {"check"}, {"baseline", "update"}, {"baseline", "prune"}, {"baseline", "diff"}
        }) {
      Run run = run(2, args);
      assertTrue(run.err().startsWith(message), run.err());
      assertTrue(run.err().contains("\n  help: "), run.err());
      assertEquals("", run.out());
    }
    assertEquals(text, project.text(FILE));
  }

  @Test
  void aBrokenBaselineIsRefusedWithPlaceCauseAndRemedy() {
    run(0, "baseline", "write");
    String good = project.text(FILE);
    assertBroken(
        good.replaceFirst("\n", "\n<<<<<<< HEAD\n"),
        "known.jsonl:2: error: the baseline holds an unresolved merge conflict\n");
    assertBroken(
        good + good.lines().findFirst().get().replaceAll("v1:[0-9a-f]+", "v2:abc"),
        "known.jsonl:4: error: the fingerprint is of version `v2`, and this ssot knows `v1`\n");
    assertBroken(good + "{\"rule\":", "known.jsonl:4: error: the line is no JSON: ");
    assertBroken(good + "[]\n", "known.jsonl:4: error: the line is no JSON object\n");
    assertBroken(good + "{}\n", "known.jsonl:4: error: the entry lacks `rule`\n");
    assertBroken(
        good.replaceFirst("\"rule\":\"[a-z-]+\"", "\"rule\":7"),
        "known.jsonl:1: error: `rule` is no text\n");
    assertBroken(
        good.replaceFirst("\"subject\":\"[^\"]+\"", "\"subject\":\"\""),
        "known.jsonl:1: error: `subject` is blank\n");
    assertBroken(
        good.replaceFirst("\\{", "{\"total\":\"3\","),
        "known.jsonl:1: error: the key `total` is not known\n");
    assertBroken(good.replaceFirst("v1:", "v1:X"), "known.jsonl:1: error: `v1:X");
    assertBroken(
        good.replaceFirst("}\n", "} {}\n"), "known.jsonl:1: error: something follows the entry\n");
    assertBroken(
        good.replaceFirst("\\{", "{\"rule\":\"x\","),
        "known.jsonl:1: error: the line is no JSON: Duplicate field 'rule'");
  }

  @Test
  void bytesThatAreNoTextAndFoldersAreRefused() throws IOException {
    project.file(FILE, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertEquals(
        "known.jsonl: error: the baseline is no UTF-8\n  help: restore the file\n",
        run(2, "check").err());
    Files.delete(folder.resolve(FILE));
    Files.createDirectory(folder.resolve(FILE));
    assertTrue(run(2, "check").err().startsWith("known.jsonl: error: the baseline cannot be read"));
  }

  @Test
  void anEmptyBaselineAcceptsNothing() {
    project.file(FILE, "");
    assertTrue(check(1).contains("findings: 3 open"));
  }

  @Test
  void aLinkIsFollowedAndStays() throws IOException {
    Files.createDirectories(folder.resolve("quality"));
    project.file("quality/real.jsonl", "");
    Files.createSymbolicLink(folder.resolve(FILE), Path.of("quality/real.jsonl"));
    run(0, "baseline", "update");

    assertTrue(Files.isSymbolicLink(folder.resolve(FILE)));
    assertEquals(3, project.text("quality/real.jsonl").lines().count());
  }

  @Test
  void explainTellsThatAFindingIsKnown() {
    run(0, "baseline", "write");
    String fingerprint = Marks.tree(lines().get(1)).get("fingerprint").asText();

    assertTrue(
        run(0, "explain", fingerprint).out().contains("  known: in line 2 of the baseline\n"));
  }
}
