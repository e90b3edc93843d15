package dev.ssot.router.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.router.Handler;
import dev.ssot.router.Reply;
import dev.ssot.router.Routes;
import dev.ssot.router.limits.QueueLimits;
import dev.ssot.router.limits.Rate;
import dev.ssot.router.limits.RateLimits;
import dev.ssot.router.limits.RouterLimits;
import dev.ssot.router.limits.SocketLimits;
import dev.ssot.router.limits.TransportLimits;
import dev.ssot.router.protocol.Event;
import dev.ssot.router.protocol.EventClass;
import dev.ssot.router.protocol.Payload;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A router behind real sockets. */
class RouterServerTest {

  private static final int PATIENCE_MILLIS = 20_000;

  private final List<AutoCloseable> open = new ArrayList<>();
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

  @AfterEach
  void closeAll() throws Exception {
    for (int i = open.size() - 1; i >= 0; i--) {
      open.get(i).close();
    }
  }

  @Test
  void carriesAMessageToItsAnswer() throws IOException {
    RouterServer server = keep(TestServers.start(RouterLimits.standard()));
    RawClient alice = keep(RawClient.greeted(server.port(), "alice"));
    RawClient bob = keep(RawClient.greeted(server.port(), "bob"));
    alice.text(message("user_message", "c-1", "{\"q\":\"weather\"}"));
    List<String> types = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      types.add(type(alice.read().text()));
    }
    assertTrue(types.remove("ack"), types::toString);
    assertEquals(
        List.of("agent_started", "tool_executing", "tool_completed", "agent_completed"), types);
    bob.text(message("ping", "", "{}"));
    bob.expectText("\"pong\"");
  }

  @Test
  void whatAHandlerEmitsIsSentWhileItWaits() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    Handler waiting =
        (context, message) -> {
          context.emit(Event.of("note", EventClass.CRITICAL, Payload.empty()));
          gate.await();
          return Reply.accepted();
        };
    Routes routes = Routes.builder().handle("wait", waiting).build();
    RouterServer server = keep(TestServers.builder(RouterLimits.standard()).routes(routes).start());
    RawClient alice = keep(RawClient.greeted(server.port(), "alice"));
    alice.text(message("wait", "c-1", "{}"));
    alice.expectText("\"note\"");
    gate.countDown();
    alice.expectText("\"ack\"");
  }

  @Test
  void whoeverIsConnectedSeesTheEndOfAServerThatIsClosed() throws Exception {
    for (int round = 0; round < 10; round++) {
      List<java.net.Socket> sockets = new ArrayList<>();
      try (RouterServer server = TestServers.start(RouterLimits.standard())) {
        for (int i = 0; i < 8; i++) {
          sockets.add(new java.net.Socket(InetAddress.getLoopbackAddress(), server.port()));
        }
        RawClient.greeted(server.port(), "alice").close();
      }
      for (java.net.Socket socket : sockets) {
        socket.setSoTimeout(PATIENCE_MILLIS);
        assertTrue(isOver(socket));
        socket.close();
      }
    }
  }

  @Test
  void tellsTheSenderOfABrokenHandler() throws IOException {
    RouterServer server = keep(TestServers.start(RouterLimits.standard()));
    RawClient alice = keep(RawClient.greeted(server.port(), "alice"));
    alice.text(message("break", "c-1", "{}"));
    assertTrue(alice.expectText("\"error\"").contains("handler_failed"));
    assertEquals(1, server.router().deadLetters().size());
  }

  @Test
  void refusesAMessageInTheNameOfAnother() throws IOException {
    RouterServer server = keep(TestServers.start(RouterLimits.standard()));
    RawClient alice = keep(RawClient.greeted(server.port(), "alice"));
    alice.text(
        "{\"v\":1,\"type\":\"user_message\",\"id\":\"c\",\"user_id\":\"bob\",\"payload\":{}}");
    assertTrue(alice.expectText("\"error\"").contains("identity_mismatch"));
    alice.text(message("user_message", "d", "{\"user_id\":\"bob\"}"));
    assertTrue(alice.expectText("\"error\"").contains("identity_mismatch"));
  }

  @Test
  void closesASessionWhenItsTokenEnds() throws IOException {
    RouterServer server = clocked();
    RawClient alice = keep(RawClient.greeted(server.port(), "alice.ttl20"));
    RawClient bob = keep(RawClient.greeted(server.port(), "bob.ttl90"));
    pass(20);
    assertEquals(4401, alice.closeCode());
    bob.text(message("ping", "", "{}"));
    bob.expectText("\"pong\"");
  }

  @Test
  void movesTheEndOfASessionWithAFreshToken() throws IOException {
    RouterServer server = clocked();
    RawClient alice = keep(RawClient.greeted(server.port(), "alice.ttl20"));
    RawClient witness = keep(RawClient.greeted(server.port(), "bob.ttl20"));
    alice.text(message("auth", "a-1", "{\"token\":\"alice\"}"));
    alice.expectText("\"ack\"");
    pass(20);
    assertEquals(4401, witness.closeCode());
    alice.text(message("ping", "", "{}"));
    alice.expectText("\"pong\"");
  }

  @Test
  void movesNothingWithATokenOfAnotherUserOrABadOne() throws IOException {
    RouterServer server = clocked();
    RawClient alice = keep(RawClient.greeted(server.port(), "alice.ttl20"));
    for (String token : List.of("bob", "bad", "")) {
      alice.text(message("auth", "a" + token, "{\"token\":\"" + token + "\"}"));
      assertTrue(alice.expectText("\"error\"").contains("\"rejected\""));
    }
    pass(20);
    assertEquals(4401, alice.closeCode());
  }

  @Test
  void replacesTheOldestConnectionOfAUser() throws IOException {
    RouterServer server = keep(TestServers.start(RouterLimits.standard()));
    RawClient oldest = keep(RawClient.greeted(server.port(), "alice"));
    for (int i = 0; i < RouterLimits.standard().connections().perUser(); i++) {
      keep(RawClient.greeted(server.port(), "alice"));
    }
    assertEquals(4409, oldest.closeCode());
  }

  @Test
  void closesAClientThatSendsTooFast() throws IOException {
    RouterLimits limits = RouterLimits.standard();
    RateLimits slow = new RateLimits(new Rate(5, 1), new Rate(5, 1), new Rate(20, 1));
    RouterServer server =
        keep(TestServers.start(limits.withInbound(limits.inbound().withRates(slow))));
    RawClient alice = keep(RawClient.greeted(server.port(), "alice"));
    ByteBuffer flood = ByteBuffer.allocate(1 << 14);
    for (int i = 0; i < 200; i++) {
      flood.put(RawClient.text(0x81, message("ping", "", "{}")));
    }
    alice.send(Arrays.copyOf(flood.array(), flood.position()));
    assertEquals(4429, alice.closeCode());
  }

  /** Sends its next message as soon as the last is answered: most are refused, some let through. */
  @Test
  void closesAClientThatStaysAboveItsRate() throws IOException {
    RouterLimits limits = RouterLimits.standard();
    Rate rate = new Rate(5, 200);
    RateLimits rates = new RateLimits(rate, rate, new Rate(500, 1));
    RouterServer server =
        keep(TestServers.start(limits.withInbound(limits.inbound().withRates(rates))));
    RawClient alice = keep(RawClient.greeted(server.port(), "alice"));
    int refused = 0;
    while (refused < 500) {
      alice.text(message("ping", "", "{}"));
      refused += alice.expectText("\"type\":").contains("rate_limited") ? 1 : 0;
    }
    assertEquals(4429, alice.closeCode());
  }

  @Test
  void forgetsAConnectionThatIsCut() throws IOException {
    RouterServer server = keep(TestServers.start(RouterLimits.standard()));
    RawClient.greeted(server.port(), "alice").close();
    while (server.router().census().connections() > 0) {
      Thread.onSpinWait();
    }
  }

  @Test
  void sendsEverybodyAwayWhenItDrains() throws Exception {
    RouterServer server = keep(TestServers.start(RouterLimits.standard()));
    RawClient alice = keep(RawClient.greeted(server.port(), "alice"));
    assertTrue(server.drain());
    alice.expectText("service_status");
    alice.expectText("going_away");
    assertEquals(1012, alice.closeCode());
  }

  /** What a reader that never reads holds stays within its share, and it is cut off in the end. */
  @Test
  void cutsOffAReaderThatNeverReadsAndServesTheOthers() throws Exception {
    RouterServer server = keep(TestServers.start(stallLimits()));
    RawClient stalled = keep(RawClient.greeted(server.port(), "alice"));
    RawClient bob = keep(RawClient.greeted(server.port(), "bob"));
    Event large =
        Event.of("note", EventClass.CRITICAL, Payload.of(Map.of("text", "x".repeat(30_000))));
    long most = 0;
    while (!server.router().connections(TestTokens.ALICE).isEmpty()) {
      server.router().emit(TestTokens.ALICE, large);
      server.router().emit(TestTokens.BOB, Event.of("note", EventClass.CRITICAL, Payload.empty()));
      bob.expectText("\"note\"");
      most = Math.max(most, server.unsentBytes());
    }
    assertTrue(most < 300_000, "Unsent: " + most);
    while (server.unsentBytes() > 0) {
      Thread.onSpinWait();
    }
    assertFalse(stalled.read().first() == -1);
  }

  /** With no room in common, a socket still gets one frame after the other. */
  @Test
  void servesAReaderThatReadsWhenAllSocketsTogetherHoldTooMuch() throws Exception {
    TransportLimits transport = RouterLimits.standard().transport();
    SocketLimits standard = transport.sockets();
    SocketLimits tight =
        new SocketLimits(
            standard.pingEvery(),
            standard.idle(),
            standard.closeWithin(),
            standard.unsentBytes(),
            1,
            standard.controlFrames(),
            standard.fragments(),
            standard.compressFrom());
    RouterServer server =
        keep(
            TestServers.start(RouterLimits.standard().withTransport(transport.withSockets(tight))));
    RawClient alice = keep(RawClient.greeted(server.port(), "alice"));
    for (int i = 0; i < 100; i++) {
      server
          .router()
          .emit(
              TestTokens.ALICE, Event.of("note", EventClass.CRITICAL, Payload.of(Map.of("n", i))));
    }
    for (int i = 0; i < 100; i++) {
      alice.expectText("\"n\":" + i + "}");
    }
  }

  private RouterServer clocked() {
    return keep(TestServers.builder(RouterLimits.standard()).clock(now::get).start());
  }

  private void pass(long seconds) {
    now.updateAndGet(before -> before.plusSeconds(seconds));
  }

  private static RouterLimits stallLimits() {
    RouterLimits limits = RouterLimits.standard();
    return limits.withQueue(new QueueLimits(50, 1 << 20, 256, Duration.ofMillis(500), 40, 4));
  }

  private static String message(String type, String id, String payload) {
    String named = id.isEmpty() ? "" : "\"id\":\"" + id + "\",";
    return "{\"v\":1," + named + "\"type\":\"" + type + "\",\"payload\":" + payload + "}";
  }

  private static String type(String frame) {
    int start = frame.indexOf("\"type\":\"") + 8;
    return frame.substring(start, frame.indexOf('"', start));
  }

  private <C extends AutoCloseable> C keep(C closeable) {
    open.add(closeable);
    return closeable;
  }

  /** Whether the other side has ended the connection, by its end of the stream or by a reset. */
  private static boolean isOver(java.net.Socket socket) throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketException reset) {
      return true;
    }
  }
}
