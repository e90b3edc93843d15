package dev.ssot.router.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MainTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... args) {
    return Main.run(args, Console.of(out, err));
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void explainsItself() {
    assertEquals(0, run("--help"));
    assertTrue(out.toString(StandardCharsets.UTF_8).startsWith("Usage: ssot router [-hV]"));
    assertEquals("", err());
  }

  @Test
  void refusesAnUnknownArgument() {
    assertEquals(2, run("--nothing"));
    assertTrue(err().startsWith("error: "), err());
    assertTrue(err().endsWith("\n  help: see `ssot router --help`\n"), err());
  }

  @Test
  void wantsACommand() {
    assertEquals(2, run());
    assertEquals("error: a command is missing\n  help: see `ssot router --help`\n", err());
  }
}
