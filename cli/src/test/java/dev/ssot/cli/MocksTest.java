package dev.ssot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ssot.cli.Program.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands say of tests that replace what must be real. */
class MocksTest {

  private static final String POLICY =
      """
      version: 1
      roles:
        - id: mailer
          canonical: com.acme.Mailer
      gate: {minimum-score: 0}
      """;
  private static final String REAL =
      POLICY.replace("Mailer\n", "Mailer\n    real: {reason: a mock hid an outage}\n");

  private final Path folder;
  private final Path cache;
  private final Project project;
  private final GitFolder git;

  MocksTest(@TempDir Path parent) throws IOException {
    this.folder = Files.createDirectory(parent.resolve("project"));
    this.cache = parent.resolve("cache");
    this.project =
        new Project(folder)
            .file("ssot.yaml", REAL)
            .file(
                "src/main/java/com/acme/Mailer.java",
                """
                package com.acme;

                public class Mailer {
                  private final java.util.List<String> queue = new java.util.ArrayList<>();

                  public boolean send(String to, String text) { return queue.add(to + text); }
                }
                """)
            .file("src/test/java/com/acme/MailerTest.java", test("MailerTest", "new Mailer()"))
            .file("src/test/java/com/acme/NewsTest.java", test("NewsTest", "mock(Mailer.class)"));
    this.git = GitFolder.init(folder);
    git.commit("begin");
  }

  private static String test(String name, String mailer) {
    return """
        package com.acme;

        import static org.junit.jupiter.api.Assertions.assertTrue;
        import static org.mockito.Mockito.mock;

        import org.junit.jupiter.api.Test;

        class %s {
          private final Mailer mailer = %s;

          @Test
          void sends() {
            assertTrue(mailer.send("a@b.org", "hello"));
          }
        }
        """
        .formatted(name, mailer);
  }

  private Run run(String... args) {
    return git.program("").run(args);
  }

  private JsonNode json(int status, String... options) {
    List<String> args = new ArrayList<>(List.of("check", "--format", "json"));
    args.addAll(List.of(options));
    Run run = run(args.toArray(String[]::new));
    assertEquals(status, run.status(), run.out() + run.err());
    return Marks.tree(run.out());
  }

  private static List<String> mocked(JsonNode report, String state) {
    List<String> types = new ArrayList<>();
    for (JsonNode finding : report.get("findings")) {
      boolean one = finding.get("rule").asText().equals("mocked-canonical");
      if (one && finding.get("triage").get("state").asText().equals(state)) {
        types.add(finding.get("subject").get("type").asText());
      }
    }
    return types;
  }

  @Test
  void aCheckFindsTheMockAndCountsTheTests() {
    Run run = run("check");
    assertEquals(1, run.status(), run.err());
    assertTrue(
        run.out()
            .startsWith(
                """
                src/test/java/com/acme/NewsTest.java:9:33: error: `NewsTest` mocks `com.acme.Mailer`, which the role `mailer` wants real in tests: a mock hid an outage [mocked-canonical]
                  canonical: src/main/java/com/acme/Mailer.java:3 `com.acme.Mailer`
                """),
        run.out());
    assertTrue(
        run.out()
            .contains(
                """
                tests: those that use the real thing
                  mailer `com.acme.Mailer` 50.0 % (1 of 2)
                """),
        run.out());
    JsonNode tests = json(1).get("tests").get(0);
    assertEquals("{\"compliant\":1,\"sites\":2,\"permille\":500}", tests.get("share").toString());
    assertEquals(2, tests.get("tests").size());
  }

  @Test
  void aRoleThatNoTestUsesSaysSo() {
    project.file("src/test/java/com/acme/MailerTest.java", test("MailerTest", "mock()"));
    assertTrue(
        run("check").out().contains("mailer `com.acme.Mailer` no test uses it, 0.0 % (0 of 2)"));
    git.done("rm", "-rf", "src/test");
    assertTrue(run("check").out().contains("mailer `com.acme.Mailer` no test uses it\n"));
  }

  /** The facts that a policy without such a wish has left say nothing of mocks. */
  @Test
  void aCacheOfAnotherPolicyHidesNothing() {
    String kept = cache.toString();
    project.file("ssot.yaml", POLICY);
    assertEquals(List.of(), mocked(json(0, "--cache", kept), "open"));
    project.file("ssot.yaml", REAL);
    JsonNode without = json(1, "--no-cache");
    assertEquals(List.of("com.acme.NewsTest"), mocked(without, "open"));
    assertEquals(without, json(1, "--cache", kept));
    assertEquals(without, json(1, "--cache", kept));
    project.file("ssot.yaml", POLICY);
    assertEquals(List.of(), mocked(json(0, "--cache", kept), "open"));
  }

