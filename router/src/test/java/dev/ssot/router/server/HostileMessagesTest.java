package dev.ssot.router.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.router.limits.ConnectionLimits;
import dev.ssot.router.limits.HandshakeLimits;
import dev.ssot.router.limits.RouterLimits;
import dev.ssot.router.limits.SocketLimits;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one user does to a server, while another one is being served on a connection of his own. */
class HostileMessagesTest {

  private final RouterLimits limits = patient(RouterLimits.standard());
  private final RouterServer server = TestServers.start(limits);
  private final RawClient bob = RawClient.greeted(server.port(), "bob");
  private final RawClient eve = RawClient.greeted(server.port(), "eve");

  HostileMessagesTest() throws IOException {}

  /** On a slow machine bob may hear nothing for longer than pings and heads keep away. */
  private static RouterLimits patient(RouterLimits limits) {
    SocketLimits sockets = limits.transport().sockets();
    ConnectionLimits connections = limits.connections();
    RouterLimits quiet =
        limits.withConnections(
            new ConnectionLimits(
                connections.total(),
                connections.perUser(),
                connections.helloWithin(),
                Duration.ofMinutes(30)));
    return quiet.withTransport(
        limits
            .transport()
            .withSockets(
                new SocketLimits(
                    Duration.ofMinutes(30),
                    Duration.ofMinutes(60),
                    sockets.closeWithin(),
                    sockets.unsentBytes(),
                    sockets.unsentTotal(),
                    sockets.controlFrames(),
                    sockets.fragments(),
                    sockets.compressFrom())));
  }

  @BeforeEach
  void bobIsServed() throws IOException {
    bob.text("{\"v\":1,\"type\":\"ping\",\"payload\":{\"before\":1}}");
    bob.expectText("before");
  }

  @AfterEach
  void bobIsStillServed() throws IOException {
    bob.text("{\"v\":1,\"type\":\"ping\",\"payload\":{\"after\":1}}");
    bob.expectText("after");
    bob.close();
    eve.close();
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          []                                              | protocol
          {"v":1,"type":7}                                | protocol
          {"v":1,"type":"user_message","payload":[]}      | protocol
          {"v":1,"type":"user_message","id":{}}           | protocol
          {"v":1,"type":"t","type":"t"}                   | protocol
          {"v":2,"type":"user_message"}                   | unsupported_version
          {"v":1,"type":"t","payload":{"a":1e999}}        | protocol
          {"v":1,"type":"t","payload":{"a":"\\ud800"}}    | protocol
          """)
  void saysWhatIsWrongAndClosesTheConnection(String message, String code) throws IOException {
    eve.text(message);
    assertTrue(eve.expectText("\"error\"").contains("\"code\":\"" + code + "\""));
    assertEquals(4400, eve.closeCode());
  }

  @Test
  void refusesWhatIsDeepOrHasAHugeNumber() throws IOException {
    eve.text("{\"v\":1,\"type\":\"t\",\"payload\":{\"a\":" + "[".repeat(30_000));
    assertTrue(eve.expectText("\"error\"").contains("too_large"));
    assertEquals(4400, eve.closeCode());
    try (RawClient again = RawClient.greeted(server.port(), "eve")) {
      again.text("{\"v\":1,\"type\":\"t\",\"payload\":{\"a\":" + "9".repeat(30_000) + "}}");
      assertTrue(again.expectText("\"error\"").contains("too_large"));
      assertEquals(4400, again.closeCode());
    }
  }

  @Test
  void refusesAFirstMessageThatIsNoHello() throws IOException {
    try (RawClient rude = RawClient.upgraded(server.port(), "eve")) {
      rude.text("{\"v\":1,\"type\":\"user_message\",\"payload\":{}}");
      rude.expectText("\"protocol\"");
      assertEquals(4400, rude.closeCode());
    }
  }

  @Test
  void survivesTenThousandConnectionsOfOneUser() throws IOException {
    List<RawClient> kept = new ArrayList<>();
    int refused = 0;
    for (int i = 0; i < 10_000; i++) {
      RawClient client = new RawClient(server.port());
      int status =
          client
              .request(RawClient.upgrade("Sec-WebSocket-Protocol: ssot.v1, ssot.token.eve"))
              .status();
      if (status == 101) {
        kept.add(client);
      } else {
        assertTrue(status == 429 || status == 0, () -> "Refused with " + status);
        refused++;
        client.close();
      }
    }
    HandshakeLimits handshake = limits.transport().handshake();
    assertTrue(refused > 10_000 - 2 * handshake.perAddress() - kept.size(), "Refused " + refused);
    assertTrue(server.router().census().connections() <= 1 + limits.connections().perUser());
    for (RawClient client : kept) {
      client.close();
    }
  }
}
