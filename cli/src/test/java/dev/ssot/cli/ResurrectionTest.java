package dev.ssot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code check --since} says of rivals that had been deleted and come back. */
class ResurrectionTest {

  private static final String RIVAL = "src/com/acme/past/Welcome.java";

  private final Path folder;
  private final GitFolder git;
  private final Project project;

  /** A history in which a rival was there and was deleted. */
  ResurrectionTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.git = GitFolder.init(folder);
    this.project =
        new Project(folder)
            .file(
                "ssot.yaml",
                "version: 1\nroles:\n  - {id: greeter, title: greeting, canonical:"
                    + " com.acme.mail.Greeter}\n")
            .file("src/com/acme/mail/Greeter.java", Greeter.source("com.acme.mail", "Greeter"))
            .file(RIVAL, Greeter.source("com.acme.past", "Welcome"));
    git.commit("begin");
    Files.delete(folder.resolve(RIVAL));
    git.commit("delete the rival");
    project.file("note.txt", "nothing");
    git.commit("go on");
  }

  /** The one rival that is introduced. */
  private JsonNode introduced(String... more) {
    Program.Run run = git.program("").run(more.length > 0 ? more : json("--since", "HEAD"));
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode finding : Marks.tree(run.out()).get("findings")) {
      if (finding.get("rule").asText().equals("duplicate-implementation")
          && finding.get("introduced").asBoolean()) {
        found.add(finding);
      }
    }
    assertEquals(1, found.size(), run.out() + run.err());
    return found.get(0);
  }

  private static String[] json(String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = "check";
    all[1] = "--format";
    all[2] = "json";
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    return all;
  }

  @Test
  void aRivalOfTheSameNameIsMarkedInEveryReport() {
    project.file(RIVAL, Greeter.source("com.acme.past", "Welcome"));
    JsonNode back = introduced().get("resurrected");
    assertEquals(git.done("rev-parse", "HEAD~1").strip(), back.at("/deletedIn/id").asText());
    assertEquals("tester", back.at("/deletedIn/author").asText());
    assertEquals("delete the rival", back.at("/deletedIn/subject").asText());
    assertEquals(RIVAL, back.get("path").asText());
    assertEquals("name", back.get("sign").asText());
    for (String format : new String[] {"console", "markdown", "html"}) {
      String report = git.program("").run("check", "--since", "HEAD", "--format", format).out();
      assertTrue(report.contains("esurrected:"), report);
      assertTrue(report.contains("by tester on "), report);
    }
  }

  @Test
  void aRivalOfTheSameBodiesInAnotherPackageIsMarked() {
    project.file("lib/com/acme/now/Welcome.java", Greeter.source("com.acme.now", "Welcome"));
    JsonNode back = introduced().get("resurrected");
    assertEquals("bodies", back.get("sign").asText());
    assertEquals(RIVAL, back.get("path").asText());
  }

  @Test
  void theIndexIsJudgedInTheSameWay() {
    project.file(RIVAL, Greeter.source("com.acme.past", "Welcome"));
    git.done("add", "-A");
    assertFalse(introduced(json("--staged")).get("resurrected").isNull());
  }

  @Test
  void aRivalThatWasNeverThereIsNotMarked() {
    project.file("src/com/acme/past/Reception.java", Greeter.source("com.acme.past", "Reception"));
    assertTrue(introduced().get("resurrected").isNull());
  }

  @Test
  void aTypeThatIsThereAndBecomesARivalIsNotMarked() {
    project.file(RIVAL, "package com.acme.past;\n\npublic class Welcome {}\n");
    git.commit("another type of the name");
    project.file(RIVAL, Greeter.source("com.acme.past", "Welcome"));
    assertTrue(introduced().get("resurrected").isNull());
  }

  @Test
  void aRivalThatMovesToThePlaceOfADeletedOneIsNotMarked() throws IOException {
    project.file("src/com/acme/past/Reception.java", Greeter.source("com.acme.past", "Reception"));
    git.commit("another rival");
    Files.delete(folder.resolve("src/com/acme/past/Reception.java"));
    project.file(RIVAL, Greeter.source("com.acme.past", "Welcome"));
    assertTrue(introduced().get("resurrected").isNull());
  }

  @Test
  void aRenameIsNoDeletion() throws IOException {
    project.file("src/com/acme/past/Reception.java", Greeter.source("com.acme.past", "Reception"));
    git.commit("another rival");
    git.done("mv", "src/com/acme/past/Reception.java", "src/com/acme/past/Hall.java");
    git.commit("rename it");
    project.file("src/com/acme/past/Reception.java", Greeter.source("com.acme.past", "Reception"));
    assertTrue(introduced().get("resurrected").isNull());
  }

  @Test
  void aCheckThatComparesNothingSaysNothingOfIt() {
    project.file(RIVAL, Greeter.source("com.acme.past", "Welcome"));
    String report = git.program("").run("check", "--format", "json").out();
    assertFalse(report.contains("\"resurrected\""), report);
  }
}
