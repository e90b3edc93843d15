package dev.ssot.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.ssot.router.limits.RouterLimits;
import dev.ssot.router.protocol.ConnectionId;
import dev.ssot.router.protocol.Emission;
import dev.ssot.router.protocol.Event;
import dev.ssot.router.protocol.EventClass;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.Refusal;
import dev.ssot.router.protocol.ServerFrame;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Events for one connection. */
class DirectSendTest {

  private static final Event HINT =
      Event.of("hint", EventClass.EPHEMERAL, Payload.of(Map.of("text", "psst")));

  private final Bench bench =
      Bench.with(
          Routes.builder()
              .handle(
                  "asks",
                  (context, message) -> {
                    context.send(HINT);
                    return Reply.accepted();
                  }));
  private final Bench.Line first = bench.connect(Bench.ALICE);
  private final Bench.Line second = bench.connect(Bench.ALICE);

  @Test
  void reachesOneConnectionAndLeavesTheStreamAlone() {
    assertInstanceOf(
        Emission.Sent.class, bench.router.send(Bench.ALICE, second.connection().id(), HINT));
    bench.router.emit(Bench.ALICE, Bench.event("e"));
    assertEquals(List.of("welcome", "note"), first.wire().types());
    assertEquals(List.of("welcome", "hint", "note"), second.wire().types());
    assertEquals(List.of(1L), second.wire().seqs());
  }

  @Test
  void letsAHandlerAnswerTheConnectionThatAsked() {
    first.send(Bench.message("asks", "c-1"));
    assertEquals(List.of("welcome", "hint", "ack"), first.wire().types());
    assertEquals(List.of("welcome"), second.wire().types());
  }

  @Test
  void reachesNoConnectionOfAnotherUser() {
    Bench.Line bob = bench.connect(Bench.BOB);
    ConnectionId id = bob.connection().id();
    assertRefused(Refusal.NO_SUCH_CONNECTION, bench.router.send(Bench.ALICE, id, HINT));
    assertEquals(List.of("welcome"), bob.wire().types());
  }

  @Test
  void saysThatNobodyListens() {
    ConnectionId silent = bench.attach(Bench.ALICE).connection().id();
    assertRefused(Refusal.NO_SUCH_CONNECTION, bench.router.send(Bench.ALICE, silent, HINT));
    assertRefused(
        Refusal.NO_SUCH_CONNECTION, bench.router.send(Bench.BOB, new ConnectionId("none"), HINT));
    assertEquals(1, bench.router.census().users());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EPHEMERAL")
  void refusesWhatMustBeInTheStream(EventClass eventClass) {
    Event lasting = Event.of("hint", eventClass, Payload.empty());
    assertRefused(
        Refusal.NOT_EPHEMERAL, bench.router.send(Bench.ALICE, first.connection().id(), lasting));
  }

  @Test
  void refusesTypesOfTheProtocol() {
    Event ack = Event.of("ack", EventClass.EPHEMERAL, Payload.empty());
    assertRefused(
        Refusal.RESERVED_TYPE, bench.router.send(Bench.ALICE, first.connection().id(), ack));
  }

  @Test
  void refusesMoreThanAReaderTakesAndKeepsHim() {
    first.wire().capacity(1);
    bench.router.emit(Bench.ALICE, Bench.event("fills"));
    int most = RouterLimits.standard().queue().controls();
    for (int i = 0; i < most; i++) {
      assertInstanceOf(
          Emission.Sent.class, bench.router.send(Bench.ALICE, first.connection().id(), HINT));
    }
    assertRefused(
        Refusal.READER_TOO_SLOW, bench.router.send(Bench.ALICE, first.connection().id(), HINT));
    assertEquals(Optional.empty(), first.wire().closed());
    first.reopen(Integer.MAX_VALUE);
    assertEquals(most, first.wire().frames(ServerFrame.Direct.class).size());
  }

  private static void assertRefused(Refusal reason, Emission emission) {
    assertEquals(reason, assertInstanceOf(Emission.Refused.class, emission).reason());
  }
}
