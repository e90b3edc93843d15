package dev.ssot.cli;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.cli.Program.Run;
import dev.ssot.rules.model.FileChange;
import dev.ssot.rules.model.TextEncoding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command does to files, and what it tells its caller. */
class FixTest {

  private static final String USER = "src/app/User.java";
  private static final String TEXT = "package app;\n\nclass User { private old.Legacy own; }\n";
  private static final String FIXED = TEXT.replace("old.Legacy", "canon.Sessions");

  private final Path folder;
  private final Project project;

  FixTest(@TempDir Path temporary) throws IOException {
    this.folder = Files.createDirectory(temporary.resolve("code"));
    this.project =
        new Project(folder)
            .file(
                "ssot.yaml",
                """
                version: 1
                roles:
                  - id: sessions
                    title: keeping sessions
                    canonical: canon.Sessions
                    forbid:
                      - {path: old.Legacy, reason: it has moved, use: canon.Sessions}
                    shims:
                      - {type: old.Shim, owner: team, until: 2027-06-30}
                gate: {minimum-score: 0}
                """)
            .file("src/canon/Sessions.java", "package canon;\n\npublic class Sessions {}\n")
            .file("src/old/Legacy.java", "package old;\n\npublic class Legacy {}\n")
            .file(USER, TEXT);
  }

  private Run run(int status, String... args) {
    Run run = Program.in(folder).run(args);
    assertEquals(status, run.status(), run.out() + run.err());
    return run;
  }

  private void shim() {
    project.file(
        "src/old/Shim.java",
        """
        package old;

        class Before {}

        /** Kept for a while. */
        public class Shim extends canon.Sessions {}

        class After {}
        """);
  }

  @Test
  void changesFilesAndSaysWhich() {
    shim();
    Run run = run(0, "fix");
    assertEquals(
        """
        changed: src/app/User.java
        changed: src/old/Shim.java
        2 findings fixed, 2 files, 0 left
        """,
        run.out());
    assertEquals(FIXED, project.text(USER));
    assertEquals(
        "package old;\n\nclass Before {}\n\nclass After {}\n", project.text("src/old/Shim.java"));
    assertEquals("0 findings fixed, 0 files, 0 left\n", run(0, "fix").out());
  }

  /** What stands in the package of the canonical sees it without an import. */
  @Test
  void leavesNoImportInThePackageOfTheCanonical() {
    String store =
        """
        package canon;

        import java.util.List;
        import old.Sessions;

        class Store {
          List<Sessions> all;
        }
        """;
    project
        .file("ssot.yaml", project.text("ssot.yaml").replace("old.Legacy", "old.Sessions"))
        .file("src/old/Sessions.java", "package old;\n\npublic class Sessions {}\n")
        .file("src/canon/Store.java", store);
    run(0, "fix", "--rule", "forbidden-import");
    assertEquals(store.replace("import old.Sessions;\n", ""), project.text("src/canon/Store.java"));
  }

  @Test
  void deletesTheFileOfAShimThatStandsAlone() {
    project.file("src/old/Shim.java", "package old;\n\nclass Shim extends canon.Sessions {}\n");
    run(0, "fix", "--rule", "unused-shim");
    assertFalse(Files.exists(folder.resolve("src/old/Shim.java")));
    assertEquals(TEXT, project.text(USER));
  }

  @Test
  void aShimThatDocumentationNamesStays() {
    shim();
    project.file(
        "src/app/Docs.java", "package app;\n\n/** See {@link old.Shim}. */\nclass Docs {}\n");
    Run run = run(1, "fix", "--rule", "unused-shim");
    assertEquals(
        """
        src/old/Shim.java:6:14: not fixed: src/app/Docs.java names it [unused-shim]
        0 findings fixed, 0 files, 1 left
        """,
        run.out());
  }

