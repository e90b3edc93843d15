package dev.ssot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a run ends. */
class MainTest {

  private final Path folder;

  MainTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Program.Run run(String... args) {
    return Program.in(folder).run(args);
  }

  private void assertUsage(String err, String... args) {
    Program.Run run = run(args);
    assertEquals(err, run.err());
    assertEquals("", run.out());
    assertEquals(2, run.status());
  }

  @Test
  void saysWhereTheRouterIs() {
    assertUsage(
        """
        error: this jar checks code and does not hold the router
          help: start it by `./ssot router` or `java -jar router/target/ssot-router.jar`
        """,
        "router",
        "serve",
        "--config",
        "router.yaml");
  }

  @Test
  void printsItsVersion() {
    for (String[] args :
        new String[][] {{"--version"}, {"-V"}, {"check", "--version"}, {"--debug", "--version"}}) {
      Program.Run run = run(args);
      assertTrue(run.out().matches("ssot \\d+\\.\\d+\\.\\d+\\S*\n"), run.out());
      assertEquals("", run.err());
      assertEquals(0, run.status());
    }
  }

  @Test
  void aMissingCommandIsAnError() {
    assertUsage("error: missing required subcommand\n  help: see `ssot --help`\n");
  }

  @Test
  void anUnknownCommandIsAnErrorWithTheNearest() {
    assertUsage("error: unknown argument `chekc`\n  help: did you mean `check`?\n", "chekc");
    assertUsage("error: unknown argument `lint`\n  help: see `ssot --help`\n", "lint");
  }

  @Test
  void anUnknownOptionIsAnErrorWithTheNearest() {
    assertUsage(
        "error: unknown argument `--polcy`\n  help: did you mean `--policy`?\n",
        "check",
        "--polcy",
        "x");
  }

  @Test
  void aWrongNumberOfThreadsIsAnError() {
    assertUsage(
        "error: --threads is 0\n  help: give a number from 1 to 256\n", "check", "--threads", "0");
    assertUsage(
        """
        error: invalid value for option '--threads': 'many' is not an int
          help: see `ssot check --help`
        """,
        "check",
        "--threads",
        "many");
  }

  @Test
  void anUnknownRuleIsAnErrorWithTheNearest() {
    for (String[] args :
        new String[][] {{"check", "--rule", "forbiden-import"}, {"explain", "forbiden-import"}}) {
      Program.Run run = run(args);
      assertTrue(
          run.err()
              .startsWith(
                  "error: unknown rule `forbiden-import`\n"
                      + "  help: did you mean `forbidden-import`? Otherwise choose from `"),
          run.err());
      assertEquals(2, run.status());
    }
  }

  @Test
  void wrongWordsForColourAndThresholdAreErrors() {
    assertTrue(run("check", "--color", "sometimes").err().contains("`auto`, `always`, `never`"));
    assertTrue(run("check", "--fail-on", "eror").err().contains("did you mean `error`?"));
  }

  @Test
  void anArgumentThatBeginsWithAnAtSignIsAPath() {
    assertUsage(
        """
        error: there is no file or folder `@args`
          help: name what is to be scanned, or leave it out for the folder here
        """,
        "check",
        "@args");
  }

  /** A clock that fails stands for a fault in the program itself. */
  private Program.Run broken(Error fault, String... args) {
    Project.plain(folder);
    LongSupplier clock =
        () -> {
          throw fault;
        };
    return Program.in(folder).run(clock, args);
  }

  @Test
  void aFaultOfTheProgramIsNotTakenForAResult() {
    Program.Run run = broken(new AssertionError("boom"), "check");
    assertEquals(
        """
        error: internal error: java.lang.AssertionError: boom
          help: run again with --debug to see where, and report it with the stack trace
        """,
        run.err());
    assertEquals("", run.out());
    assertEquals(3, run.status());
  }

  @Test
  void debuggingShowsWhereAFaultIs() {
    assertTrue(broken(new AssertionError("boom"), "check", "--debug").err().contains("\tat "));
    assertTrue(broken(new AssertionError("boom"), "--debug", "check").err().contains("\tat "));
    assertFalse(broken(new AssertionError("boom"), "check").err().contains("\tat "));
  }

  @Test
  void aFullHeapAndAFullStackAreNamed() {
    Program.Run heap = broken(new OutOfMemoryError(), "check");
    assertTrue(heap.err().contains("error: out of memory at the limit of "), heap.err());
    assertTrue(heap.err().contains("SSOT_JAVA_OPTS=-Xmx"), heap.err());
    assertEquals(3, heap.status());
    Program.Run stack = broken(new StackOverflowError(), "check");
    assertTrue(stack.err().contains("nested too deeply"), stack.err());
    assertEquals(3, stack.status());
  }

  /** A stream that takes some bytes and then fails. */
  private static OutputStream failingAfter(int bytes, String message, ByteArrayOutputStream taken) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        if (taken.size() >= bytes) {
          throw new IOException(message);
        }
        taken.write(b);
      }
    };
  }

  private int runInto(OutputStream out, OutputStream err, String... args) {
    return Main.run(args, Program.in(folder).surroundings(out, err, System::nanoTime));
  }

  @Test
  void aReaderThatHasSeenEnoughIsNoFailure() {
    Project.plain(folder);
    for (String command : new String[] {"check", "completion", "--help", "--version"}) {
      ByteArrayOutputStream taken = new ByteArrayOutputStream();
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      int status = runInto(failingAfter(4, "Broken pipe", taken), err, command);
      assertEquals(run(command).status(), status, command);
      assertEquals("", err.toString(StandardCharsets.UTF_8), command);
      assertEquals(4, taken.size(), command);
    }
  }

  @Test
  void aFullDiskIsAFailure() {
    Project.plain(folder);
    for (String command : new String[] {"check", "completion", "--help", "--version"}) {
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      OutputStream full = failingAfter(4, "No space left on device", new ByteArrayOutputStream());
      assertEquals(3, runInto(full, err, command), command);
      assertTrue(err.toString(StandardCharsets.UTF_8).contains("No space left on device"), command);
    }
  }
}
