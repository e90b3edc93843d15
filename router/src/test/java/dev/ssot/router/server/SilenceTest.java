package dev.ssot.router.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.router.limits.RouterLimits;
import dev.ssot.router.limits.SocketLimits;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A client that says nothing: asked whether it is there, and dropped if it does not answer. */
class SilenceTest {

  @Test
  void pingsASilentClientAndThenDropsIt() throws IOException {
    try (RouterServer server = start(Duration.ofMillis(200), Duration.ofMillis(800));
        RawClient client = RawClient.upgraded(server.port(), "alice")) {
      assertEquals(0x89, client.read().first());
      assertTrue(client.isEnded());
      while (!server.router().connections(TestTokens.ALICE).isEmpty()) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void keepsAClientThatAnswersPings() throws IOException {
    try (RouterServer server = start(Duration.ofMillis(100), Duration.ofSeconds(60));
        RawClient client = RawClient.greeted(server.port(), "alice")) {
      for (int i = 0; i < 5; i++) {
        assertEquals(0x89, client.read().first());
        client.send(RawClient.frame(0x8a, new byte[0]));
      }
    }
  }

  private static RouterServer start(Duration pingEvery, Duration idle) {
    RouterLimits limits = RouterLimits.standard();
    SocketLimits sockets = limits.transport().sockets();
    return TestServers.start(
        limits.withTransport(
            limits
                .transport()
                .withSockets(
                    new SocketLimits(
                        pingEvery,
                        idle,
                        sockets.closeWithin(),
                        sockets.unsentBytes(),
                        sockets.unsentTotal(),
                        sockets.controlFrames(),
                        sockets.fragments(),
                        sockets.compressFrom()))));
  }
}
