package dev.ssot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.cli.message.Rejection;
import dev.ssot.reports.ReportOptions;
import dev.ssot.rules.model.Overlay;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What a watch shows when the code changes in one way after another. */
class WatchTest {

  private static final String CLOCK = "src/main/java/com/acme/Clock.java";
  private static final String SOUND = "package com.acme;\n\nclass Clock {}\n";
  private static final String WRONG =
      "package com.acme;\n\nimport com.acme.Audid;\n\nclass Clock {}\n";
  private static final String BROKEN = "package com.acme;\n\nclass Clock {\n";
  private static final String POLICY =
      """
      version: 1
      roles:
        - {id: clock, title: telling the time, canonical: com.acme.%s}
      gate: {minimum-score: 0}
      """;

  private final Path folder;
  private final Project project;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  WatchTest(@TempDir Path folder) throws IOException {
    this.folder = folder.toRealPath();
    project = Project.plain(this.folder);
    project.file("src/main/java/com/acme/Audit.java", "package com.acme;\n\nclass Audit {}\n");
  }

  /** Makes one change after another, as a user would between looks. */
  private final class Changes implements ChangeSource {

    private final List<Runnable> changes;
    private final List<Set<Path>> folders = new ArrayList<>();
    private final List<String> shown = new ArrayList<>();

    Changes(Runnable... changes) {
      this.changes = new ArrayList<>(List.of(changes));
    }

    @Override
    public boolean await(Set<Path> watched, boolean troubled) {
      folders.add(watched);
      shown.add(out.toString(StandardCharsets.UTF_8));
      out.reset();
      if (changes.isEmpty()) {
        return false;
      }
      changes.remove(0).run();
      return true;
    }

    @Override
    public void close() {}
  }

  private void watch(ChangeSource changes, String... options) throws InterruptedException {
    Surroundings surroundings = Program.in(folder).surroundings(out, err, System::nanoTime);
    Streams streams = new Streams(surroundings);
    WatchCommand command =
        new WatchCommand(surroundings, streams, new Failures(streams, () -> false));
    new CommandLine(command).parseArgs(options);
    assertEquals(0, command.run(changes));
  }

  /** What was shown at first and after each change. */
  private List<String> shown(Changes changes, String... options) throws InterruptedException {
    watch(changes, options);
    return changes.shown;
  }

  private Runnable write(String path, String text) {
    return () -> project.file(path, text);
  }

