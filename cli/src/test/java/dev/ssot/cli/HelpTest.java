package dev.ssot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
      List.of(
          "ssot",
          "baseline",
          "baseline-diff",
          "baseline-merge",
          "baseline-prune",
          "baseline-update",
          "baseline-write",
          "check",
          "completion",
          "explain",
          "fix",
          "history",
          "init",
          "lsp",
          "mcp",
          "plan",
          "policy",
          "policy-check",
          "policy-show",
          "prove",
          "report",
          "roles",
          "router",
          "rules",
          "similar",
          "suppressions",
          "watch");

  private static Program.Run help(String command) {
    List<String> words = new ArrayList<>();
    if (!command.equals("ssot")) {
      words.addAll(List.of(command.split("-", 2)));
    }
    words.add("--help");
    return Program.in(HELP).run(words.toArray(String[]::new));
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
      boolean nested = command.contains("-");
      String listed = nested ? command.substring(command.indexOf('-') + 1) : command;
      String above = nested ? command.substring(0, command.indexOf('-')) : "ssot";
      assertTrue(help(above).out().contains("\n  " + listed + " "), command);
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
      assertTrue(run.out().contains(command.replace('-', '_')), command);
    }
    assertTrue(run.out().contains("--fail-on"));
    assertEquals(0, run.status());
  }
}
