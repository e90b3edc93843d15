package dev.ssot.cli.git;

import dev.ssot.cli.message.Diagnostic;
import dev.ssot.cli.message.Rejection;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Runs the program {@code git} in a folder.
 *
 * <p>Of the variables called {@code GIT_…} those of the caller hold, as in a hook; file names in
 * them are made absolute, as git runs in another folder than the caller.
 */
final class GitProgram {

  private static final List<String> FILES =
      List.of(
          "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY");

  private final Path folder;
  private final Map<String, String> variables;

  private GitProgram(Path folder, Map<String, String> variables) {
    this.folder = folder;
    this.variables = Map.copyOf(variables);
  }

  /**
   * The program in a folder.
   *
   * @param caller the working directory of the caller, absolute
   * @param environment the variables of the caller
   */
  static GitProgram in(Path folder, Path caller, Map<String, String> environment) {
    Map<String, String> variables = new HashMap<>();
    environment.forEach(
        (name, value) -> {
          if (name.startsWith("GIT_")) {
            variables.put(name, FILES.contains(name) ? caller.resolve(value).toString() : value);
          }
        });
    // Without a work tree git takes the folder that it runs in for it.
    if (variables.containsKey("GIT_DIR")) {
      variables.putIfAbsent("GIT_WORK_TREE", caller.toString());
    }
    variables.put("GIT_OPTIONAL_LOCKS", "0");
    return new GitProgram(folder, variables);
  }

  /** The same program in another folder. */
  GitProgram in(Path other) {
    return new GitProgram(other, variables);
  }

  /** The same program with another index. */
  GitProgram withIndex(Path file) {
    Map<String, String> changed = new HashMap<>(variables);
    changed.put("GIT_INDEX_FILE", file.toString());
    return new GitProgram(folder, changed);
  }

  /**
   * What a run of git left behind.
   *
   * @param out standard output as text, names that are no UTF-8 with replacement characters
   * @param err standard error, its first line
   */
  record Answer(int status, String out, String err) {

    boolean good() {
      return status == 0;
    }

    /** The only line of the output. */
    String line() {
      return out.strip();
    }

    /** The parts of an output in which NUL ends each. */
    List<String> parts() {
      List<String> parts = new ArrayList<>(List.of(out.split("\0", -1)));
      parts.remove(parts.size() - 1);
      return parts;
    }
  }

  /** Runs git to its end. */
  Answer run(String... arguments) {
    try {
      Process process = start(Redirect.PIPE, arguments);
      process.getOutputStream().close();
      CompletableFuture<String> err =
          CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
      String out = text(process.getInputStream());
      return new Answer(process.waitFor(), out, err.join().lines().findFirst().orElse(""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while git was running", e);
    }
  }

  /**
   * Runs git, which has no reason to fail.
   *
   * @throws Rejection with what git says if it does
   */
  Answer need(String... arguments) {
    Answer answer = run(arguments);
    if (!answer.good()) {
      throw new Rejection(
          Diagnostic.of(
              "`git %s` failed: %s".formatted(String.join(" ", arguments), answer.err()),
              "mend what git names, and try the command by itself in `%s`".formatted(folder)));
    }
    return answer;
  }

  /** Starts git and leaves it running; what it says on standard error goes nowhere. */
  Process start(String... arguments) throws IOException {
    return start(Redirect.DISCARD, arguments);
  }

  private Process start(Redirect err, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("git", "-c", "diff.relative=false"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectError(err);
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    builder.environment().putAll(variables);
    builder.environment().put("LC_ALL", "C");
    try {
      return builder.start();
    } catch (IOException e) {
      throw new Rejection(
          Diagnostic.of(
              "`git` cannot be started: " + e.getMessage(),
              "install git and put it on the PATH; only `history` and checks with --since or"
                  + " --staged need it"));
    }
  }

  private static String text(InputStream in) {
    try (in) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