  /** A comment of ours makes the parser read a file that is otherwise read off its tokens. */
  @Test
  void whicheverReaderReadAFileTheFindingIsTheSame() {
    JsonNode before = json(1);
    String path = "src/test/java/com/acme/NewsTest.java";
    project.file(
        path,
        project.text(path)
            + "// ssot:allow unused-shim until=2999-12-31 owner=a -- nothing to accept\n");
    JsonNode after = json(1, "--rule", "mocked-canonical");
    assertEquals(mocked(before, "open"), mocked(after, "open"));
    assertEquals(before.get("tests"), after.get("tests"));
  }

  @Test
  void aBaselineKnowsItWhenTheTestIsRenamed() {
    project.file("ssot.yaml", REAL + "baseline: known.jsonl\n");
    assertEquals(0, run("baseline", "write").status());
    String moved = test("NewsTest", "mock(Mailer.class)").replace("sends", "sendsNews");
    project.file("src/test/java/com/acme/NewsTest.java", moved.replace("class N", "\n\nclass N"));
    assertEquals(List.of("com.acme.NewsTest"), mocked(json(0), "known"));
  }

  @Test
  void aBaselineThatKnowsOneMockOfATestLeavesTheNextOneOpen() {
    project.file("ssot.yaml", REAL + "baseline: known.jsonl\n");
    assertEquals(0, run("baseline", "write").status());
    assertEquals(List.of(), mocked(json(0), "open"));
    String more =
        test("NewsTest", "mock(Mailer.class)")
            .replace(");\n\n", ");\n  Object b = mock(Mailer.class);\n\n");
    project.file("src/test/java/com/acme/NewsTest.java", more);
    JsonNode report = json(1);
    assertEquals(List.of("com.acme.NewsTest"), mocked(report, "known"));
    assertEquals(List.of("com.acme.NewsTest"), mocked(report, "open"));
  }

  @Test
  void aStandInForAnHeirAndALambdaAreFound() {
    project
        .file(
            "src/main/java/com/acme/Clock.java",
            "package com.acme;\n\npublic interface Clock { long now(); }\n")
        .file(
            "src/main/java/com/acme/FastMailer.java",
            "package com.acme;\n\npublic class FastMailer extends Mailer {}\n")
        .file("ssot.yaml", REAL.replace("outage}", "outage, types: [com.acme.Clock]}"))
        .file("src/test/java/com/acme/NewsTest.java", test("NewsTest", "mock(FastMailer.class)"))
        .file(
            "src/test/java/com/acme/ClockTest.java",
            "package com.acme;\n\nclass ClockTest {\n  Clock clock = () -> 7;\n}\n");
    assertEquals(List.of("com.acme.ClockTest", "com.acme.NewsTest"), mocked(json(1), "open"));
  }

  @Test
  void onlyWhatAChangeMocksIsIntroduced() {
    git.done("checkout", "-q", "-b", "change");
    assertEquals(0, run("check", "--since", "main").status());
    project.file("src/test/java/com/acme/MailerTest.java", test("MailerTest", "mock()"));
    Run run = run("check", "--since", "main");
    assertEquals(1, run.status(), run.err());
    assertTrue(run.out().contains("MailerTest.java:9:33: error: `MailerTest` mocks"), run.out());
    assertFalse(run.out().contains("`NewsTest` mocks"), run.out());
  }

  @Test
  void givingUpTheWishIsAPermission() {
    git.done("checkout", "-q", "-b", "change");
    project.file("ssot.yaml", POLICY);
    Run run = run("check", "--since", "main", "--fail-on-permissions");
    assertEquals(1, run.status(), run.err());
    assertTrue(
        run.out().contains("real-type lifted: `com.acme.Mailer` of the role `mailer`"), run.out());
  }

  @Test
  void aProofPlantsAMock() {
    List<String> proven = lines(run("prove"));
    assertEquals(
        List.of(
            "caught    mocked-canonical: a test that mocks `com.acme.Mailer`, which the role"
                + " `mailer` wants real"),
        proven);
    project.file(
        "ssot.yaml", REAL.replace("outage}", "outage, except: [com.acme.**, com.other.*]}"));
    Run missed = run("prove");
    assertTrue(lines(missed).get(0).startsWith("missed    mocked-canonical: "), missed.out());
    assertTrue(missed.out().contains("its exceptions are `com.acme.**`"), missed.out());
  }

  private static List<String> lines(Run run) {
    return run.out().lines().filter(line -> line.contains("mocked-canonical")).toList();
  }

  @Test
  void aTypeThatIsNotThereIsALineThatMatchesNothing() {
    project.file(
        "ssot.yaml", REAL.replace("outage}", "outage, types: [com.acme.Gone], except: [com.b.*]}"));
    List<String> found =
        Stream.of("com.acme.Gone", "com.b.*")
            .filter(name -> run("check").out().contains("`" + name + "` in `roles[0].real."))
            .toList();
    assertEquals(List.of("com.acme.Gone", "com.b.*"), found);
  }
}
