package dev.ssot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.cli.Program.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first policy of a codebase. */
class InitTest {

  private static final Path CHAT = Path.of("src/test/projects/fragmented-chat").toAbsolutePath();
  private static final String ROUTER = "com.acme.chat.routing.MessageRouter";
  private static final String COPY = "com.acme.chat.dispatch.ConversationDispatcher";

  private final Path folder;
  private final Project project;

  InitTest(@TempDir Path folder) {
    this.folder = folder;
    this.project = new Project(folder);
  }

  /** A codebase in which one role has several types, without its policy. */
  private void chat() {
    try (Stream<Path> files = Files.walk(CHAT.resolve("src"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        project.file(CHAT.relativize(file).toString(), Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Run run(String... args) {
    return Program.in(folder).run(args);
  }

  private void init(String... args) {
    Run run = run(Stream.concat(Stream.of("init"), Stream.of(args)).toArray(String[]::new));
    assertEquals("", run.err());
    assertEquals(0, run.status());
  }

  private void assertPolicy(String part) {
    String policy = project.text("ssot.yaml");
    assertTrue(policy.contains(part), policy);
  }

  private void assertRefused(String message, String... args) {
    Run run = run(args);
    assertTrue(run.err().contains(message), run.err());
    assertEquals("", run.out());
    assertEquals(2, run.status());
  }

  @Test
  void declaresARoleThatOneTypeHoldsAndForbidsItsRival() {
    chat();

    init();

    assertPolicy("  - id: message-router\n");
    assertPolicy("    canonical: " + ROUTER + "\n");
    assertPolicy("      - path: " + COPY + "\n");
    assertPolicy("    # Why this one: 9 types use it, the next 0.\n");
    assertPolicy("      # renamed copy, confidence 93 %: ");
    assertPolicy("    #   - com.acme.chat.legacy.MessageRouter\n");
  }

  @Test
  void aCheckRightAfterwardsReachesItsGateAndShowsTheRivals() {
    chat();
    init();

    Run check = run("check");

    assertEquals(1, check.status(), check.out() + check.err());
    assertTrue(check.out().contains("score: 66.6 % (12 of 18), gate of 66 % holds"), check.out());
    assertTrue(check.out().contains(COPY + "` is a renamed copy of"), check.out());
    assertFalse(check.out().contains("[unmatched-policy]"), check.out());
  }

  /** Whether mocks are meant is for the team to say; the policy tells what there is to decide. */
  @Test
  void tellsHowManyTestsReplaceTheCanonicalAndHowToForbidIt() {
    chat();
    project.file(
        "src/test/java/com/acme/chat/MockingTest.java",
        """
        package com.acme.chat;

        import static org.junit.jupiter.api.Assertions.assertNotNull;
        import static org.mockito.Mockito.mock;

        import %s;
        import org.junit.jupiter.api.Test;

        class MockingTest {
          @Test
          void routes() {
            assertNotNull(mock(MessageRouter.class));
          }
        }
        """
            .formatted(ROUTER));
    init();

    String policy = project.text("ssot.yaml");
    assertTrue(policy.contains("replaces it with a mock, a stub or a fake."), policy);
    String real =
        "    # real:\n    #   reason: \"a test with a stand-in of `MessageRouter` passes when"
            + " `MessageRouter` is broken\"\n";
    assertPolicy(real);

    project.file("ssot.yaml", policy.replace(real, real.replace("# ", "")));
    Run check = run("check", "--rule", "mocked-canonical");
    assertTrue(check.out().contains("MockingTest.java:12:"), check.out());
    assertTrue(check.out().contains("[mocked-canonical]"), check.out());
  }

  @Test
  void whatIsThereTodayCanBeAcceptedAsItsCommentsSay() {
    chat();
    init();

    assertEquals(0, run("baseline", "write").status());
    project.file("ssot.yaml", project.text("ssot.yaml").replace("\n# baseline: ", "\nbaseline: "));

    Run check = run("check");
    assertEquals(0, check.status(), check.out() + check.err());
  }

  @Test
  void readsEveryFileThatACheckWithoutAPolicyReads() {
    chat();
    String all = run("check").out();
    init();

    assertPolicy("  roots:\n    - \"src/main\" # 50 files\n");
    assertPolicy("  test-roots:\n    - \"src/test\" # 3 files\n");
    assertEquals(line("files: ", all), line("files: ", run("check").out()));
  }

  private static List<String> line(String start, String text) {
    return text.lines().filter(line -> line.startsWith(start)).toList();
  }

  @Test
  void namesTheSourceSetsOfAllModulesAndThoseToCome() {
    project
        .file("pom.xml", "<project/>")
        .file("one/src/main/java/com/acme/A.java", "package com.acme;\n\nclass A {}\n")
        .file("one/src/test/java/com/acme/ATest.java", "package com.acme;\n\nclass ATest {}\n")
        .file("two/src/main/java/com/acme/B.java", "package com.acme;\n\nclass B {}\n");

    init();
    project.file("three/src/main/java/com/acme/C.java", "package com.acme;\n\nclass C {}\n");

    assertPolicy("# Production code lies here in the layout of Maven.");
    assertPolicy("    - \"**/src/main\" # 2 files\n");
    assertPolicy("    - \"**/src/test\" # 1 file\n");
    assertTrue(run("check").out().contains("files: 4 found, 4 read"), run("check").out());
  }

  @Test
  void namesNoRootsWhereAFileLiesInTheFolderItself() {
    project
        .file("com/acme/A.java", "package com.acme;\n\nclass A {}\n")
        .file("src/main/java/com/acme/B.java", "package com.acme;\n\nclass B {}\n");

    init();

    assertPolicy("# Every Java file below this folder is read");
    assertTrue(run("check").out().contains("files: 2 found, 2 read"));
  }

  @Test
  void namesFoldersInWhichAToolWroteEveryFile() {
    for (String name : List.of("A", "B", "C")) {
      project.file(
          "src/com/acme/wire/" + name + ".java",
          "// Generated by protoc. DO NOT EDIT\npackage com.acme.wire;\n\nclass " + name + " {}\n");
    }
    project.file("src/com/acme/Own.java", "package com.acme;\n\nclass Own {}\n");

    init();

    assertPolicy("  generated-roots:\n    - \"src/com/acme/wire\" # 3 files\n");
    assertEquals(0, run("check").status());
  }

  @Test
  void saysThatNothingWasFoundAndShowsARole() {
    Project.plain(folder);

    Run run = run("init");

    assertEquals(
        """
        ssot.yaml: written from 1 file with 1 type: no two types surely do one job, so it declares \
        no role
          help: read it, then run `ssot check`; `ssot baseline write` accepts what is there today
        """,
        run.out());
    assertPolicy("# roles:\n#   - id: session-store\n");
    assertPolicy("  # minimum-score: 95\n");
    assertEquals(0, run("check").status());
  }

  @Test
  void theExampleInAPolicyWithoutRolesIsOneThatCanBeRead() {
    Project.plain(folder);
    init();
    String policy = project.text("ssot.yaml");
    String example = policy.substring(policy.indexOf("# roles:"), policy.indexOf("\ngate:"));
    project.file(
        "ssot.yaml",
        policy.replace(example, example.replace("# ", "").replace("com.example", "com.acme")));
    project.file(
        "src/main/java/com/acme/session/SessionStore.java",
        "package com.acme.session;\n\npublic class SessionStore {}\n");

    Run check = run("check");

    assertEquals(0, check.status(), check.err());
    assertTrue(check.out().contains("session-store"), check.out());
  }

  @Test
  void neverReplacesAPolicyUnlessItIsTold() {
    Project.plain(folder).file("ssot.yaml", "version: 1\n");

    assertRefused("there is a policy already", "init");
    assertEquals("version: 1\n", project.text("ssot.yaml"));

    init("--force");
    assertPolicy("begun by `ssot init`");
  }

  @Test
  void writesNoSecondPolicyBelowOneThatHolds() {
    Project.plain(folder).file("ssot.yaml", "version: 1\n");

    assertRefused("holds for `", "init", "src/main");
    assertFalse(Files.exists(folder.resolve("src/main/ssot.yaml")));
  }

  @Test
  void writesNothingWhereThereIsNothingToRead() {
    assertRefused("Nothing to scan in", "init");
    assertFalse(Files.exists(folder.resolve("ssot.yaml")));
  }

  @Test
  void aFileIsNoFolder() {
    Project.plain(folder);
    assertRefused("is no folder", "init", "src/main/java/com/acme/Clock.java");
  }

  @Test
  void whatWasNotReadIsSaidAndThePolicyIsWritten() {
    Project.plain(folder).file("src/main/java/com/acme/Bad.java", "class {");

    Run run = run("init");

    assertEquals(3, run.status());
    assertTrue(run.err().contains("src/main/java/com/acme/Bad.java:1: "), run.err());
    assertPolicy("version: 1\n");
  }

  @Test
  void onATerminalAPersonKeepsAnotherType() {
    chat();

    Run run = Program.in(folder).answering("2\n", "init");

    assertEquals(0, run.status(), run.err());
    assertTrue(
        run.out()
            .startsWith(
                """
                1 of 1: do these do one job, `message-router`?
                  1  com.acme.chat.routing.MessageRouter  (9 types use it, the next 0)
                  2  com.acme.chat.dispatch.ConversationDispatcher
                The number of the one to keep, or n for no role [1]: \
                """),
        run.out());
    assertPolicy("    # Why this one: it was chosen.\n    canonical: " + COPY + "\n");
    assertPolicy("      - path: " + ROUTER + "\n");
  }

  @Test
  void onATerminalAnEmptyAnswerTakesWhatIsProposed() {
    chat();
    assertEquals(0, Program.in(folder).answering("\n", "init").status());
    assertPolicy("    canonical: " + ROUTER + "\n");
  }

  @Test
  void onATerminalARoleIsRefusedAndAWrongAnswerAskedAgain() {
    chat();

    Run run = Program.in(folder).answering("7\nwhat\nn\n", "init");

    assertEquals(0, run.status(), run.err());
    assertEquals(3, run.out().split("The number of the one", -1).length - 1);
    assertTrue(run.out().contains("  that is neither n nor a number from 1 to 2\n"), run.out());
    assertFalse(project.text("ssot.yaml").contains(ROUTER));
  }

  @Test
  void anAnswerThatIsMissingWritesNothing() {
    chat();

    Run run = Program.in(folder).answering("", "init");

    assertEquals(2, run.status());
    assertTrue(run.err().contains("the answers ended before the last question"), run.err());
    assertFalse(Files.exists(folder.resolve("ssot.yaml")));
  }

  @Test
  void onATerminalNothingIsAskedWhereThatIsWanted() {
    chat();
    Run run = Program.in(folder).answering("", "init", "--yes");
    assertTrue(run.out().startsWith("ssot.yaml: written from 53 files"), run.out());
  }

  @Test
  void isTheSameOnOneThreadAndMany() {
    chat();
    init("--threads", "1");
    String one = project.text("ssot.yaml");
    init("--threads", "4", "--force");
    assertEquals(one, project.text("ssot.yaml"));
  }
}