  @Test
  void aDryRunShowsADifferenceAndWritesNothing() {
    shim();
    project.file("src/old/Shim.java", "package old;\r\n\r\nclass Shim extends canon.Sessions {}");
    Run run = run(1, "fix", "--dry-run");
    assertEquals(
        """
        --- a/src/app/User.java
        +++ b/src/app/User.java
        @@ -1,3 +1,3 @@
         package app;
        \s
        -class User { private old.Legacy own; }
        +class User { private canon.Sessions own; }
        --- a/src/old/Shim.java
        +++ /dev/null
        @@ -1,3 +0,0 @@
        -package old;\r
        -\r
        -class Shim extends canon.Sessions {}
        \\ No newline at end of file
        """,
        run.out());
    assertEquals("2 findings fixed, 2 files, 0 left\n", run.err());
    assertEquals(TEXT, project.text(USER));
    assertTrue(Files.exists(folder.resolve("src/old/Shim.java")));
  }

  @Test
  void gitAppliesTheDifference() throws IOException, InterruptedException {
    project
        .file(
            "src/app/Gone.java",
            "package app;\r\n\r\n/** A. */\r\nclass Gone {\r\n\told.Legacy a;}")
        .file("src/old/Shim.java", "package old;\n\nclass Shim extends canon.Sessions {}");
    Path patch = Files.writeString(folder.resolve("fix.patch"), run(1, "fix", "--dry-run").out());
    Path copy = Files.createDirectory(folder.resolveSibling("copy"));
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(folder.relativize(file).toString()), REPLACE_EXISTING);
      }
    }
    Process git =
        new ProcessBuilder("git", "apply", patch.toString())
            .directory(copy.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, git.waitFor(), said);
    run(0, "fix");
    assertEquals(texts(folder), texts(copy));
  }

  private static Map<String, String> texts(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder.resolve("src"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    return texts;
  }

  @Test
  void knownFindingsAreFixedAndSuppressedOnesAreNot() {
    run(0, "baseline", "write");
    run(0, "fix");
    assertEquals(FIXED, project.text(USER));

    String accepted =
        TEXT.replace(
            "class User",
            "// ssot:allow forbidden-import until=2027-01-01 -- it moves with the server\nclass User");
    project.file(USER, accepted);
    assertEquals("0 findings fixed, 0 files, 0 left\n", run(0, "fix").out());
    assertEquals(accepted, project.text(USER));
  }

  @Test
  void onlyTheRulesThatAreAskedForAreFixed() {
    assertEquals(
        "0 findings fixed, 0 files, 0 left\n", run(0, "fix", "--rule", "duplicated-literal").out());
    assertEquals(TEXT, project.text(USER));
    Run run = run(2, "fix", "--rule", "fake-success");
    assertTrue(run.err().contains("forbidden-import"), run.err());
  }

  @Test
  void nothingIsWrittenWhileSomethingCannotBeRead() {
    project.file("src/app/Broken.java", "package app;\n\nclass Broken {\n");
    Run run = run(3, "fix");
    assertTrue(run.err().contains("nothing is changed"), run.err());
    assertEquals(TEXT, project.text(USER));
  }

  @Test
  void permissionsStay() throws IOException {
    Path file = folder.resolve(USER);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-x--x"));
    run(0, "fix");
    assertEquals(FIXED, project.text(USER));
    assertEquals("rwxr-x--x", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void aLinkThatLeadsOutIsNotFollowed() throws IOException {
    Path outside = Files.createDirectory(folder.resolveSibling("outside"));
    Path real = Files.writeString(outside.resolve("Other.java"), TEXT.replace("User", "Other"));
    Files.createSymbolicLink(folder.resolve("src/app/Other.java"), real);
    Run run = run(3, "fix");
    assertTrue(run.err().contains("it is a link that leads out of the scanned folder"), run.err());
    assertEquals(TEXT.replace("User", "Other"), Files.readString(real));
    assertEquals(TEXT, project.text(USER));
  }

  @Test
  void aFileThatHasChangedIsNotWritten() throws IOException {
    FileChange change =
        new FileChange(USER, TextEncoding.standard(), TEXT + "\n", Optional.of(FIXED));
    SourceFile.Opened opened = SourceFile.open(folder, change);
    assertEquals("it has changed since it was read", opened.refusal());
    assertTrue(opened.file().isEmpty());
  }
}
