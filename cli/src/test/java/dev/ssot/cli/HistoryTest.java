package dev.ssot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ssot history} tells of real repositories. */
class HistoryTest {

  private static final String POLICY =
      """
      version: 1
      roles:
        - {id: greeter, title: greeting, canonical: com.acme.mail.Greeter}
      """;
  private static final String RIVAL = "src/com/acme/past/Welcome.java";
  private static final String SHIM_TYPE =
      "package com.acme;\n\npublic @interface Shim { String owner(); String until(); }\n";
  private static final String SHIM =
      """
      package com.acme.old;

      import com.acme.Shim;
      import com.acme.mail.Greeter;

      @Shim(owner = "mail", until = "2027-06-30")
      public final class Hello {
        private final Greeter greeter;

        public Hello(Greeter greeter) { this.greeter = greeter; }

        public String greet(String name) { return greeter.greet(name); }

        public String part(String name) { return greeter.part(name); }
      }
      """;

  private final Path folder;
  private final GitFolder git;
  private final Project project;

  HistoryTest(@TempDir Path folder) throws IOException {
    this.folder = Files.createDirectory(folder.resolve("code"));
    this.git = GitFolder.init(this.folder);
    this.project =
        new Project(this.folder)
            .file("ssot.yaml", POLICY)
            .file("src/com/acme/mail/Greeter.java", Greeter.source("com.acme.mail", "Greeter"))
            .file("src/com/acme/Desk.java", user("com.acme", "Desk", "com.acme.mail.Greeter"));
  }

  private static String user(String packageName, String name, String used) {
    return "package %s;\n\nclass %s { %s used; }\n".formatted(packageName, name, used);
  }

  /** Commits all that is there as somebody on a day. */
  private String commit(String day, String author) {
    return commit(git, day, author, "work of " + author);
  }

  private static String commit(GitFolder git, String day, String author, String message) {
    git.done("add", "-A");
    Map<String, String> who = new HashMap<>();
    who.put("GIT_COMMITTER_DATE", day + "T12:00:00Z");
    who.put("GIT_AUTHOR_DATE", day + "T12:00:00Z");
    who.put("GIT_AUTHOR_NAME", author);
    git.done(who, "commit", "-q", "--allow-empty", "-m", message);
    return git.done("rev-parse", "HEAD").strip();
  }

  private Program.Run history(String... arguments) {
    return history(git, "", arguments);
  }

  private static Program.Run history(GitFolder git, String below, String... arguments) {
    List<String> all = new ArrayList<>(List.of("history", "--no-cache"));
    all.addAll(List.of(arguments));
    return git.program(below).run(all.toArray(String[]::new));
  }

