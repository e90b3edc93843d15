package dev.ssot.router.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What it refuses; that it runs and ends is tried by {@code router/demo-test}. */
class DemoCommandTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private String refused(String... args) {
    assertEquals(2, Main.run(args, Console.of(out, err)));
    assertEquals("", out.toString(StandardCharsets.UTF_8));
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void refusesAPortThatDoesNotExist() {
    assertEquals(
        """
        error: port 65536 does not exist; give 0 to 65535
          help: see `ssot router demo --help`
        """,
        refused("demo", "--port", "65536"));
  }

  @Test
  void refusesAPortThatIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      String said = refused("demo", "--port", port);
      assertTrue(said.startsWith("error: port %s can't be had".formatted(port)), said);
    }
  }

  @Test
  void refusesAnAgentThatWouldCountAsStalled() {
    String said = refused("demo", "--pace", "3000");
    assertTrue(
        said.startsWith("error: agent.pace PT3S is not shorter than runs.silence PT3S"), said);
    assertTrue(refused("demo", "--pace", "-1").contains("give 0 or more"));
  }
}
