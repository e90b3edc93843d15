package dev.ssot.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.ssot.router.limits.ConnectionLimits;
import dev.ssot.router.limits.RouterLimits;
import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.CloseCode;
import dev.ssot.router.protocol.ConnectionId;
import dev.ssot.router.protocol.ServerFrame;
import dev.ssot.router.protocol.UserKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConnectionsTest {

  private static final ConnectionLimits LIMITS =
      new ConnectionLimits(4, 2, Duration.ofSeconds(10), Duration.ofSeconds(30));

  private final Bench bench = Bench.with(RouterLimits.standard().withConnections(LIMITS));

  @Test
  void givesAnEventToAllConnectionsOfItsUserAndToNobodyElse() {
    Bench.Line first = bench.connect(Bench.ALICE);
    Bench.Line second = bench.connect(Bench.ALICE);
    Bench.Line bob = bench.connect(Bench.BOB);
    Bench.Line namesake = bench.connect(new UserKey("globex", "alice"));
    bench.router.emit(Bench.ALICE, Bench.event("hi"));
    assertEquals(List.of(1L), first.wire().seqs());
    assertEquals(first.wire().events(), second.wire().events());
    assertEquals(List.of(), bob.wire().seqs());
    assertEquals(List.of(), namesake.wire().seqs());
  }

  @Test
  void keepsAnIdWithTheConnectionThatHasIt() {
    Bench.Line alice = bench.attach(Bench.ALICE, "k");
    alice.send(ClientMessage.hello());
    Wire thief = new Wire();
    for (UserKey user : List.of(Bench.BOB, Bench.ALICE)) {
      Attachment attempt = bench.router.attach(Handshake.of(user, new ConnectionId("k")), thief);
      assertEquals(
          Attachment.Reason.ID_TAKEN, assertInstanceOf(Attachment.Refused.class, attempt).reason());
    }
    bench.router.emit(Bench.ALICE, Bench.event("for alice"));
    bench.router.emit(Bench.BOB, Bench.event("for bob"));
    assertEquals(1, alice.wire().events().size());
    assertEquals(List.of(), thief.frames());
    assertEquals(Optional.empty(), thief.closed());
  }

  @Test
  void letsNoLateCallOfAnOldConnectionTouchANewOneWithItsId() {
    Bench.Line old = bench.attach(Bench.ALICE, "k");
    old.connection().detach();
    Bench.Line fresh = bench.attach(Bench.BOB, "k");
    fresh.send(ClientMessage.hello());
    old.connection().detach();
    old.send(ClientMessage.hello());
    bench.router.emit(Bench.BOB, Bench.event("hi"));
    assertEquals(List.of(1L), fresh.wire().seqs());
    assertEquals(List.of(), old.wire().frames());
    assertEquals(1, bench.router.census().connections());
  }

  @Test
  void replacesTheOldestConnectionOfAUserWhoHasTooMany() {
    Bench.Line first = bench.connect(Bench.ALICE);
    bench.connect(Bench.ALICE);
    Bench.Line third = bench.connect(Bench.ALICE);
    assertEquals(Optional.of(CloseCode.REPLACED), first.wire().closed());
    assertEquals(LIMITS.perUser(), bench.router.connections(Bench.ALICE).size());
    assertEquals(Optional.empty(), third.wire().closed());
  }

  @Test
  void replacesNobodyForAnIdThatIsTaken() {
    Bench.Line first = bench.attach(Bench.ALICE, "k");
    bench.attach(Bench.ALICE, "l");
    bench.router.attach(Handshake.of(Bench.ALICE, new ConnectionId("k")), new Wire());
    assertEquals(Optional.empty(), first.wire().closed());
    assertEquals(
        Set.of(new ConnectionId("k"), new ConnectionId("l")),
        bench.router.connections(Bench.ALICE));
  }

  @Test
  void refusesMoreConnectionsThanItMayHave() {
    for (int i = 0; i < LIMITS.total(); i++) {
      bench.attach(new UserKey("acme", "u" + i));
    }
    Handshake more = Handshake.of(Bench.ALICE, new ConnectionId("more"));
    Attachment attempt = bench.router.attach(more, new Wire());
    assertEquals(
        Attachment.Reason.TOO_MANY_CONNECTIONS,
        assertInstanceOf(Attachment.Refused.class, attempt).reason());
    assertEquals(LIMITS.total(), bench.router.census().connections());
  }

  @Test
  void givesThePlaceOfADetachedConnectionToAnother() {
    for (int round = 0; round < 3 * LIMITS.total(); round++) {
      bench.attach(new UserKey("acme", "u" + round)).connection().detach();
    }
    assertEquals(0, bench.router.census().connections());
  }

  @Test
  void sendsNothingBeforeHello() {
    Bench.Line line = bench.attach(Bench.ALICE);
    bench.router.emit(Bench.ALICE, Bench.event("early"));
    assertEquals(List.of(), line.wire().frames());
    line.send(ClientMessage.hello());
    bench.router.emit(Bench.ALICE, Bench.event("late"));
    assertEquals(List.of(2L), line.wire().seqs());
  }

  @Test
  void closesAConnectionThatNeverSaysHello() {
    Bench.Line line = bench.attach(Bench.ALICE);
    bench.pass(LIMITS.helloWithin());
    assertEquals(Optional.empty(), line.wire().closed());
    bench.pass(Duration.ofMillis(1));
    assertEquals(Optional.of(CloseCode.PROTOCOL), line.wire().closed());
    assertEquals(0, bench.router.census().connections());
  }

  @Test
  void closesAConnectionWhoseSessionIsOver() {
    Wire wire = new Wire();
    Connection connection = attachUntil(wire, SettableClock.START.plusSeconds(5));
    bench.pass(Duration.ofSeconds(4));
    assertEquals(Optional.empty(), wire.closed());
    connection.renew(SettableClock.START.plusSeconds(8));
    bench.pass(Duration.ofSeconds(3));
    assertEquals(Optional.empty(), wire.closed());
    bench.pass(Duration.ofSeconds(1));
    assertEquals(Optional.of(CloseCode.SESSION_OVER), wire.closed());
  }

  @Test
  void tellsTheHeadOfAnIdleStreamNowAndThen() {
    Bench.Line line = bench.connect(Bench.ALICE);
    bench.router.emit(Bench.ALICE, Bench.event("hi"));
    bench.pass(LIMITS.headEvery());
    assertEquals(List.of(), line.wire().frames(ServerFrame.Head.class));
    bench.pass(Duration.ofMillis(1));
    bench.pass(Duration.ofMillis(1));
    List<ServerFrame.Head> heads = line.wire().frames(ServerFrame.Head.class);
    assertEquals(1, heads.size());
    assertEquals(1, heads.get(0).position().seq());
  }

  @Test
  void givesUpAConnectionWhoseSendingSideThrows() {
    BrokenOutbound broken = new BrokenOutbound();
    Handshake handshake = Handshake.of(Bench.ALICE, new ConnectionId("broken"));
    Attachment attachment = bench.router.attach(handshake, broken);
    assertInstanceOf(Attachment.Attached.class, attachment)
        .connection()
        .receive(ClientMessage.hello());
    Bench.Line healthy = bench.connect(Bench.ALICE);
    bench.router.emit(Bench.ALICE, Bench.event("hi"));
    assertEquals(List.of(1L), healthy.wire().seqs());
    assertEquals(1, bench.router.census().connections());
    assertEquals(1, broken.closes);
  }

  private Connection attachUntil(Wire wire, Instant expires) {
    Handshake handshake = new Handshake(Bench.ALICE, new ConnectionId("k"), expires);
    Attachment attachment = bench.router.attach(handshake, wire);
    Connection connection = assertInstanceOf(Attachment.Attached.class, attachment).connection();
    connection.receive(ClientMessage.hello());
    return connection;
  }

  /** Throws at every frame. */
  private static final class BrokenOutbound implements Outbound {

    private int closes;

    @Override
    public boolean write(ServerFrame frame) {
      throw new IllegalStateException("broken pipe");
    }

    @Override
    public void flush() {}

    @Override
    public void close(CloseCode code, String reason) {
      closes++;
    }
  }
}
