package dev.ssot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Holds the help of each command against {@code src/test/help}, where a reader can see it whole.
 */
class HelpTest {

  private static final Path HELP = Path.of("src/test/help").toAbsolutePath();
  private static final List<String> COMMANDS =
      List.of("ssot", "check", "completion", "explain", "roles", "router", "rules", "similar");

  private static Program.Run help(String command) {
    return command.equals("ssot")
        ? Program.in(HELP).run("--help")
        : Program.in(HELP).run(command, "--help");
  }

  @TestFactory
  Stream<DynamicTest> isAsWritten() {
    return COMMANDS.stream()
        .map(
            command ->
                DynamicTest.dynamicTest(
                    command,
                    () -> {
                      Program.Run run = help(command);
                      assertEquals(Files.readString(HELP.resolve(command + ".txt")), run.out());
                      assertEquals("", run.err());
                      assertEquals(0, run.status());
                    }));
  }

  @Test
  void thereIsAPageForEachCommandAndNoOther() throws IOException {
    try (Stream<Path> files = Files.list(HELP)) {
      assertEquals(
          COMMANDS.stream().map(command -> command + ".txt").sorted().toList(),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
    for (String command : COMMANDS.subList(1, COMMANDS.size())) {
      assertTrue(help("ssot").out().contains("\n  " + command + " "), command);
    }
  }

  @Test
  void isColouredOnATerminalOnly() {
    assertTrue(Program.in(HELP).onTerminals(true, true).run("--help").out().contains("\u001b["));
    assertTrue(help("ssot").out().indexOf('\u001b') < 0);
  }

  @Test
  void theCompletionScriptKnowsEveryCommand() {
    Program.Run run = Program.in(HELP).run("completion");
    for (String command : COMMANDS) {
      assertTrue(run.out().contains(command), command);
    }
    assertTrue(run.out().contains("--fail-on"));
    assertEquals(0, run.status());
  }
}
