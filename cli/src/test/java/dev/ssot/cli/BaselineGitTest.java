package dev.ssot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.cli.GitFolder.Git;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two branches change the baseline, and git merges them. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class BaselineGitTest {

  private static final String FILE = "known.jsonl";

  private final Path folder;
  private final Project project;

  BaselineGitTest(@TempDir Path folder) {
    this.folder = folder;
    this.project =
        LegacyProject.in(folder)
            .file("src/com/acme/a/A.java", user("a", "A"))
            .file("src/com/acme/b/B.java", user("b", "B"));
  }

  private static String user(String packageName, String name, String... old) {
    return LegacyProject.user(
        "com.acme." + packageName, name, old.length == 0 ? new String[] {"One"} : old);
  }

  private static String clean(String packageName, String name) {
    return "package com.acme.%s;\n\nclass %s {}\n".formatted(packageName, name);
  }

  private Git git(String... args) {
    return new GitFolder(folder).run(args);
  }

  private void done(String... args) {
    new GitFolder(folder).done(args);
  }

  private void ssot(String... args) {
    Program.Run run = Program.in(folder).run(args);
    assertEquals(0, run.status(), run.out() + run.err());
  }

  /** Starts a history with a baseline of two entries. */
  private void begin(boolean withDriver) {
    done("init", "-q", "-b", "main");
    if (withDriver) {
      project.file(".gitattributes", FILE + " merge=ssot-baseline\n");
      String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      done(
          "config",
          "merge.ssot-baseline.driver",
          "'%s' -cp '%s' dev.ssot.cli.Main baseline merge %%O %%A %%B"
              .formatted(java, System.getProperty("java.class.path")));
    }
    ssot("baseline", "write");
    commit("begin");
  }

  private void commit(String message) {
    done("add", "-A");
    done("commit", "-q", "-m", message);
  }

  /** Commits a change of the code together with the updated baseline, on a branch from main. */
  private void branch(String name, Runnable change) {
    done("checkout", "-q", "-b", name, "main");
    change.run();
    ssot("baseline", "update");
    commit(name);
  }

  private Git merge(String one, String other) {
    done("checkout", "-q", one);
    return git("merge", "-q", "--no-edit", other);
  }

  private void assertMergedAndGreen(Git merge, int entries) {
    assertEquals(0, merge.status(), merge.out());
    List<String> lines = project.text(FILE).lines().toList();
    assertEquals(entries, lines.size(), project.text(FILE));
    assertEquals(lines.stream().sorted().toList(), lines);
    ssot("check");
    ssot("baseline", "diff");
  }

  @Test
  void oneSidePrunesWhereTheOtherAdds() {
    begin(true);
    branch("pruning", () -> project.file("src/com/acme/b/B.java", clean("b", "B")));
    branch("adding", () -> project.file("src/com/acme/b/C.java", user("b", "C")));

    assertMergedAndGreen(merge("pruning", "adding"), 2);
  }

  @Test
  void withoutTheDriverTheSameMergeIsAConflictThatNoCheckTakes() {
    begin(false);
    branch("pruning", () -> project.file("src/com/acme/b/B.java", clean("b", "B")));
    branch("adding", () -> project.file("src/com/acme/b/C.java", user("b", "C")));

    assertNotEquals(0, merge("pruning", "adding").status());
    Program.Run check = Program.in(folder).run("check");
    assertEquals(2, check.status());
    assertTrue(check.err().contains("error: the baseline holds an unresolved merge conflict"));
  }

  @Test
  void bothSidesAddTheSameFinding() {
    begin(true);
    branch("left", () -> project.file("src/com/acme/c/C.java", user("c", "C")));
    branch(
        "right",
        () ->
            project
                .file("src/com/acme/c/C.java", user("c", "C"))
                .file("src/com/acme/d/D.java", user("d", "D")));

    assertMergedAndGreen(merge("left", "right"), 4);
  }

  @Test
  void bothSidesAddNeighbouringLines() {
    begin(true);
    branch("left", () -> project.file("src/com/acme/c/C.java", user("c", "C")));
    branch("right", () -> project.file("src/com/acme/d/D.java", user("d", "D")));

    assertMergedAndGreen(merge("left", "right"), 4);
    assertMergedAndGreen(merge("right", "left"), 4);
  }

  @Test
  void bothSidesPruneTheSameAndDifferentEntries() {
    begin(true);
    branch("left", () -> project.file("src/com/acme/a/A.java", clean("a", "A")));
    branch(
        "right",
        () ->
            project
                .file("src/com/acme/a/A.java", clean("a", "A"))
                .file("src/com/acme/b/B.java", clean("b", "B")));

    assertMergedAndGreen(merge("left", "right"), 0);
  }

  @Test
  void oneSideMovesAFileWhereTheOtherAddsOne() {
    begin(true);
    branch(
        "moving",
        () -> {
          project.file("src/com/acme/c/C.java", user("c", "C"));
          move("src/com/acme/b/B.java", "elsewhere/B.java");
        });
    branch("adding", () -> project.file("src/com/acme/a/D.java", user("a", "D")));

    assertMergedAndGreen(merge("moving", "adding"), 4);
    assertTrue(project.text(FILE).contains("\"elsewhere/B.java\""), project.text(FILE));
  }

  private void move(String from, String to) {
    try {
      Files.createDirectories(folder.resolve(to).getParent());
      Files.move(folder.resolve(from), folder.resolve(to));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void twoHistoriesWithoutACommonBaselineAreJoined() {
    begin(true);
    done("rm", "-q", FILE);
    commit("none");
    branchWithoutUpdate("left", "c", "C");
    branchWithoutUpdate("right", "d", "D");

    assertMergedAndGreen(merge("left", "right"), 4);
  }

  private void branchWithoutUpdate(String name, String packageName, String type) {
    done("checkout", "-q", "-b", name, "main");
    project.file("src/com/acme/%s/%s.java".formatted(packageName, type), user(packageName, type));
    ssot("baseline", "write");
    commit(name);
  }

  @Test
  void aBrokenSideIsAConflictAndLosesNothing() {
    begin(true);
    branch("left", () -> project.file("src/com/acme/c/C.java", user("c", "C")));
    done("checkout", "-q", "-b", "right", "main");
    project.file(FILE, project.text(FILE).replace("v1:", "v9:"));
    commit("right");
    Git merge = merge("left", "right");

    assertEquals(1, merge.status(), merge.out());
    assertTrue(merge.out().contains("of version `v9`, and this ssot knows `v1`"), merge.out());
    assertTrue(git("status", "--porcelain").out().contains("UU " + FILE));
    assertEquals(3, project.text(FILE).lines().count());
  }
}
