package dev.ssot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.cli.Program.Run;
import dev.ssot.reports.Reporters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Green means that the code was read and nothing is wrong with it.
 *
 * <p>Each case has ended green in some tool: by counting findings in the exit status, by skipping
 * what it could not read, by taking nothing for fine. Every case is run in every format.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class HonestyTest {

  private static final String IMPORT =
      "package com.acme.app;\n\nimport com.acme.old.Clock;\n\nclass A {}\n";
  private static final String POLICY =
      """
      version: 1
      forbid:
        - {path: com.acme.old.**, reason: it was replaced, use: com.acme.Clock}
      """;

  private final Path folder;
  private final Project project;

  HonestyTest(@TempDir Path folder) {
    this.folder = folder;
    this.project =
        new Project(folder)
            .file("src/com/acme/Clock.java", "package com.acme;\n\npublic class Clock {}\n")
            .file("src/com/acme/B.java", "package com.acme;\n\nclass B {\n  Clock clock;\n}\n")
            .file("ssot.yaml", POLICY);
  }

  /**
   * Runs on the console, in JSON, and in every other format from that JSON, and answers what the
   * console says; the status must be the same. What is refused is refused in every format.
   */
  private String check(int status, String... options) {
    Run console = run(status, "console", options);
    Run json = run(status, "json", options);
    for (String format : Reporters.formats()) {
      if (status == ExitStatus.REJECTED) {
        run(status, format, options);
      } else {
        project.file("result.json", json.out());
        Run report = Program.in(folder).run("report", "--from", "result.json", "--format", format);
        assertEquals(status, report.status(), format + ": " + report.err());
      }
    }
    return console.out() + console.err();
  }

  private Run run(int status, String format, String... options) {
    List<String> words = new ArrayList<>(List.of("check", "--format", format));
    words.addAll(List.of(options));
    Run run = Program.in(folder).run(words.toArray(String[]::new));
    assertEquals(status, run.status(), format + ": " + run.out() + run.err());
    return run;
  }

  private void assertClean() {
    String console = check(0);
    assertTrue(console.contains("outcome: clean"), console);
    assertTrue(console.contains("0 partly read, 0 unreadable"), console);
  }

  /** The file is named as a problem, and what is wrong elsewhere is found all the same. */
  private void assertIncomplete(String file, String... words) {
    project.file("src/com/acme/app/A.java", IMPORT);
    String console = check(3);
    assertTrue(console.contains("`com.acme.old.Clock`"), console);
    String problem =
        console
            .lines()
            .filter(line -> line.contains(file))
            .findFirst()
            .orElse("no line on " + file);
    for (String word : words) {
      assertTrue(problem.contains(word), problem);
    }
    assertTrue(console.contains("outcome: incomplete"), console);
  }

  @Test
  void cleanCodeIsClean() {
    assertClean();
  }

  @Test
  void twoHundredAndFiftySixFindingsAreNotZero() {
    StringBuilder source = new StringBuilder("package com.acme.app;\n");
    for (int i = 0; i < 256; i++) {
      source.append("import com.acme.old.Gone").append(i).append(";\n");
    }
    project.file("src/com/acme/app/A.java", source + "class A {}\n");
    String console = check(1);
    assertTrue(console.contains("findings: 256 open (256 errors, 0 warnings, 0 notes)"), console);
  }

  @Test
  void anEmptyFolderSaysNothing() throws IOException {
    Files.createDirectories(folder.resolve("empty/deeper"));
    assertTrue(check(2, "empty").contains("Nothing to scan in"));
  }

  @Test
  void aFolderWithoutJavaSaysNothing() {
    project.file("docs/readme.md", "# nothing to see");
    assertTrue(check(2, "docs").contains("there is no Java file"));
  }

  @Test
  void anExcludedFolderSaysNothing() {
    project.file("ssot.yaml", POLICY + "sources: {exclude: [src]}\n");
    assertTrue(check(2).contains("excluded"));
  }

  @Test
  void rootsThatMatchNothingSayNothing() {
    project.file("ssot.yaml", POLICY + "sources: {roots: [sorce]}\n");
    check(2);
  }

  @Test
  void anUnparsableFileIsNamed() {
    project.file(
        "src/com/acme/Broken.java", "package com.acme;\n\nclass Broken {\n  void x( {\n}\n");
    assertIncomplete("src/com/acme/Broken.java");
  }

  @Test
  void aFutureLanguageIsNamed() {
    project.file("src/com/acme/Future.java", "package com.acme;\n\nhologram Future { }\n");
    assertIncomplete("src/com/acme/Future.java");
  }

  @Test
  void aBinaryFileIsNamed() {
    byte[] bytes = new byte[4096];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 31);
    }
    project.file("src/com/acme/Picture.java", bytes);
    assertIncomplete("src/com/acme/Picture.java");
  }

  @Test
  void aClassFileUnderAWrongNameIsNamed() throws IOException {
    try (var in = HonestyTest.class.getResourceAsStream("HonestyTest.class")) {
      project.file("src/com/acme/Compiled.java", in.readAllBytes());
    }
    assertIncomplete("src/com/acme/Compiled.java");
  }

  @Test
  void aLinkThatLeadsNowhereIsNamed() throws IOException {
    Files.createSymbolicLink(
        folder.resolve("src/com/acme/Lost.java"), Path.of("/nowhere/Lost.java"));
    assertIncomplete("src/com/acme/Lost.java");
  }

  @Test
  void aPipeIsNamedAndNotWaitedFor() throws IOException, InterruptedException {
    Path pipe = folder.resolve("src/com/acme/Pipe.java");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    assertIncomplete("src/com/acme/Pipe.java");
  }

  @Test
  void aFolderNamedLikeAFileIsNoFile() {
    project.file("src/com/acme/Folder.java/Inner.java", "package com.acme;\n\nclass Inner {}\n");
    assertClean();
  }

  @Test
  void parenthesesWithoutEndAreNamed() {
    for (int depth : new int[] {10_000, 500_000}) {
      project.file(
          "src/com/acme/Deep.java",
          "package com.acme;\n\nclass Deep {\n  int x = %s1%s;\n}\n"
              .formatted("(".repeat(depth), ")".repeat(depth)));
      assertIncomplete("src/com/acme/Deep.java");
    }
  }

  @Test
  void fiftyMegabytesAreSurvived() {
    byte[] comment = new byte[50 << 20];
    Arrays.fill(comment, (byte) '\n');
    project.file("src/com/acme/Huge.java", comment);
    assertIncomplete("src/com/acme/Huge.java");
  }

  private static String greeting(String ending) {
    return String.join(
        ending,
        "package com.acme.app;",
        "",
        "import com.acme.old.Clock;",
        "",
        "class A { String greeting = \"gr\u00fc\u00df dich\"; }",
        "");
  }

  private void assertFound(byte[] source) {
    project.file("src/com/acme/app/A.java", source);
    String console = check(1);
    assertTrue(console.contains("src/com/acme/app/A.java:3:"), console);
    assertTrue(console.contains("`com.acme.old.Clock`"), console);
  }

  @Test
  void aByteOrderMarkHidesNothing() {
    assertFound(("\uFEFF" + greeting("\n")).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void carriageReturnsHideNothing() {
    assertFound(greeting("\r\n").getBytes(StandardCharsets.UTF_8));
    assertFound(greeting("\r").getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void latin1IsReadOrNamed() {
    project.file("src/com/acme/app/A.java", greeting("\n").getBytes(StandardCharsets.ISO_8859_1));
    String console = check(1);
    assertTrue(console.contains("`com.acme.old.Clock`"), console);
    assertTrue(console.contains("src/com/acme/app/A.java"), console);
  }

  @Test
  void utf16IsReadOrNamed() {
    project.file("src/com/acme/app/A.java", greeting("\n").getBytes(StandardCharsets.UTF_16));
    String console = check(1);
    assertTrue(console.contains("`com.acme.old.Clock`"), console);
  }

  @Test
  void aLoopOfLinksEnds() throws IOException {
    Files.createSymbolicLink(folder.resolve("src/com/loop"), folder.resolve("src"));
    Files.createSymbolicLink(folder.resolve("src/com/self"), folder.resolve("src/com/self"));
    assertClean();
  }

  @Test
  void anUnknownRuleIsRefused() {
    assertTrue(check(2, "--rule", "no-such-rule").contains("unknown rule `no-such-rule`"));
  }

  @Test
  void anUnknownKeyOfThePolicyIsRefused() {
    project.file("ssot.yaml", "version: 1\nrole: []\n");
    assertTrue(check(2).contains("ssot.yaml:2:1: error: unknown key `role`"));
  }

  @Test
  void aCanonicalThatDoesNotExistIsRefused() {
    project.file("ssot.yaml", "version: 1\nroles:\n  - {id: clock, canonical: com.acme.Clok}\n");
    String console = check(2);
    assertTrue(console.startsWith("ssot.yaml:3:28: error: the canonical `com.acme.Clok`"), console);
  }

  @Test
  void aMissingPathIsRefused() {
    assertTrue(check(2, "sorce").contains("there is no file or folder `sorce`"));
  }

  @Test
  void theThresholdDecidesAndNotTheFormat() {
    project.file("src/com/acme/app/A.java", IMPORT);
    project.file("ssot.yaml", POLICY + "rules: {forbidden-import: note}\n");
    check(0);
    check(1, "--fail-on", "note");
    check(0, "--fail-on", "error");
  }
}
