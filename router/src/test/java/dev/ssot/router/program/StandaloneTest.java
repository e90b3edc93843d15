package dev.ssot.router.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.router.MessageRouter;
import dev.ssot.router.Reply;
import dev.ssot.router.Routes;
import dev.ssot.router.application.RouterApplication;
import dev.ssot.router.config.ConfigReader;
import dev.ssot.router.config.RouterConfig;
import dev.ssot.router.operations.Journal;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A standalone server that can't be started leaves nothing behind. */
class StandaloneTest {

  /** Says what becomes of it, and can't start. */
  private static final class Stillborn implements RouterApplication {

    private final List<String> seen = new ArrayList<>();

    @Override
    public Routes routes() {
      return Routes.builder().handle("a", (context, message) -> Reply.accepted()).build();
    }

    @Override
    public void started(MessageRouter router) {
      seen.add("started");
      throw new IllegalStateException("No database");
    }

    @Override
    public void close() {
      seen.add("closed");
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Journal journal(RouterConfig config, List<String> lines) {
    return new Journal(
        Level.INFO, config.operations().limits().logLines(), InstantSource.system(), lines::add);
  }

  private static void assertClosed(int port) {
    assertThrows(
        ConnectException.class, () -> new Socket(InetAddress.getLoopbackAddress(), port).close());
  }

  @Test
  void startsNothingIfTheApplicationCannotStart(@TempDir Path folder) throws Exception {
    int clients = freePort();
    int operators = freePort();
    ServeFolder served = new ServeFolder(folder);
    served.config(
        "127.0.0.1:8080", "127.0.0.1:" + clients, "127.0.0.1:9090", "127.0.0.1:" + operators);
    RouterConfig config = ConfigReader.read(folder.resolve("router.yaml"));
    Stillborn application = new Stillborn();
    Applications.Loaded loaded =
        new Applications.Loaded(application, application.routes(), application.rules());
    List<String> lines = new ArrayList<>();
    Journal journal = journal(config, lines);
    IllegalStateException why =
        assertThrows(
            IllegalStateException.class,
            () -> Standalone.start(config, loaded, journal, Standalone.prepared(config)).close());
    assertEquals("No database", why.getMessage());
    assertEquals(List.of("started", "closed"), application.seen);
    assertClosed(clients);
    assertClosed(operators);
    assertTrue(lines.stream().noneMatch(line -> line.contains("\"started\"")), lines.toString());
  }

  @Test
  void closesTheApplicationIfAnAddressIsTaken(@TempDir Path folder) throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int clients = freePort();
      ServeFolder served = new ServeFolder(folder);
      served.config(
          "127.0.0.1:8080",
          "127.0.0.1:" + clients,
          "127.0.0.1:9090",
          "127.0.0.1:" + taken.getLocalPort());
      RouterConfig config = ConfigReader.read(folder.resolve("router.yaml"));
      Stillborn application = new Stillborn();
      Applications.Loaded loaded =
          new Applications.Loaded(application, application.routes(), application.rules());
      Journal journal = journal(config, new ArrayList<>());
      assertThrows(
          Exception.class,
          () -> Standalone.start(config, loaded, journal, Standalone.prepared(config)).close());
      assertEquals(List.of("closed"), application.seen);
      assertClosed(clients);
    }
  }
}
