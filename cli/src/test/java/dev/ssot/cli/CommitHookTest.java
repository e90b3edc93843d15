package dev.ssot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The shipped hook of git, run by real commits: they are stopped by what they would introduce. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CommitHookTest {

  private static final Path HOOK = Path.of("../integrations/git/pre-commit");
  private static final String BAD = "src/com/acme/a/B.java";
  private static final String GOOD = "src/com/acme/a/G.java";

  private final Path folder;
  private final GitFolder git;
  private final Project project;

  CommitHookTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.git = GitFolder.init(folder);
    this.project =
        LegacyProject.in(folder)
            .file("known.jsonl", "")
            .file("src/com/acme/a/A.java", LegacyProject.user("com.acme.a", "A", "One"))
            .file(GOOD, clean("G"));
    git.commit("begin");
    Files.createDirectories(folder.resolve(".git/hooks"));
    install(folder.resolve(".git/hooks/pre-commit"));
    git.done("config", "ssot.program", program().toString());
  }

  private static void install(Path place) throws IOException {
    Files.copy(HOOK, place);
    Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** The program that was compiled, in the folder of git, where no commit takes it along. */
  private Path program() throws IOException {
    Path file = folder.resolve(".git/ssot");
    Files.writeString(
        file,
        "#!/bin/sh\nexec '%s' -XX:TieredStopAtLevel=1 -cp '%s' dev.ssot.cli.Main \"$@\"\n"
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path")));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return file;
  }

  private static String bad(String name) {
    return LegacyProject.user("com.acme.a", name, "One");
  }

  private static String clean(String name) {
    return "package com.acme.a;\n\nclass %s {}\n".formatted(name);
  }

  private static void stopped(GitFolder.Git commit, String place) {
    assertEquals(1, commit.status(), commit.out());
    assertTrue(commit.out().contains(place + ": error: "), commit.out());
    assertTrue(commit.out().contains("introduced: 1 (1 error, 0 warnings, 0 notes)"), commit.out());
  }

  private static void taken(GitFolder.Git commit) {
    assertEquals(0, commit.status(), commit.out());
  }

  private GitFolder.Git commit(String... more) {
    String[] arguments = new String[more.length + 3];
    System.arraycopy(new String[] {"commit", "-m", "change"}, 0, arguments, 0, 3);
    System.arraycopy(more, 0, arguments, 3, more.length);
    return git.run(arguments);
  }

  @Test
  void judgesTheHunksThatWereChosen() {
    String file = "src/com/acme/a/Long.java";
    String body = "  int a;\n  int b;\n  int c;\n  int d;\n  int e;\n  int f;\n  int g;\n";
    project.file(file, "package com.acme.a;\n\nclass Long {\n" + body + "}\n");
    git.done("add", file);
    taken(commit());
    project.file(
        file,
        "package com.acme.a;\n\nimport com.acme.old.One;\n\nclass Long {\n" + body + "int h;\n}\n");
    taken(git.answering("n\ny\n", "add", "-p"));
    taken(commit());
    assertTrue(git.done("show").contains("+int h;"));
    git.done("add", file);
    stopped(commit(), file + ":3:1");
  }

  @Test
  void commitOfAllTakesAnIndexOfItsOwn() {
    project.file(GOOD, bad("G"));
    git.done("add", "-N", ".");
    stopped(commit("-a"), GOOD + ":3:1");
    assertTrue(git.done("status", "--short").startsWith(" M"), "nothing was left staged");
    project.file(GOOD, clean("G") + "\n");
    taken(commit("-a"));
  }

  @Test
  void commitOfAPathLeavesOutWhatElseIsStaged() {
    project.file(BAD, bad("B")).file(GOOD, clean("G") + "\n");
    git.done("add", BAD);
    taken(commit("--only", GOOD));
    assertFalse(git.done("show", "--stat").contains("B.java"));
    stopped(commit("--include", GOOD), BAD + ":3:1");
  }

  @Test
  void aRenamedFileTakesItsFindingAlong() {
    Path moved = folder.resolve("src/com/acme/moved");
    assertTrue(moved.toFile().mkdirs());
    git.done("mv", "src/com/acme/a/A.java", "src/com/acme/moved/A.java");
    taken(commit());
  }

  @Test
  void aDeletionIsJudgedThoughTheFileIsStillOnDisk() {
    project.file(BAD, bad("B"));
    git.done("add", BAD);
    taken(commit("--no-verify"));
    git.done("rm", "-q", "--cached", BAD);
    taken(commit());
    assertTrue(folder.resolve(BAD).toFile().exists());
    git.done("add", BAD);
    stopped(commit(), BAD + ":3:1");
  }

  @Test
  void aLinkThatIsStagedIsNotTheFileThatTookItsPlace() throws IOException {
    Files.createSymbolicLink(folder.resolve(BAD), folder.resolve(GOOD));
    git.done("add", "-A");
    Files.delete(folder.resolve(BAD));
    project.file(BAD, bad("B"));
    taken(commit());
    git.done("add", "-A");
    stopped(commit(), BAD + ":3:1");
  }

  @Test
  void theFirstCommitIsJudgedAsAWhole(@TempDir Path fresh) throws IOException {
    GitFolder first = GitFolder.init(fresh);
    Project other = LegacyProject.in(fresh).file("known.jsonl", "").file(BAD, bad("B"));
    Files.createDirectories(fresh.resolve(".git/hooks"));
    install(fresh.resolve(".git/hooks/pre-commit"));
    first.done("config", "ssot.program", folder.resolve(".git/ssot").toString());
    first.done("add", "-A");
    stopped(first.run("commit", "-m", "first"), BAD + ":3:1");
    other.file(BAD, clean("B"));
    first.done("add", "-A");
    taken(first.run("commit", "-m", "first"));
  }

  @Test
  void worksInALinkedWorktree(@TempDir Path other) {
    Path tree = other.resolve("tree");
    git.done("worktree", "add", "-q", "-b", "elsewhere", tree.toString());
    new Project(tree).file(BAD, bad("B"));
    project.file(BAD, "not read");
    GitFolder there = new GitFolder(tree);
    there.done("add", "-A");
    stopped(there.run("commit", "-m", "b"), BAD + ":3:1");
  }

  @Test
  void worksFromAFolderBelowAndFromOutsideOfTheRepository(@TempDir Path outside) {
    project.file(BAD, bad("B"));
    git.done("add", BAD);
    GitFolder below = new GitFolder(folder.resolve("src/com"));
    stopped(below.run("commit", "-m", "b"), BAD + ":3:1");
    GitFolder far = new GitFolder(outside);
    String dir = "--git-dir=" + outside.relativize(folder.resolve(".git"));
    String tree = "--work-tree=" + outside.relativize(folder);
    stopped(far.run(dir, tree, "commit", "-m", "b"), BAD + ":3:1");
  }

  @Test
  void runsFromTheFolderThatHooksAreIn(@TempDir Path hooks) throws IOException {
    Files.delete(folder.resolve(".git/hooks/pre-commit"));
    git.done("config", "core.hooksPath", hooks.toString());
    install(hooks.resolve("pre-commit"));
    project.file(BAD, bad("B"));
    git.done("add", BAD);
    stopped(commit(), BAD + ":3:1");
  }

  @Test
  void aCommitInASubmoduleIsJudgedThereAndItsUseIsNoFinding(@TempDir Path other)
      throws IOException {
    Path library = other.resolve("library");
    GitFolder.init(library.toFile().mkdirs() ? library : other);
    LegacyProject.in(library).file("known.jsonl", "");
    new GitFolder(library).commit("library");
    String allowed = "protocol.file.allow=always";
    git.done("-c", allowed, "submodule", "--quiet", "add", library.toString(), "lib");
    taken(commit());
    GitFolder below = new GitFolder(folder.resolve("lib"));
    install(folder.resolve(".git/modules/lib/hooks/pre-commit"));
    below.done("config", "ssot.program", folder.resolve(".git/ssot").toString());
    new Project(folder.resolve("lib")).file(BAD, bad("B"));
    below.done("add", BAD);
    stopped(below.run("commit", "-m", "b"), BAD + ":3:1");
    taken(below.run("commit", "--no-verify", "-m", "b"));
    git.done("add", "lib");
    taken(commit());
  }

  /** The canonical is outside of what is checked out, and so is a file that the change touches. */
  @Test
  void readsFilesThatASparseCheckoutLeavesOut() {
    project
        .file(
            "core/com/acme/core/Router.java", "package com.acme.core;\n\npublic class Router {}\n")
        .file(
            "ssot.yaml",
            project.text("ssot.yaml")
                + "roles:\n  - {id: routing, canonical: com.acme.core.Router}\n");
    git.done("add", "-A");
    taken(commit());
    git.done("sparse-checkout", "set", "src");
    assertFalse(folder.resolve("core").toFile().exists());
    project.file(
        GOOD, "package com.acme.a;\n\nimport com.acme.core.Router;\n\nclass G { Router r; }\n");
    git.done("add", GOOD);
    taken(commit());
    project.file("core/com/acme/core/C.java", LegacyProject.user("com.acme.core", "C", "One"));
    git.done("add", "--sparse", "core");
    stopped(commit(), "core/com/acme/core/C.java:3:1");
    git.done("sparse-checkout", "reapply");
    stopped(commit(), "core/com/acme/core/C.java:3:1");
    Program.Run since = git.program("").run("check", "--since", "HEAD~1");
    assertEquals(1, since.status(), since.out() + since.err());
    assertTrue(since.out().contains("introduced: 1 "), since.out());
  }

  @Test
  void readsTheIndexWhereTheFileIsAssumedToBeUnchanged() {
    git.done("update-index", "--assume-unchanged", GOOD);
    project.file(GOOD, bad("G"));
    taken(commit("--allow-empty"));
  }

  @Test
  void aConflictThatIsLeftInTheIndexIsNamed() {
    git.done("checkout", "-q", "-b", "other");
    project.file(GOOD, clean("G") + "// other\n");
    taken(commit("-a", "--no-verify"));
    git.done("checkout", "-q", "main");
    project.file(GOOD, clean("G") + "// main\n");
    taken(commit("-a", "--no-verify"));
    assertEquals(1, git.run("merge", "-q", "other").status());
    Program.Run run = git.program("").run("check", "--staged");
    assertEquals(2, run.status());
    assertTrue(run.err().contains("the index holds unresolved merge conflicts"), run.err());
    project.file(GOOD, clean("G"));
    taken(commit("-a"));
    assertTrue(git.done("log", "-1", "--format=%p").strip().contains(" "), "it was a merge");
  }

  @Test
  void handsOnTheOptionsOfTheRepository() {
    git.done("config", "--add", "ssot.option", "--fail-on-permissions");
    git.done("config", "--add", "ssot.option", "--no-cache");
    project.file("ssot.yaml", project.text("ssot.yaml").replace("com.acme.old", "com.acme.none"));
    git.done("add", "-A");
    GitFolder.Git commit = commit();
    assertEquals(1, commit.status(), commit.out());
    assertTrue(commit.out().contains("forbidden-path lifted"), commit.out());
  }

  @Test
  void saysHowToGoOnWhereThereIsNoProgram() {
    git.done("config", "ssot.program", "/nowhere/ssot");
    git.done("rm", "-q", GOOD);
    GitFolder.Git commit = commit();
    assertEquals(1, commit.status());
    assertEquals(
        """
        error: the pre-commit hook finds no program `/nowhere/ssot`, so the commit is not judged
          help: put ssot on the PATH or name it: git config ssot.program /path/to/ssot
          help: commit without any hook, this once: git commit --no-verify
        """,
        commit.out());
  }

  @Test
  void takesFactsFromTheCache(@TempDir Path cache) {
    project.file(BAD, bad("B"));
    git.done("add", BAD);
    Program program = new Program(folder, environment(cache), Terminals.NONE, Program.TODAY);
    Program.Run first = program.run("check", "--staged");
    Program.Run second = program.run("check", "--staged");
    assertEquals(1, first.status());
    assertEquals(first, second);
    assertEquals(1, program.run("check", "--staged", "--verify-cache").status());
    assertTrue(cache.toFile().list().length > 0);
  }

  private static Map<String, String> environment(Path cache) {
    Map<String, String> environment = GitFolder.environment();
    environment.put("SSOT_CACHE", cache.toString());
    return environment;
  }
}
