package dev.ssot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the console report is coloured. */
class ColourTest {

  private final Path folder;

  ColourTest(@TempDir Path folder) {
    this.folder = folder;
    Project.plain(folder);
  }

  private static boolean coloured(Program program, String... args) {
    return program.run(args).out().indexOf('\u001b') >= 0;
  }

  private Program piped() {
    return Program.in(folder);
  }

  private Program onATerminal() {
    return piped().onTerminals(true, true);
  }

  @Test
  void itIsOnATerminal() {
    assertEquals(true, coloured(onATerminal(), "check"));
    assertEquals(false, coloured(piped(), "check"));
    assertEquals(false, coloured(piped().onTerminals(false, true), "check"));
  }

  @Test
  void noColorAndADumbTerminalTurnItOff() {
    assertEquals(false, coloured(onATerminal().with("NO_COLOR", "1"), "check"));
    assertEquals(true, coloured(onATerminal().with("NO_COLOR", ""), "check"));
    assertEquals(false, coloured(onATerminal().with("TERM", "dumb"), "check"));
  }

  @Test
  void theOptionWins() {
    assertEquals(true, coloured(piped(), "check", "--color", "always"));
    assertEquals(true, coloured(onATerminal().with("NO_COLOR", "1"), "check", "--color", "always"));
    assertEquals(false, coloured(onATerminal(), "check", "--color", "never"));
    assertEquals(false, coloured(onATerminal(), "check", "--color=never"));
  }

  @Test
  void otherFormatsHaveNone() {
    assertEquals(false, coloured(onATerminal(), "check", "--format", "json", "--color", "always"));
  }
}
