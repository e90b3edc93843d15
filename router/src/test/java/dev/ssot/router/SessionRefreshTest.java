package dev.ssot.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.ssot.router.limits.RouterLimits;
import dev.ssot.router.log.InMemoryEventLog;
import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.CloseCode;
import dev.ssot.router.protocol.ConnectionId;
import dev.ssot.router.protocol.ErrorCode;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.ServerFrame;
import dev.ssot.router.protocol.UserKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionRefreshTest {

  private static final Instant END = SettableClock.START.plusSeconds(10);
  private static final RouterLimits LIMITS = RouterLimits.standard();

  private final SettableClock clock = new SettableClock();
  private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();
  private final MessageRouter router =
      MessageRouter.builder(LIMITS, clock, new InMemoryEventLog(LIMITS.log(), "t"), tasks::add)
          .routes(Routes.builder().handle("a", (context, message) -> Reply.accepted()).build())
          .sessions(SessionRefreshTest::verify)
          .build();
  private final Wire wire = new Wire();
  private final Connection connection = attach();

  @Test
  void extendsTheSessionOfWhoProvesHimselfAgain() {
    auth("a-1", "alice until 20");
    pass(Duration.ofSeconds(15));
    assertEquals(Optional.empty(), wire.closed());
    assertEquals(List.of("welcome", "ack"), wire.types());
    pass(Duration.ofSeconds(5));
    assertEquals(Optional.of(CloseCode.SESSION_OVER), wire.closed());
  }

  @Test
  void keepsTheOldEndWhenNothingIsProved() {
    auth("a-1", "nonsense");
    assertEquals(ErrorCode.REJECTED, wire.failure().code());
    pass(Duration.ofSeconds(10));
    assertEquals(Optional.of(CloseCode.SESSION_OVER), wire.closed());
  }

  @Test
  void neverBecomesAnotherUsersConnection() {
    auth("a-1", "mallory until 20");
    assertEquals(ErrorCode.REJECTED, wire.failure().code());
    assertEquals(Bench.ALICE, connection.user());
    pass(Duration.ofSeconds(10));
    assertEquals(Optional.of(CloseCode.SESSION_OVER), wire.closed());
  }

  @Test
  void takesNoTokenThatIsOver() {
    pass(Duration.ofSeconds(6));
    auth("a-1", "alice until 6");
    assertEquals(ErrorCode.REJECTED, wire.failure().code());
    assertEquals(Optional.empty(), wire.closed());
  }

  @Test
  void keepsNoTokenOfAVerifierThatFails() {
    auth("a-1", "boom");
    assertEquals(ErrorCode.HANDLER_FAILED, wire.failure().code());
    assertFalse(router.deadLetters().get(0).toString().contains("boom"));
  }

  @Test
  void isNotHeldUpByMessagesThatWait() {
    connection.receive(Bench.message("a", "c-1"));
    connection.receive(token("a-1", "alice until 20"));
    tasks.removeLast().run();
    assertEquals(List.of("a-1"), acks());
    work();
    assertEquals(List.of("a-1", "c-1"), acks());
  }

  @Test
  void handlesNothingOnceTheSessionIsOverEvenBeforeTheTick() {
    clock.advance(Duration.ofSeconds(10));
    auth("a-1", "alice until 20");
    assertEquals(List.of("welcome"), wire.types());
    assertEquals(Optional.of(CloseCode.SESSION_OVER), wire.closed());
  }

  @Test
  void sendsNoEventOnceTheSessionIsOverEvenBeforeTheTick() {
    clock.advance(Duration.ofSeconds(10));
    router.emit(Bench.ALICE, Bench.event("secret"));
    assertEquals(List.of("welcome"), wire.types());
    assertEquals(Optional.of(CloseCode.SESSION_OVER), wire.closed());
  }

  @Test
  void saysSoWhereSessionsAreNotRefreshed() {
    Bench.Line line = Bench.with(LIMITS).connect(Bench.ALICE);
    line.send(token("a-1", "alice until 20"));
    assertEquals(ErrorCode.UNKNOWN_TYPE, line.wire().failure().code());
  }

  /** A token is "who until seconds" in clear. */
  private static Optional<SessionRefresh.Proof> verify(Payload payload) {
    String token = payload.text("token").orElse("");
    if (token.equals("boom")) {
      throw new IllegalStateException("broken by the token");
    }
    List<String> parts = List.of(token.split(" ", -1));
    return parts.size() < 3
        ? Optional.empty()
        : Optional.of(
            new SessionRefresh.Proof(
                new UserKey("acme", parts.get(0)),
                SettableClock.START.plusSeconds(Long.parseLong(parts.get(2)))));
  }

  private Connection attach() {
    Handshake handshake = new Handshake(Bench.ALICE, new ConnectionId("k"), END);
    Attachment attachment = router.attach(handshake, wire);
    Connection attached = assertInstanceOf(Attachment.Attached.class, attachment).connection();
    attached.receive(ClientMessage.hello());
    return attached;
  }

  private void auth(String id, String token) {
    connection.receive(token(id, token));
    work();
  }

  private void work() {
    while (!tasks.isEmpty()) {
      tasks.removeFirst().run();
    }
  }

  private void pass(Duration time) {
    router.tick(clock.advance(time));
  }

  private List<String> acks() {
    return wire.frames(ServerFrame.Ack.class).stream().map(ServerFrame.Ack::id).toList();
  }

  private static ClientMessage token(String id, String token) {
    return ClientMessage.of("auth", id, Payload.of(Map.of("token", token)));
  }
}
