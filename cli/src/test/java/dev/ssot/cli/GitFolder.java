package dev.ssot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs git in a folder, as on a machine where nobody has configured it. */
record GitFolder(Path folder) {

  /** What a run of git left behind, both of its outputs together. */
  record Git(int status, String out) {}

  /** The variables that make git the same on every machine. */
  static Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    for (String who : List.of("AUTHOR", "COMMITTER")) {
      environment.put("GIT_" + who + "_NAME", "tester");
      environment.put("GIT_" + who + "_EMAIL", "tester@example.org");
    }
    return environment;
  }

  /** An empty repository with the branch {@code main}. */
  static GitFolder init(Path folder) {
    GitFolder git = new GitFolder(folder);
    git.done("init", "-q", "-b", "main");
    return git;
  }

  /** Runs git, whatever comes of it. */
  Git run(String... args) {
    return run("", Map.of(), args);
  }

  /** Runs git where somebody types these lines. */
  Git answering(String lines, String... args) {
    return run(lines, Map.of(), args);
  }

  /** Runs git with more variables. */
  private Git run(String lines, Map<String, String> variables, String... args) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    builder.environment().putAll(environment());
    builder.environment().putAll(variables);
    try {
      Process process = builder.start();
      try (OutputStream in = process.getOutputStream()) {
        in.write(lines.getBytes(StandardCharsets.UTF_8));
      }
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Git(process.waitFor(), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Runs git, which must succeed; what it printed. */
  String done(String... args) {
    return done(Map.of(), args);
  }

  /** Runs git with more variables, which must succeed; what it printed. */
  String done(Map<String, String> variables, String... args) {
    Git git = run("", variables, args);
    assertEquals(0, git.status(), git.out());
    return git.out();
  }

  /** Commits all that is there. */
  GitFolder commit(String message) {
    done("add", "-A");
    done("commit", "-q", "-m", message);
    return this;
  }

  /** The program in this folder or one below it. */
  Program program(String below) {
    return new Program(folder.resolve(below), environment(), Terminals.NONE, Program.TODAY);
  }
}
