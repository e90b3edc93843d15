package dev.ssot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@code check --staged} makes of the index. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class StagedTest {

  private final Path folder;
  private final GitFolder git;
  private final Project project;

  StagedTest(@TempDir Path folder) {
    this.folder = folder;
    this.git = GitFolder.init(folder);
    this.project =
        LegacyProject.in(folder)
            .file("known.jsonl", "")
            .file("src/com/acme/a/A.java", LegacyProject.user("com.acme.a", "A", "One"));
  }

  private static String old(String name) {
    return LegacyProject.user("com.acme.a", name, "One");
  }

  private static String clean(String name) {
    return "package com.acme.a;\n\nclass %s {}\n".formatted(name);
  }

  private List<String> introduced(String... more) {
    List<String> arguments = new ArrayList<>(List.of("check", "--staged", "--format", "json"));
    arguments.addAll(List.of(more));
    Program.Run run = git.program("").run(arguments.toArray(String[]::new));
    List<String> found = new ArrayList<>();
    for (JsonNode finding : Marks.tree(run.out()).get("findings")) {
      if (finding.get("introduced").asBoolean()) {
        found.add(finding.get("location").get("path").asText());
      }
    }
    assertEquals(found.isEmpty() ? 0 : 1, run.status(), run.out());
    return found;
  }

  @Test
  void readsTheIndexAndNotTheDisk() {
    git.commit("begin");
    project.file("src/com/acme/a/B.java", old("B"));
    assertEquals(List.of(), introduced());
    git.done("add", "-A");
    assertEquals(List.of("src/com/acme/a/B.java"), introduced());
    project.file("src/com/acme/a/B.java", clean("B"));
    assertEquals(List.of("src/com/acme/a/B.java"), introduced());
    git.done("add", "-A");
    project.file("src/com/acme/a/B.java", old("B"));
    assertEquals(List.of(), introduced());
  }

  @Test
  void readsAFileThatIsStagedAndNoLongerOnDisk() throws IOException {
    git.commit("begin");
    project.file("src/com/acme/a/B.java", old("B"));
    git.done("add", "-A");
    Files.delete(folder.resolve("src/com/acme/a/B.java"));
    assertEquals(List.of("src/com/acme/a/B.java"), introduced());
  }

  @Test
  void readsThePolicyAndTheBaselineOfTheIndex() {
    git.commit("begin");
    String policy = project.text("ssot.yaml");
    project.file("ssot.yaml", policy.replace("com.acme.old", "com.acme.none"));
    git.done("add", "-A");
    project.file("ssot.yaml", "wrong: [\n").file("known.jsonl", "wrong");
    Program.Run run = git.program("").run("check", "--staged");
    assertEquals(0, run.status(), run.out() + run.err());
    assertTrue(run.out().contains("forbidden-path lifted: `com.acme.old.**`"), run.out());
  }

  @Test
  void beforeTheFirstCommitAllIsNew() {
    git.done("add", "-A");
    assertEquals(List.of("src/com/acme/a/A.java"), introduced());
    String out = git.program("").run("check", "--staged").out();
    assertTrue(out.contains("compared: the index with nothing, as there is no commit yet\n"), out);
  }

  @Test
  void aFileThatIsOnlyMeantToBeAddedIsNotThereYet() {
    git.commit("begin");
    project.file("src/com/acme/a/B.java", old("B"));
    git.done("add", "-N", "src/com/acme/a/B.java");
    assertEquals(List.of(), introduced());
  }

  @Test
  void comparesTheIndexWithAnotherCommit() {
    git.commit("begin");
    git.done("checkout", "-q", "-b", "change");
    project.file("src/com/acme/a/B.java", old("B"));
    git.commit("b");
    project.file("src/com/acme/a/C.java", old("C"));
    git.done("add", "-A");
    project.file("src/com/acme/a/D.java", old("D"));
    assertEquals(
        List.of("src/com/acme/a/B.java", "src/com/acme/a/C.java"), introduced("--since", "main"));
    assertEquals(List.of("src/com/acme/a/C.java"), introduced());
  }

  /** As git runs it: with its variables, and for `commit <file>` with an index of its own. */
  @Test
  void aHookStopsACommit() throws IOException {
    git.commit("begin");
    Path hook = folder.resolve(".git/hooks/pre-commit");
    Files.createDirectories(hook.getParent());
    Files.writeString(
        hook,
        "#!/bin/sh\nexec '%s' -cp '%s' dev.ssot.cli.Main check --staged\n"
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path")));
    Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));
    project.file("src/com/acme/a/B.java", old("B")).file("src/com/acme/a/C.java", clean("C"));

    git.done("add", "src/com/acme/a/B.java");
    GitFolder.Git refused = git.run("commit", "-q", "-m", "b");
    assertEquals(1, refused.status(), refused.out());
    assertTrue(refused.out().contains("src/com/acme/a/B.java:3:1: error: "), refused.out());

    project.file("src/com/acme/Clock.java", project.text("src/com/acme/Clock.java") + "\n");
    GitFolder.Git taken = git.run("commit", "-q", "-m", "clock", "src/com/acme/Clock.java");
    assertEquals(0, taken.status(), taken.out());
    assertTrue(git.done("show", "--stat", "HEAD").contains("Clock.java"));
  }
}
