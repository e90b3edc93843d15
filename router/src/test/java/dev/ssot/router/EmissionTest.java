package dev.ssot.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.router.limits.RouterLimits;
import dev.ssot.router.protocol.CloseCode;
import dev.ssot.router.protocol.Emission;
import dev.ssot.router.protocol.Event;
import dev.ssot.router.protocol.EventClass;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.Refusal;
import dev.ssot.router.protocol.ServerFrame;
import dev.ssot.router.run.RunPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmissionTest {

  private final List<FailingLog> logs = new ArrayList<>();
  private final Bench bench =
      Bench.withLog(
          log -> {
            FailingLog failing = new FailingLog(log);
            logs.add(failing);
            return failing;
          });

  @Test
  void saysToHowManyConnectionsAnEventGoes() {
    bench.connect(Bench.ALICE);
    bench.connect(Bench.ALICE);
    bench.attach(Bench.ALICE);
    bench.connect(Bench.BOB);
    Emission.Delivered delivered = assertInstanceOf(Emission.Delivered.class, emit());
    assertEquals(2, delivered.connections());
    assertEquals(1, delivered.position().seq());
  }

  @Test
  void saysThatAnEventIsLoggedForLater() {
    Emission.Logged logged = assertInstanceOf(Emission.Logged.class, emit());
    assertEquals(1, logged.position().seq());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ack", "hello", "agent_started", "agent_completed", "tool_completed"})
  void refusesTypesOfTheProtocol(String type) {
    Emission emission =
        bench.router.emit(Bench.ALICE, Event.of(type, EventClass.CRITICAL, Payload.empty()));
    assertRefused(Refusal.RESERVED_TYPE, emission);
    assertEquals(0, bench.memory.bytes());
  }

  @Test
  void refusesAnEventThatIsTooLarge() {
    int most = RouterLimits.standard().inbound().messages().eventBytes();
    assertTrue(emit(Payload.of(Map.of("a", "x".repeat(most - 8)))).accepted());
    assertRefused(Refusal.TOO_LARGE, emit(Payload.of(Map.of("a", "x".repeat(most - 7)))));
  }

  @Test
  void refusesWhileTheLogIsAwayAndLeavesNoGap() {
    Bench.Line line = bench.connect(Bench.ALICE);
    emit();
    log().mode(FailingLog.Mode.AWAY);
    assertRefused(Refusal.LOG_UNAVAILABLE, emit());
    bench.pass(Duration.ofMillis(1));
    log().mode(FailingLog.Mode.REFUSES);
    assertRefused(Refusal.LOG_UNAVAILABLE, emit());
    log().mode(FailingLog.Mode.WORKS);
    bench.pass(Duration.ofMillis(1));
    emit();
    assertEquals(List.of(1L, 2L), line.wire().seqs());
  }

  @Test
  void countsAnEventThatTheLogStoredAlthoughItFailed() {
    Bench.Line line = bench.connect(Bench.ALICE);
    log().mode(FailingLog.Mode.STORES_AND_FAILS);
    assertInstanceOf(Emission.Delivered.class, emit());
    log().mode(FailingLog.Mode.WORKS);
    emit();
    assertEquals(List.of(1L, 2L), line.wire().seqs());
  }

  @Test
  void refusesARunWhileTheLogIsAway() {
    log().mode(FailingLog.Mode.AWAY);
    assertRefused(
        Refusal.LOG_UNAVAILABLE,
        bench.router.startRun(Bench.ALICE, RunPlan.of("s", "guide")).started());
    assertEquals(0, bench.router.census().openRuns());
  }

  @Test
  void keepsEverythingOverATickWhileTheLogIsAway() {
    Bench.Line line = bench.connect(Bench.ALICE);
    emit();
    log().mode(FailingLog.Mode.AWAY);
    bench.pass(Duration.ofSeconds(1));
    log().mode(FailingLog.Mode.WORKS);
    bench.pass(Duration.ofSeconds(1));
    emit();
    assertEquals(List.of(1L, 2L), line.wire().seqs());
  }

  @Test
  void sendsEverybodyAwayWhenTheStreamHasBegunAnew() {
    Bench.Line line = bench.connect(Bench.ALICE);
    log().mode(FailingLog.Mode.AWAY);
    emit();
    bench.pass(Duration.ofMillis(1));
    log().mode(FailingLog.Mode.WORKS);
    bench.memory.release(Bench.ALICE);
    bench.pass(Duration.ofMillis(1));
    assertInstanceOf(Emission.Logged.class, emit());
    assertEquals(Optional.of(CloseCode.SERVICE_RESTART), line.wire().closed());
    assertEquals(List.of(), line.wire().frames(ServerFrame.OfEvent.class));
  }

  private FailingLog log() {
    return logs.get(0);
  }

  private Emission emit() {
    return bench.router.emit(Bench.ALICE, Bench.event("e"));
  }

  private Emission emit(Payload payload) {
    return bench.router.emit(Bench.ALICE, Event.of("note", EventClass.CRITICAL, payload));
  }

  private static void assertRefused(Refusal reason, Emission emission) {
    assertEquals(
        reason, assertInstanceOf(Emission.Refused.class, emission).reason(), emission.toString());
  }
}
