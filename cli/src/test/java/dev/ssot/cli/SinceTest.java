package dev.ssot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code check --since} reports of changes in real repositories. */
class SinceTest {

  private static final String ROLE =
      """
      roles:
        - {id: greeter, title: greeting, canonical: com.acme.mail.Greeter}
      gate: {minimum-score: 0}
      """;

  private final Path folder;
  private final GitFolder git;
  private final Project project;

  /** A history in which A reaches an old type and C does not. */
  SinceTest(@TempDir Path folder) {
    this.folder = folder;
    this.git = GitFolder.init(folder);
    this.project =
        new Project(folder)
            .file("ssot.yaml", LegacyProject.POLICY + "baseline: known.jsonl\n" + ROLE)
            .file("known.jsonl", "")
            .file("src/com/acme/Clock.java", "package com.acme;\n\npublic class Clock {}\n")
            .file("src/com/acme/mail/Greeter.java", Greeter.source("com.acme.mail", "Greeter"))
            .file("src/com/acme/Shim.java", SHIM)
            .file("src/com/acme/past/Welcome.java", WELCOME)
            .file("src/com/acme/Till.java", till("Till"))
            .file("src/com/acme/a/A.java", LegacyProject.user("com.acme.a", "A", "One"))
            .file("src/com/acme/c/C.java", clean("C"));
    git.commit("begin");
    git.done("checkout", "-q", "-b", "change");
  }

  private static final String SHIM =
      "package com.acme;\n\npublic @interface Shim { String owner(); String until(); }\n";
  private static final String WELCOME =
      """
      package com.acme.past;

      import com.acme.Shim;
      import com.acme.mail.Greeter;

      @Shim(owner = "mail", until = "2027-06-30")
      public final class Welcome {
        private final Greeter greeter;

        public Welcome(Greeter greeter) { this.greeter = greeter; }

        public String greet(String name) { return greeter.greet(name); }

        public String part(String name) { return greeter.part(name); }
      }
      """;

  private static String till(String name) {
    return "package com.acme;\n\nclass %s { com.acme.past.Welcome welcome; }\n".formatted(name);
  }

  private static String clean(String name) {
    return "package com.acme.c;\n\nclass %s {}\n".formatted(name);
  }

  private static String old(String name) {
    return LegacyProject.user("com.acme.c", name, "One");
  }

  private Program.Run check(String... arguments) {
    List<String> all = new ArrayList<>(List.of("check"));
    all.addAll(List.of(arguments));
    return git.program("").run(all.toArray(String[]::new));
  }

  /** The introduced findings as {@code path rule}, held against the exit status. */
  private List<String> introduced(String... arguments) {
    List<String> all = new ArrayList<>(List.of("--format", "json"));
    all.addAll(List.of(arguments));
    Program.Run run = check(all.toArray(String[]::new));
    List<String> found = introduced(run);
    assertEquals(found.isEmpty() ? 0 : 1, run.status(), run.out() + run.err());
    return found;
  }

  private static List<String> introduced(Program.Run run) {
    assertTrue(run.out().startsWith("{"), run.err());
    List<String> found = new ArrayList<>();
    for (JsonNode finding : Marks.tree(run.out()).get("findings")) {
      boolean open = finding.get("triage").get("state").asText().equals("open");
      if (finding.get("introduced").asBoolean() && open) {
        found.add(
            finding.get("location").get("path").asText() + " " + finding.get("rule").asText());
      }
    }
    found.sort(null);
    return found;
  }

  private JsonNode change(String... arguments) {
    List<String> all = new ArrayList<>(List.of("check", "--format", "json"));
    all.addAll(List.of(arguments));
    return Marks.tree(git.program("").run(all.toArray(String[]::new)).out()).get("change");
  }