  private JsonNode json(String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of("--format", "json"));
    all.addAll(List.of(arguments));
    Program.Run run = history(all.toArray(String[]::new));
    assertEquals(0, run.status(), run.err() + run.out());
    return valid(run.out());
  }

  /** A document that the published schema describes. */
  private static JsonNode valid(String out) throws IOException {
    JsonNode document = Marks.tree(out);
    try (InputStream in =
        HistoryTest.class.getResourceAsStream("/dev/ssot/reports/history.schema.json")) {
      String schema = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      var errors =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(Marks.tree(schema))
              .validate(document);
      assertEquals(List.of(), errors);
    }
    return document;
  }

  private static List<String> texts(JsonNode list, String pointer) {
    List<String> texts = new ArrayList<>();
    list.forEach(item -> texts.add(item.at(pointer).asText()));
    return texts;
  }

  @Test
  void tellsWhenARivalAppearedAndWhoChangedItsFileLast() throws IOException {
    String first = commit("2026-01-01", "Ann");
    project.file(RIVAL, Greeter.source("com.acme.past", "Welcome"));
    String second = commit("2026-02-01", "Bob & \u202eCo");
    project.file("src/com/acme/Till.java", user("com.acme", "Till", "com.acme.past.Welcome"));
    commit("2026-03-01", "Cid");
    project.file(RIVAL, Greeter.source("com.acme.past", "Welcome") + "// the end\n");
    String fourth = commit("2026-04-01", "Dan");

    JsonNode history = json();
    assertEquals(4, history.get("points").size());
    assertEquals(
        List.of("0", "0", "1", "1"), texts(history.get("points"), "/roles/0/rivals/production"));
    assertEquals(
        List.of("0", "1", "0", "0"), texts(history.get("points"), "/roles/0/rivals/nothing"));
    assertEquals(
        List.of("1000", "666", "500", "500"), texts(history.get("points"), "/score/permille"));
    JsonNode rival = history.at("/rivals/0");
    assertEquals("com.acme.past.Welcome", rival.get("name").asText());
    assertTrue(rival.get("there").asBoolean());
    JsonNode stay = rival.at("/stays/0");
    assertEquals(first, stay.get("before").asText());
    assertEquals(second, stay.at("/first/commit/id").asText());
    assertEquals("Bob & \u202eCo", stay.at("/first/touched/commit/author").asText());
    assertEquals("2026-02-01T12:00:00Z", stay.at("/first/touched/commit/time").asText());
    assertEquals(fourth, stay.at("/last/touched/commit/id").asText());
    assertEquals("none", stay.at("/end/kind").asText());

    String page = history("--format", "html").out();
    assertTrue(page.contains("Bob &amp; \\u202eCo, 2026-02-01"), page);
    assertFalse(page.contains("\u202e"), page);
  }

  @Test
  void theCommitThatChangedAFileIsFoundThoughItIsNoPoint() throws IOException {
    commit("2026-01-01", "Ann");
    project.file(RIVAL, Greeter.source("com.acme.past", "Welcome"));
    String brought = commit("2026-02-01", "Bob");
    project.file("note.txt", "nothing");
    String head = commit("2026-03-01", "Cid");
    JsonNode stay = json("--every", "2").at("/rivals/0/stays/0");
    assertEquals(head, stay.at("/first/commit/id").asText());
    assertEquals(brought, stay.at("/first/touched/commit/id").asText());
  }

  @Test
  void aRenameIsNoEvent() throws IOException {
    project.file(RIVAL, Greeter.source("com.acme.past", "Welcome"));
    commit("2026-01-01", "Ann");
    git.done("mv", "src", "code");
    commit("2026-02-01", "Bob");
    Files.delete(folder.resolve("code/com/acme/past/Welcome.java"));
    project.file(
        "code/com/acme/older/Reception.java", Greeter.source("com.acme.older", "Reception"));
    commit("2026-03-01", "Cid");

    JsonNode history = json();
    assertEquals(1, history.get("rivals").size());
    JsonNode rival = history.at("/rivals/0");
    assertEquals("com.acme.older.Reception", rival.get("name").asText());
    assertEquals(1, rival.get("stays").size());
    assertEquals("com.acme.past.Welcome", rival.at("/stays/0/first/name").asText());
    assertTrue(rival.at("/stays/0/before").isNull());
    String text = history().out();
    assertFalse(text.contains("what became of rivals"), text);
    assertTrue(text.contains("formerly com.acme.past.Welcome"), text);
  }

  @Test
  void aDeletedRivalThatComesBackIsResurrected() throws IOException {
    project.file(RIVAL, Greeter.source("com.acme.past", "Welcome"));
    commit("2026-01-01", "Ann");
    Files.delete(folder.resolve(RIVAL));
    String deleted = commit("2026-02-01", "Bob");
    project.file("note.txt", "nothing");
    commit("2026-02-15", "Bob");
    project.file(RIVAL, Greeter.source("com.acme.past", "Welcome"));
    String back = commit("2026-03-01", "Cid");

    JsonNode rival = json().at("/rivals/0");
    assertEquals(List.of("deleted", "none"), texts(rival.get("stays"), "/end/kind"));
    assertEquals(deleted, rival.at("/resurrected/0/deletedIn/commit/id").asText());
    assertEquals("Bob", rival.at("/resurrected/0/deletedIn/commit/author").asText());
    assertEquals(back, rival.at("/resurrected/0/backAt/id").asText());
    String text = history().out();
    assertTrue(
        text.contains("came back after it had been deleted in " + back.substring(0, 12)), text);
  }

  @Test
  void aTypeThatIsNoRivalForAWhileIsNotResurrected() throws IOException {
    project.file(RIVAL, Greeter.source("com.acme.past", "Welcome"));
    commit("2026-01-01", "Ann");
    project.file(RIVAL, "package com.acme.past;\n\npublic class Welcome {}\n");
    commit("2026-02-01", "Bob");
    project.file(RIVAL, Greeter.source("com.acme.past", "Welcome"));
    commit("2026-03-01", "Cid");
    JsonNode rival = json().at("/rivals/0");
    assertEquals(List.of("no-rival", "none"), texts(rival.get("stays"), "/end/kind"));
    assertEquals(0, rival.get("resurrected").size());
    assertTrue(history().out().contains("is a rival again"));
  }

  @Test
  void saysWhenTheCallersOfAShimWillReachZero() throws IOException {
    project.file("src/com/acme/Shim.java", SHIM_TYPE).file("src/com/acme/old/Hello.java", SHIM);
    for (int caller = 1; caller <= 4; caller++) {
      String name = "Caller" + caller;
      project.file("src/com/acme/" + name + ".java", user("com.acme", name, "com.acme.old.Hello"));
    }
    commit("2026-01-01", "Ann");
    assertEquals("too-few-points", json().at("/shims/0/forecast/state").asText());
    Files.delete(folder.resolve("src/com/acme/Caller1.java"));
    commit("2026-01-11", "Ann");
    Files.delete(folder.resolve("src/com/acme/Caller2.java"));
    commit("2026-01-21", "Ann");

    JsonNode shim = json().at("/shims/0");
    assertEquals(List.of("4", "3", "2"), texts(shim.get("counts"), "/callers"));
    JsonNode forecast = shim.get("forecast");
    assertEquals("falling", forecast.get("state").asText());
    // n = 3, x = 0, 10, 20, y = 4, 3, 2: 3 · 70 − 30 · 9 over 3 · 500 − 30².
    assertEquals(-60, forecast.get("numerator").asInt());
    assertEquals(600, forecast.get("denominator").asInt());
    assertEquals("2026-02-10", forecast.get("zero").asText());
    assertTrue(
        history().out().contains("zero on 2026-02-10 at -0.10 callers a day (-60 / 600) over 3"));

    project.file("src/com/acme/One.java", user("com.acme", "One", "com.acme.old.Hello"));
    project.file("src/com/acme/Two.java", user("com.acme", "Two", "com.acme.old.Hello"));
    project.file("src/com/acme/Three.java", user("com.acme", "Three", "com.acme.old.Hello"));
    commit("2026-01-31", "Ann");
    assertEquals("not-falling", json().at("/shims/0/forecast/state").asText());
  }

  @Test
  void whatCannotBeScannedIsAPointWithAReason() throws IOException {
    Path canonical = folder.resolve("src/com/acme/mail/Greeter.java");
    String code = Files.readString(canonical);
    Files.delete(canonical);
    Files.writeString(
        folder.resolve("src/com/acme/Desk.java"), "package com.acme;\n\nclass Desk {}\n");
    commit("2026-01-01", "Ann");
    git.done("rm", "-q", "-r", "src");
    commit("2026-02-01", "Bob");
    project.file("src/com/acme/mail/Greeter.java", code);
    commit("2026-03-01", "Cid");
    project.file("src/com/acme/Broken.java", "package com.acme;\n\nclass Broken {{{ (\n");
    commit("2026-04-01", "Dan");
    Files.delete(folder.resolve("src/com/acme/Broken.java"));
    commit("2026-05-01", "Eve");

    JsonNode points = json().get("points");
    assertEquals(
        List.of(
            "the canonical `com.acme.mail.Greeter` is no type of this commit",
            "there is no Java file",
            "null",
            "null",
            "null"),
        texts(points, "/refusal"));
    assertEquals(List.of("", "", "1000", "1000", "1000"), texts(points, "/score/permille"));
    assertEquals(List.of("null", "null", "0", "1", "0"), texts(points, "/unread"));
    String text = history().out();
    assertTrue(text.contains("there is no Java file"), text);
    assertTrue(text.contains("incomplete: 1 problem"), text);
  }

  @Test
  void whatIsNotUnderstoodEndsNoRival() throws IOException {
    project.file(RIVAL, Greeter.source("com.acme.past", "Welcome"));
    commit("2026-01-01", "Ann");
    project.file(RIVAL, "package com.acme.past;\n\nclass Welcome {{{ (\n");
    commit("2026-02-01", "Bob");
    project.file(RIVAL, Greeter.source("com.acme.past", "Welcome"));
    commit("2026-03-01", "Cid");
    JsonNode rival = json().at("/rivals/0");
    assertEquals(1, rival.get("stays").size());
    project.file(RIVAL, "package com.acme.past;\n\nclass Welcome {{{ (\n");
    commit("2026-04-01", "Dan");
    assertEquals(3, history().status());
  }

  @Test
  void judgesByThePolicyOfTodayUnlessAskedForThatOfEachCommit() throws IOException {
    Files.delete(folder.resolve("ssot.yaml"));
    project.file(RIVAL, Greeter.source("com.acme.past", "Welcome"));
    commit("2026-01-01", "Ann");
    project.file("ssot.yaml", POLICY);
    commit("2026-02-01", "Bob");
    assertEquals(List.of("666", "666"), texts(json().get("points"), "/score/permille"));
    JsonNode each = json("--each-policy");
    assertEquals("each-commit", each.at("/walk/policyOf").asText());
    assertEquals("it holds no policy `ssot.yaml`", each.at("/points/0/refusal").asText());
    assertEquals(666, each.at("/points/1/score/permille").asInt());
    assertTrue(
        history().out().contains("policy: ssot.yaml; the policy of today judges every commit"));
  }

  @Test
  void beginsWhereItIsAskedToAndShowsTheStateBefore() throws IOException {
    List<String> ids = new ArrayList<>();
    for (int day = 1; day <= 9; day++) {
      project.file("note.txt", "day " + day);
      ids.add(commit("2026-03-0" + day, "Ann"));
    }
    git.done("tag", "v1", ids.get(5));
    assertEquals(ids.subList(5, 9), points("--since", "v1"));
    assertEquals(ids.subList(5, 9), points("--since", "2026-03-07"));
    assertEquals(List.of(ids.get(0), ids.get(4), ids.get(8)), points("--every", "4"));
    // Monday is the second.
    assertEquals(List.of(ids.get(0), ids.get(7), ids.get(8)), points("--every", "1w"));
    assertEquals(List.of(ids.get(8)), points("--since", "HEAD"));
    assertEquals(ids, points());
  }

  private List<String> points(String... arguments) throws IOException {
    return texts(json(arguments).get("points"), "/commit/id");
  }

  @Test
  void aLongHistoryIsSpreadOverAFewPointsAndSaysSo() throws IOException {
    commit("2026-01-01", "Ann");
    for (int i = 0; i < 40; i++) {
      git.done("commit", "-q", "--allow-empty", "-m", "nothing");
    }
    JsonNode history = json();
    assertEquals(24, history.get("points").size());
    assertEquals(41, history.at("/walk/commits").asInt());
    String text = history().out();
    assertTrue(text.contains("24 of 41 commits, evenly spread"), text);
  }

  @Test
  void aMergeIsOnePointAndTheChangeIsThatOfTheBranch() throws IOException {
    commit("2026-01-01", "Ann");
    git.done("checkout", "-q", "-b", "side");
    project.file(RIVAL, Greeter.source("com.acme.past", "Welcome"));
    String brought = commit("2026-02-01", "Bob");
    git.done("checkout", "-q", "main");
    git.done("merge", "-q", "--no-ff", "-m", "merge", "side");
    JsonNode history = json();
    assertEquals(2, history.get("points").size());
    JsonNode first = history.at("/rivals/0/stays/0/first");
    assertEquals("merge", first.at("/commit/subject").asText());
    assertEquals(brought, first.at("/touched/commit/id").asText());
  }

  @Test
  void aShallowCloneSaysWhereItBegins(@TempDir Path other) throws IOException {
    String first = commit("2026-01-01", "Ann");
    project.file(RIVAL, Greeter.source("com.acme.past", "Welcome"));
    commit("2026-02-01", "Bob");
    project.file("note.txt", "nothing");
    commit("2026-03-01", "Cid");
    GitFolder clone = new GitFolder(other.resolve("clone"));
    git.done("clone", "-q", "--depth", "2", "file://" + folder, clone.folder().toString());

    Program.Run run = history(clone, "", "--format", "json");
    assertEquals(0, run.status(), run.err());
    JsonNode history = valid(run.out());
    assertTrue(history.at("/walk/shallow").asText().contains("git fetch --unshallow"));
    assertEquals(first, history.at("/points/0/commit/id").asText());
    assertEquals("it is not in this shallow clone", history.at("/points/0/refusal").asText());
    JsonNode touched = history.at("/rivals/0/stays/0/first/touched");
    assertTrue(touched.get("commit").isNull());
    assertTrue(touched.get("unknown").asText().contains("each file looks new"), touched.toString());
  }

  @Test
  void readsARepositoryWithoutAWorkingTree(@TempDir Path other) throws IOException {
    project.file(RIVAL, Greeter.source("com.acme.past", "Welcome"));
    commit("2026-01-01", "Ann");
    GitFolder bare = new GitFolder(other.resolve("bare.git"));
    git.done("clone", "-q", "--bare", folder.toString(), bare.folder().toString());
    Program.Run run = history(bare, "", "--format", "json");
    assertEquals(0, run.status(), run.err());
    assertEquals("com.acme.past.Welcome", valid(run.out()).at("/rivals/0/name").asText());
  }

  @Test
  void scansAPartOfTheRepositoryBelowItsPolicy() throws IOException {
    project.file("part/ssot.yaml", POLICY);
    project.file("part/src/com/acme/mail/Greeter.java", Greeter.source("com.acme.mail", "Greeter"));
    project.file("part/" + RIVAL, Greeter.source("com.acme.past", "Welcome"));
    String brought = commit("2026-01-01", "Ann");
    Program.Run run = history(git, "part", "--format", "json");
    assertEquals(0, run.status(), run.err());
    JsonNode sighting = valid(run.out()).at("/rivals/0/stays/0/first");
    assertEquals(RIVAL, sighting.get("path").asText());
    assertEquals(brought, sighting.at("/touched/commit/id").asText());
  }

  @Test
  void whatIsNotCommittedDoesNotCount() throws IOException {
    commit("2026-01-01", "Ann");
    project.file(RIVAL, Greeter.source("com.acme.past", "Welcome"));
    assertEquals(0, json().get("rivals").size());
  }

  @Test
  void theSecondRunReadsNoFileAgainAndSaysTheSame(@TempDir Path cache) {
    project.file(RIVAL, Greeter.source("com.acme.past", "Welcome"));
    commit("2026-01-01", "Ann");
    String[] command = {"history", "--cache", cache.toString(), "--format", "json"};
    Program.Run first = git.program("").run(command);
    Program.Run second = git.program("").run(command);
    assertEquals(first, second);
    String[] verified = {
      "history", "--cache", cache.toString(), "--verify-cache", "--format", "json"
    };
    assertEquals(first, git.program("").run(verified));
  }

  @Test
  void saysWhatIsWrongWithAnArgument() {
    assertRejected("there is no commit yet");
    commit("2026-01-01", "Ann");
    assertRejected("--every 0 is no distance", "--every", "0");
    assertRejected("--every 3y is no distance", "--every", "3y");
    assertRejected("git knows no commit `v9`", "--since", "v9");
    assertRejected("unknown format `csv`", "--format", "csv");
    assertRejected("no policy here declares a role", "--no-policy");
  }

  private void assertRejected(String why, String... arguments) {
    Program.Run run = history(arguments);
    assertEquals(2, run.status(), run.out());
    assertTrue(run.err().contains(why), run.err());
  }

  @Test
  void theCommandOfTheReadmeWritesAPageAndAFile() throws IOException {
    project.file(RIVAL, Greeter.source("com.acme.past", "Welcome"));
    String head = commit("2026-05-31", "Ann");
    Matcher block =
        Pattern.compile("(?s)## History\n.*?```sh\nssot (history .*?)\n```")
            .matcher(Files.readString(Path.of("README.md")));
    assertTrue(block.find());
    Program.Run run = git.program("").run((block.group(1) + " --no-cache").split(" "));
    assertEquals(0, run.status(), run.err());
    assertTrue(Files.readString(folder.resolve("history.html")).startsWith("<!doctype html>"));
    JsonNode saved = valid(Files.readString(folder.resolve("history.json")));
    assertEquals(head, saved.at("/walk/head").asText());
  }

  @Test
  void aCacheThatIsNotThereCannotBeVerified() {
    git.commit("a greeter");
    Program.Run run = Program.in(folder).run("history", "--verify-cache");
    assertEquals("error: there is no cache to verify\n  help: name one by --cache\n", run.err());
    assertEquals(2, run.status());
  }
}