  private Runnable delete(String path) {
    return () -> {
      try {
        Files.delete(folder.resolve(path));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  @Test
  void showsTheWholeReportFirstAndThenWhatHasChanged() throws InterruptedException {
    List<String> shown =
        shown(new Changes(write(CLOCK, WRONG), write(CLOCK, SOUND), write(CLOCK, SOUND)));

    assertEquals(Program.in(folder).run("check").out(), shown.get(0));
    assertEquals(
        """
        src/main/java/com/acme/Clock.java:3:1: error: this import names `com.acme.Audid`, which does not exist in package `com.acme` [unresolved-import]
          exists: src/main/java/com/acme/Audit.java:3 `com.acme.Audit`
          help: import `com.acme.Audit` instead, or delete the import

        look 2: 1 new, 0 gone, 1 open, score n/a (0 sites)
        """,
        shown.get(1));
    assertEquals(
        """
        gone: src/main/java/com/acme/Clock.java:3: this import names `com.acme.Audid`, which does not exist in package `com.acme` [unresolved-import]
        look 3: 0 new, 1 gone, 0 open, score n/a (0 sites)
        """,
        shown.get(2));
    assertEquals("", shown.get(3));
    assertEquals("note: watching; Ctrl-C ends it\n", err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void whileAFileIsBrokenNothingCountsAsGone() throws InterruptedException {
    write(CLOCK, WRONG).run();
    List<String> shown = shown(new Changes(write(CLOCK, BROKEN), write(CLOCK, WRONG)));

    assertTrue(
        shown.get(1).startsWith("not-understood: " + CLOCK)
            || shown.get(1).startsWith("partly-understood: " + CLOCK),
        shown.get(1));
    assertTrue(
        shown
            .get(1)
            .endsWith(
                "look 2: 0 new, what is gone is not known, 0 open, score n/a (0 sites);"
                    + " incomplete: only what was understood counts\n"),
        shown.get(1));
    assertEquals("look 3: 0 new, 0 gone, 1 open, score n/a (0 sites)\n", shown.get(2));
  }

  @Test
  void followsFilesAndFoldersThatComeAndGo() throws InterruptedException {
    String deep = "src/main/java/com/acme/deep/er/Deep.java";
    Changes changes =
        new Changes(
            write(deep, "package com.acme.deep.er;\n\nimport com.acme.Clack;\n\nclass Deep {}\n"),
            delete(deep));
    List<String> shown = shown(changes);

    assertTrue(shown.get(1).startsWith(deep + ":3:1: error: "), shown.get(1));
    assertTrue(shown.get(2).startsWith("gone: " + deep + ":3: "), shown.get(2));
    Path added = folder.resolve(deep).getParent();
    assertEquals(
        List.of(false, true, true),
        changes.folders.stream().map(watched -> watched.contains(added)).toList());
    assertTrue(changes.folders.get(0).contains(folder));
  }

  @Test
  void followsThePolicyAndTheBaseline() throws InterruptedException {
    write(CLOCK, WRONG).run();
    List<String> shown =
        shown(
            new Changes(
                write("ssot.yaml", POLICY.formatted("Nope")),
                write("other.txt", ""),
                write("ssot.yaml", POLICY.formatted("Clock")),
                () ->
                    assertEquals(
                        0,
                        Program.in(folder)
                            .run("baseline", "write", "--baseline", "b.jsonl")
                            .status()),
                write("ssot.yaml", POLICY.formatted("Clock") + "baseline: b.jsonl\n")));

    assertEquals(List.of("", ""), shown.subList(1, 3));
    assertEquals(
        """
        note: watching; Ctrl-C ends it
        ssot.yaml:3:53: error: the canonical `com.acme.Nope` of the role `clock` is no type of this codebase
          help: write the qualified name of the type that holds the role
        """,
        err.toString(StandardCharsets.UTF_8));
    assertTrue(
        shown.get(3).endsWith(" 1 open, score n/a (0 sites) -> 100.0 % (1 of 1)\n"), shown.get(3));
    assertTrue(shown.get(5).contains(" 1 gone, 0 open"), shown.get(5));
  }

  @Test
  void aJsonLineStandsForEachLook() throws InterruptedException {
    List<String> shown =
        shown(new Changes(write(CLOCK, WRONG), write(CLOCK, SOUND)), "--format", "json");

    assertTrue(
        shown.get(0).startsWith("{\"look\":1,\"new\":[],\"gone\":[],\"open\":0,\"unread\":[],"),
        shown.get(0));
    assertTrue(
        shown.get(1).startsWith("{\"look\":2,\"new\":[{\"fingerprint\":\"v1:"), shown.get(1));
    assertTrue(shown.get(2).contains("\"new\":[],\"gone\":[{\"fingerprint\":\"v1:"), shown.get(2));
    shown.forEach(line -> assertEquals(line.length() - 1, line.indexOf('\n')));
  }

  /** The facts in memory change nothing: each look finds what a check of its own finds. */
  @Test
  void eachLookFindsWhatACheckFinds(@TempDir Path projects) throws Exception {
    RandomProject random = new RandomProject(projects.toRealPath(), 7);
    Program program = Program.in(projects.toRealPath());
    Surroundings surroundings = program.surroundings(out, err, System::nanoTime);
    Streams streams = new Streams(surroundings);
    JudgingOptions options = new JudgingOptions();
    options.scan.stay();
    options.scan.cache.none = true;
    for (int i = 0; i < 20; i++) {
      Judging judging = Judging.of(options, surroundings);
      ReportTargets.of(List.of(), folder)
          .write(
              judging.scan(judging.request(Overlay.none()), streams),
              reporter -> false,
              new ReportOptions(Version.number(), "", false),
              streams);
      streams.drain();
      assertEquals(program.run("check", "--no-cache").out(), out.toString(StandardCharsets.UTF_8));
      out.reset();
      random.edit();
    }
  }

  @Test
  void aFirstLookThatCannotBeHadEndsIt() {
    write("ssot.yaml", "version: 9\n").run();

    assertThrows(Rejection.class, () -> watch(new Changes()));
    assertEquals(2, Program.in(folder).run("watch", "--format", "sarif").status());
    assertEquals(
        "error: --verify-cache is for one scan and not for many\n  help: run `ssot check` with it\n",
        Program.in(folder).run("watch", "--no-policy", "--verify-cache", "--cache", "x").err());
  }

  /** A process over a real folder; it waits for what is shown and for no time. */
  @Test
  void aProcessSeesASave() throws IOException, InterruptedException {
    for (String poll : List.of("", "--poll")) {
      write(CLOCK, SOUND).run();
      Process process = process(poll);
      try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
        assertTrue(lines.readLine().startsWith("{\"look\":1,"));
        write(CLOCK, WRONG).run();
        assertTrue(lines.readLine().startsWith("{\"look\":2,\"new\":[{"));
        write(CLOCK, SOUND).run();
        assertTrue(lines.readLine().startsWith("{\"look\":3,\"new\":[],\"gone\":[{"));
        assertTrue(process.isAlive());
      } finally {
        process.destroy();
        process.waitFor();
      }
      assertFalse(process.isAlive());
    }
  }

  private Process process(String poll) throws IOException {
    List<String> command =
        Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "watch",
                "--no-cache",
                "--format",
                "json",
                poll)
            .filter(word -> !word.isEmpty())
            .toList();
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