  private void move(String from, String to) {
    try {
      Files.createDirectories(folder.resolve(to).getParent());
      Files.move(folder.resolve(from), folder.resolve(to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void delete(String path) {
    try {
      Files.delete(folder.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whatWasThereIsNotReported() {
    assertEquals(1, check().status());
    assertEquals(List.of(), introduced("--since", "main"));
    Program.Run run = check("--since", "main");
    assertEquals(0, run.status());
    String commit = git.done("rev-parse", "HEAD").substring(0, 12);
    assertTrue(
        run.out().contains("compared: the working tree with " + commit + ", which is `main`\n"),
        run.out());
    assertTrue(run.out().contains("1 was there before and not listed\n"), run.out());
  }

  @Test
  void aCommittedFindingIsNewAndSoIsAnUnstagedAndAnUntrackedOne() {
    project.file("src/com/acme/c/D.java", old("D"));
    git.commit("d");
    project.file("src/com/acme/c/C.java", old("C")).file("src/com/acme/c/E.java", old("E"));
    assertEquals(
        List.of(
            "src/com/acme/c/C.java forbidden-import",
            "src/com/acme/c/D.java forbidden-import",
            "src/com/acme/c/E.java forbidden-import"),
        introduced("--since", "main"));
    assertEquals(
        List.of("src/com/acme/c/C.java forbidden-import", "src/com/acme/c/E.java forbidden-import"),
        introduced("--since", "HEAD"));
  }

  @Test
  void findsARivalThatWasAdded() {
    project.file("src/com/acme/desk/Doorman.java", Greeter.source("com.acme.desk", "Doorman"));
    assertEquals(
        List.of("src/com/acme/desk/Doorman.java duplicate-implementation"),
        introduced("--since", "main"));
  }

  @Test
  void aFindingThatMovesWithItsFileIsNotNew() {
    move("src/com/acme/a/A.java", "other/com/acme/a/A.java");
    assertEquals(List.of(), introduced("--since", "main"));
    git.commit("moved");
    assertEquals(List.of(), introduced("--since", "main"));
  }

  @Test
  void aSecondCopyOfAKnownFindingIsNew() {
    git.done("checkout", "-q", "main");
    delete("known.jsonl");
    assertEquals(0, git.program("").run("baseline", "write").status());
    git.commit("baseline");
    assertEquals(List.of(), introduced("--since", "main"));
    project.file("copy/com/acme/a/A.java", LegacyProject.user("com.acme.a", "A", "One"));
    assertTrue(introduced("--since", "main").contains("copy/com/acme/a/A.java forbidden-import"));
  }

  @Test
  void comparesWithTheMergeBaseAndNotWithTheTip() {
    git.done("checkout", "-q", "main");
    project.file("src/com/acme/a/A.java", "package com.acme.a;\n\nclass A {}\n");
    git.commit("main goes on");
    git.done("checkout", "-q", "change");
    project.file("src/com/acme/c/D.java", clean("D"));
    git.commit("so does the change");
    assertEquals(List.of(), introduced("--since", "main"));
    assertEquals("merge-base", change("--since", "main").at("/base/relation").asText());
    String out = check("--since", "main").out();
    assertTrue(out.contains(", the merge base of `main` and `HEAD`\n"), out);
  }

  @Test
  void aSuppressionThatTheChangeEndsIsNew() {
    String text =
        "package com.acme.a;\n\n// ssot:allow forbidden-import until=%s owner=me -- later\n"
            .concat("import com.acme.old.One;\n\nclass A {}\n");
    project.file("src/com/acme/a/A.java", text.formatted("2026-12-31"));
    git.commit("accepted");
    git.done("checkout", "-q", "-b", "ending");
    assertEquals(List.of(), introduced("--since", "change"));
    project.file("src/com/acme/a/A.java", text.formatted("2026-05-31"));
    assertEquals(
        List.of(
            "src/com/acme/a/A.java expired-suppression", "src/com/acme/a/A.java forbidden-import"),
        introduced("--since", "change"));
  }

  @Test
  void aSuppressionThatEndsWithTimeIsNobodysChange() {
    project.file(
        "src/com/acme/a/A.java",
        """
        package com.acme.a;

        // ssot:allow forbidden-import until=2026-12-31 owner=me -- later
        import com.acme.old.One;

        class A {}
        """);
    git.commit("accepted");
    Program.Run run =
        git.program("").on("2027-03-01").run("check", "--since", "HEAD", "--format", "json");
    assertEquals(List.of(), introduced(run));
    assertEquals(0, run.status());
  }

  @Test
  void aShimThatGainsACallerIsNew() {
    project.file("src/com/acme/Door.java", till("Door"));
    assertEquals(List.of("src/com/acme/Door.java new-shim-caller"), introduced("--since", "main"));
    JsonNode shims = Marks.tree(check("--since", "main", "--format", "json").out()).get("shims");
    assertEquals("com.acme.past.Welcome", shims.get(0).at("/type/name").asText());
    assertEquals(2, shims.get(0).get("callers").asInt());
    JsonNode plain = Marks.tree(check("--format", "json").out());
    assertEquals(shims, plain.get("shims"));
    assertTrue(plain.get("change").isNull());
    assertTrue(plain.get("findings").findValues("introduced").isEmpty());
  }

  @Test
  void aDeletionThatLeavesAShimUnusedIsNew() {
    delete("src/com/acme/Till.java");
    assertEquals(
        List.of("src/com/acme/past/Welcome.java unused-shim"), introduced("--since", "main"));
  }

  @Test
  void aCanonicalThatMovesAwayFromItsUsersIsAWrongPolicy() {
    project.file(
        "src/com/acme/mail/Stamp.java", "package com.acme.mail;\n\npublic class Stamp {}\n");
    git.commit("stamp");
    delete("src/com/acme/mail/Greeter.java");
    project.file("src/com/acme/post/Greeter.java", Greeter.source("com.acme.post", "Greeter"));
    Program.Run run = check("--since", "HEAD");
    assertEquals(2, run.status());
    assertTrue(run.err().contains("was deleted or moved by the change"), run.err());
    assertTrue(run.err().contains("did you mean `com.acme.post.Greeter`"), run.err());
  }

  @Test
  void theCanonicalThatIsDeletedWithItsUsersIsAWrongPolicy() {
    List.of("mail/Greeter", "past/Welcome", "Till")
        .forEach(name -> delete("src/com/acme/" + name + ".java"));
    Program.Run run = check("--since", "main");
    assertEquals(2, run.status());
    assertTrue(run.err().contains("`com.acme.mail.Greeter` of the role"), run.err());
  }

  @Test
  void sarifSaysWhatIsNewAndWhatIsNot() {
    project.file("src/com/acme/c/C.java", old("C"));
    JsonNode results =
        Marks.tree(check("--since", "main", "--format", "sarif").out()).at("/runs/0/results");
    Map<String, String> states = new TreeMap<>();
    results.forEach(
        result ->
            states.put(
                result.at("/locations/0/physicalLocation/artifactLocation/uri").asText(),
                result.get("baselineState").asText()));
    assertEquals(
        Map.of("src/com/acme/a/A.java", "unchanged", "src/com/acme/c/C.java", "new"), states);
  }

  @Test
  void showsThePermissionsThatTheChangeAdds() {
    project
        .file(
            "ssot.yaml",
            LegacyProject.POLICY
                + "baseline: known.jsonl\nsources: {exclude: [src/com/acme/c]}\n"
                + "rules: {unused-shim: note}\n"
                + ROLE)
        .file(
            "src/com/acme/b/B.java",
            """
            package com.acme.b;

            // ssot:allow forbidden-import until=2026-12-31 owner=me -- later
            import com.acme.old.One;

            class B {}
            """);
    Program.Run run = check("--since", "main");
    assertEquals(0, run.status(), run.out());
    assertTrue(
        run.out()
            .contains(
                """
                permissions: 3 added or widened
                  src/com/acme/b/B.java:3: suppression added: `forbidden-import` at `com.acme.b.B`, until 2026-12-31
                  ssot.yaml:5: exclude added: `src/com/acme/c`
                  ssot.yaml:6: severity widened: `unused-shim`, note, before warning
                """),
        run.out());
    Program.Run strict = check("--since", "main", "--fail-on-permissions");
    assertEquals(1, strict.status());
    assertTrue(
        strict.out().contains("outcome: violations: 3 permissions added or widened"), strict.out());
  }

  /** Each where it stands: a reviewer follows the line. */
  @Test
  void showsALooserGateAndLayersThatAreGoneAtTheirLines() {
    String structure =
        """
        isolated: [{types: [com.acme.**], reason: tenants, except: [com.acme.a.*]}]
        layers:
          - {id: top, types: [com.acme.a.*], reason: it is the top}
          - {id: low, types: [com.acme.c.*], reason: it is the ground}
        """;
    project.file("ssot.yaml", project.text("ssot.yaml") + structure);
    git.commit("structure");
    git.done("branch", "-f", "main");
    String policy =
        project
            .text("ssot.yaml")
            .replace("gate: {minimum-score: 0}", "gate: {minimum-score: 0, fail-on: error}")
            .replace("except: [com.acme.a.*]", "except: [com.acme.a.*, com.acme.c.*]");
    project.file("ssot.yaml", policy.substring(0, policy.indexOf("layers:")));
    Program.Run run = check("--since", "main");
    assertEquals(0, run.status(), run.out());
    assertTrue(
        run.out()
            .contains(
                """
                permissions: 4 added or widened
                  ssot.yaml:8: exception added: `com.acme.c.*` may share static state
                  ssot.yaml:7: fail-on widened: `gate.fail-on`, error, before warning
                  ssot.yaml:10: layer lifted: `com.acme.a.*` in the layer `top`
                  ssot.yaml:11: layer lifted: `com.acme.c.*` in the layer `low`
                """),
        run.out());
  }

  @Test
  void aPolicyThatIsDeletedLiftsItsRestrictions() {
    delete("ssot.yaml");
    List<String> lifted = new ArrayList<>();
    for (JsonNode growth : change("--since", "main").get("permissions")) {
      lifted.add(growth.get("growth").asText() + " " + growth.get("kind").asText());
    }
    assertTrue(
        lifted.containsAll(List.of("lifted role", "lifted forbidden-path")), lifted.toString());
  }

  @Test
  void aBaseWithAWrongPolicyMakesEverythingNew() {
    git.done("checkout", "-q", "main");
    String right = project.text("ssot.yaml");
    project.file("ssot.yaml", "versio: 1\n");
    git.commit("wrong");
    git.done("checkout", "-q", "-b", "mending");
    project.file("ssot.yaml", right);
    Program.Run run = check("--since", "main");
    assertEquals(1, run.status());
    assertTrue(
        run.out().contains("the base cannot be judged, so everything counts as introduced: "),
        run.out());
    assertEquals(
        List.of("src/com/acme/Till.java new-shim-caller", "src/com/acme/a/A.java forbidden-import"),
        introduced("--since", "main"));
  }

  @Test
  void touchesNeitherIndexNorWorkingTree() throws IOException {
    project.file("src/com/acme/c/C.java", old("C")).file("src/com/acme/c/E.java", old("E"));
    git.done("add", "src/com/acme/c/C.java");
    Files.setLastModifiedTime(
        folder.resolve("src/com/acme/Clock.java"), java.nio.file.attribute.FileTime.fromMillis(1));
    Map<String, String> before = state();
    check("--since", "main");
    check("--staged");
    assertEquals(before, state());
  }

  /** Every file below the folder, those of git among them, with its time and its bytes. */
  private Map<String, String> state() throws IOException {
    Map<String, String> state = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        state.put(
            folder.relativize(file).toString(),
            Files.getLastModifiedTime(file) + " " + Arrays.hashCode(Files.readAllBytes(file)));
      }
    }
    return state;
  }

  @Test
  void ignoredFilesAreNoChange() {
    project.file(".gitignore", "made/\n");
    git.commit("ignore");
    project.file("made/com/acme/c/M.java", old("M"));
    assertEquals(List.of(), introduced("--since", "HEAD"));
    assertTrue(check().out().contains("made/com/acme/c/M.java"));
  }

  @Test
  void lineEndsThatGitConvertsAreNoChange() {
    project.file(".gitattributes", "*.java text eol=crlf\n");
    git.commit("attributes");
    project.file(
        "src/com/acme/a/A.java", project.text("src/com/acme/a/A.java").replace("\n", "\r\n"));
    assertEquals(List.of(), introduced("--since", "main"));
    project.file("src/com/acme/c/C.java", old("C").replace("\n", "\r\n"));
    assertEquals(List.of("src/com/acme/c/C.java forbidden-import"), introduced("--since", "main"));
  }

  @Test
  void aLinkInPlaceOfAFileIsAChangeOfThatFile() throws IOException {
    delete("src/com/acme/a/A.java");
    Files.createSymbolicLink(
        folder.resolve("src/com/acme/a/A.java"), folder.resolve("src/com/acme/c/C.java"));
    assertEquals(List.of(), introduced("--since", "main"));
    git.commit("linked");
    delete("src/com/acme/a/A.java");
    project.file("src/com/acme/a/A.java", LegacyProject.user("com.acme.a", "A", "One"));
    assertEquals(List.of("src/com/acme/a/A.java forbidden-import"), introduced("--since", "HEAD"));
  }

  @Test
  void worksInALinkedWorktreeWhoseGitIsAFile(@TempDir Path other) {
    Path tree = other.resolve("tree");
    git.done("worktree", "add", "-q", "-b", "elsewhere", tree.toString(), "main");
    new Project(tree).file("src/com/acme/c/C.java", old("C"));
    Program.Run run =
        new GitFolder(tree).program("").run("check", "--since", "main", "--format", "json");
    assertEquals(List.of("src/com/acme/c/C.java forbidden-import"), introduced(run));
  }

  @Test
  void namesTheSameFilesFromAFolderBelow() {
    project.file("src/com/acme/c/C.java", old("C"));
    Program.Run run = git.program("src/com").run("check", "--since", "main", "--format", "json");
    assertEquals(List.of("src/com/acme/c/C.java forbidden-import"), introduced(run));
    Program.Run bare =
        git.program("src/com").run("check", "--since", "main", "--format", "json", "--no-policy");
    assertEquals(0, bare.status(), bare.out());
  }

  @Test
  void aProjectInAFolderOfTheRepository() {
    move("ssot.yaml", "app/ssot.yaml");
    move("known.jsonl", "app/known.jsonl");
    move("src", "app/src");
    git.commit("moved");
    assertEquals(1, git.program("app").run("check").status());
    project.file("app/src/com/acme/c/C.java", old("C"));
    Program.Run run = git.program("app").run("check", "--since", "HEAD", "--format", "json");
    assertEquals(List.of("src/com/acme/c/C.java forbidden-import"), introduced(run));
  }

  @Test
  void aFileWhoseNameIsNoUtf8IsReadAllTheSame() throws IOException {
    byte[] name = {'W', (byte) 0xe9, '.', 'j', 'a', 'v', 'a'};
    project.file("names.sh", "printf 'class W {}' > \"$(printf 'W\\\\351.java')\"\n");
    Process made = new ProcessBuilder("sh", "names.sh").directory(folder.toFile()).start();
    assertEquals(0, waitFor(made), new String(name, StandardCharsets.ISO_8859_1));
    git.commit("odd");
    git.done("rm", "-q", "--cached", "-r", ".");
    git.done("reset", "-q");
    Program.Run run = check("--since", "main");
    assertTrue(run.status() == 0 || run.status() == 3, run.err() + run.out());
    assertTrue(run.out().contains("introduced: 0 "), run.out());
  }

  private static int waitFor(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aHugeFileOfTheBaseIsAGapOfTheBase() {
    project.file("src/com/acme/c/Huge.java", clean("Huge") + "// x\n".repeat(1_800_000));
    git.commit("huge");
    project.file("src/com/acme/c/Huge.java", clean("Huge"));
    Program.Run run = check("--since", "HEAD");
    assertEquals(0, run.status(), run.out());
    assertTrue(
        run.out()
            .contains(
                "not understood in the base, so what it holds counts as introduced:"
                    + " src/com/acme/c/Huge.java: it is larger than 8 MiB"),
        run.out());
  }

  @Test
  void aPointerToALargeFileElsewhereIsAGapOfTheBase() {
    project.file(
        "src/com/acme/c/Far.java",
        "version https://git-lfs.github.com/spec/v1\noid sha256:%s\nsize 12345\n"
            .formatted("a".repeat(64)));
    git.commit("pointer");
    project.file("src/com/acme/c/Far.java", clean("Far"));
    JsonNode change = change("--since", "HEAD");
    assertEquals("src/com/acme/c/Far.java", change.at("/before/gaps/0/path").asText());
  }

  @Test
  void filesOfASubmoduleAreNoChange(@TempDir Path other) {
    Path library = other.resolve("library");
    new Project(library).file("com/acme/c/L.java", old("L"));
    GitFolder.init(library).commit("library");
    git.done(
        "-c",
        "protocol.file.allow=always",
        "submodule",
        "--quiet",
        "add",
        library.toString(),
        "lib");
    assertEquals(List.of("lib/com/acme/c/L.java forbidden-import"), introduced("--since", "HEAD"));
    git.commit("submodule");
    new Project(folder.resolve("lib")).file("com/acme/c/M.java", old("M"));
    assertEquals(List.of(), introduced("--since", "HEAD"));
  }

  @Test
  void aConflictInTheWorkingTreeMakesTheScanIncomplete() {
    project.file("src/com/acme/c/C.java", old("C"));
    git.commit("one side");
    git.done("checkout", "-q", "-b", "other", "main");
    project.file("src/com/acme/c/C.java", LegacyProject.user("com.acme.c", "C", "Two"));
    git.commit("other side");
    assertEquals(1, git.run("merge", "-q", "change").status());
    Program.Run run = check("--since", "main");
    assertEquals(3, run.status(), run.out() + run.err());
    Program.Run staged = check("--staged");
    assertEquals(2, staged.status());
    assertTrue(
        staged.err().contains("error: the index holds unresolved merge conflicts"), staged.err());
  }

  private void refused(Program.Run run, String... parts) {
    assertEquals(2, run.status(), run.out());
    assertEquals("", run.out());
    for (String part : parts) {
      assertTrue(run.err().contains(part), run.err());
    }
  }

  @Test
  void aShallowCloneNamesTheRemedy(@TempDir Path other) {
    project.file("src/com/acme/c/D.java", clean("D"));
    git.commit("one more");
    Path clone = other.resolve("clone");
    git.done(
        "clone", "-q", "--depth=1", "--no-single-branch", "file://" + folder, clone.toString());
    Program shallow = new GitFolder(clone).program("");
    refused(
        shallow.run("check", "--since", "origin/main"),
        "`origin/main` and `HEAD` share no commit, as far as this shallow clone reaches",
        "help: fetch the history, by `git fetch --unshallow`, or `fetch-depth: 0` on a build server");
    refused(
        shallow.run("check", "--since", "v7"),
        "git knows no commit `v7`, as far as this shallow clone reaches",
        "git fetch --unshallow");
    refused(shallow.run("check", "--since", "main"), "help: did you mean `origin/main`?");
  }

  @Test
  void wrongRevisionsAreRefused() {
    refused(check("--since", "mian"), "git knows no commit `mian`", "did you mean `main`?");
    refused(check("--since", "main..HEAD"), "name one branch, tag or commit");
    refused(check("--since", ""), "git knows no commit ``");
    refused(check("--since", "HEAD:src"), "git knows no commit `HEAD:src`");
    git.done("checkout", "-q", "--orphan", "other");
    git.commit("unrelated");
    refused(check("--since", "main"), "`main` and `HEAD` share no commit\n");
  }

  @Test
  void aFolderWithoutGitIsRefused(@TempDir Path plain) {
    Project.plain(plain);
    refused(
        new GitFolder(plain).program("").run("check", "--since", "main"),
        "is in no git repository with a working tree: fatal: not a git repository",
        "without --since and --staged");
  }

  @Test
  void pathsOfTwoRepositoriesAreRefused(@TempDir Path other) {
    Project.plain(other);
    GitFolder.init(other);
    refused(
        check("--no-policy", "--since", "main", ".", other.toString()),
        "lies outside of the git repository");
  }

  @Test
  void permissionsCannotFailWhereNothingIsCompared() {
    refused(check("--fail-on-permissions"), "add --since or --staged");
  }
}
