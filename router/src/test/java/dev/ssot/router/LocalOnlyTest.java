package dev.ssot.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.router.limits.LogLimits;
import dev.ssot.router.limits.RouterLimits;
import dev.ssot.router.log.EventLog;
import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.Emission;
import dev.ssot.router.protocol.ErrorCode;
import dev.ssot.router.protocol.Refusal;
import dev.ssot.router.protocol.Resumption;
import dev.ssot.router.protocol.ServerFrame;
import dev.ssot.router.protocol.ServiceLevel;
import dev.ssot.router.protocol.StreamPosition;
import dev.ssot.router.protocol.UserKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What goes on while the log is away, and that all goes on when it is back. */
class LocalOnlyTest {

  private static final Duration TICK = Duration.ofMillis(100);

  private final List<FailingLog> logs = new ArrayList<>();
  private final Bench bench =
      Bench.withLog(
          RouterLimits.standard(),
          Routes.builder()
              .handle(
                  "emits",
                  (context, message) ->
                      context.emit(Bench.event("e")).accepted()
                          ? Reply.accepted()
                          : Reply.rejected("The event is refused")),
          this::failing);
  private final FailingLog log = logs.get(0);

  @Test
  void tellsClientsThatTheLogIsAwayAndThatItIsBack() {
    Bench.Line line = bench.connect(Bench.ALICE);
    log.mode(FailingLog.Mode.AWAY);
    bench.pass(TICK);
    bench.pass(TICK);
    assertEquals(ServiceLevel.LOCAL_ONLY, bench.router.level());
    log.mode(FailingLog.Mode.WORKS);
    bench.pass(TICK);
    bench.pass(TICK);
    assertEquals(ServiceLevel.FULL, bench.router.level());
    assertEquals(List.of("welcome", "service_status", "service_status"), line.wire().types());
    assertEquals(
        List.of("local-only", "full"),
        line.wire().frames(ServerFrame.ServiceStatus.class).stream()
            .map(status -> status.level().label())
            .toList());
    assertTrue(emit().accepted());
  }

  @Test
  void answersHelloWhenTheLogIsBackAndKeepsTheConnection() {
    Bench.Line first = bench.connect(Bench.ALICE);
    emit();
    StreamPosition seen = first.wire().events().get(0).position();
    first.connection().detach();
    emit();
    goAway();
    Bench.Line second = bench.resume(Bench.ALICE, seen);
    second.send(Bench.message("ping", ""));
    bench.pass(bench.limits.connections().helloWithin().plus(TICK));
    assertEquals(List.of("service_status", "pong"), second.wire().types());
    log.mode(FailingLog.Mode.WORKS);
    bench.pass(TICK);
    assertEquals(Resumption.RESUMED, second.wire().welcome().resumption());
    assertEquals(List.of(2L), second.wire().seqs());
  }

  @Test
  void refusesASecondHelloAlsoWhileTheFirstWaits() {
    goAway();
    Bench.Line line = bench.connect(Bench.ALICE);
    line.send(ClientMessage.hello());
    assertEquals(ErrorCode.PROTOCOL, line.wire().failure().code());
    assertTrue(line.wire().closed().isPresent());
  }

  @Test
  void handlesMessagesWhileTheLogIsAway() {
    goAway();
    Bench.Line line = bench.connect(Bench.ALICE);
    line.send(Bench.message("emits", "c-1"));
    assertEquals(ErrorCode.REJECTED, line.wire().failure().code());
  }

  @Test
  void letsASlowReaderWaitForTheLogAndGoOn() {
    Bench.Line line = bench.connect(Bench.ALICE);
    line.wire().capacity(1);
    for (int i = 0; i < 5; i++) {
      emit();
    }
    goAway();
    line.reopen(100);
    assertEquals(List.of(1L), line.wire().seqs());
    assertEquals(Optional.empty(), line.wire().closed());
    log.mode(FailingLog.Mode.WORKS);
    bench.pass(TICK);
    assertEquals(List.of(1L, 2L, 3L, 4L, 5L), line.wire().seqs());
  }

  @Test
  void asksALogThatIsAwayOnceATick() {
    for (int i = 0; i < 50; i++) {
      bench.connect(new UserKey("acme", "u" + i));
    }
    goAway();
    int before = log.calls();
    bench.pass(TICK);
    emit();
    bench.router.emit(Bench.BOB, Bench.event("e"));
    assertEquals(1, log.calls() - before);
  }

  @Test
  void countsALogThatTakesNoEventsAsAwayUntilItHasTakenOne() {
    Bench.Line line = bench.connect(Bench.ALICE);
    log.mode(FailingLog.Mode.REFUSES);
    emit();
    bench.pass(TICK);
    assertEquals(ServiceLevel.LOCAL_ONLY, bench.router.level());
    log.mode(FailingLog.Mode.WORKS);
    emit();
    bench.pass(TICK);
    assertEquals(ServiceLevel.FULL, bench.router.level());
    assertEquals(List.of(1L), line.wire().seqs());
  }

  @Test
  void takesAFullLogForNoOutage() {
    RouterLimits limits = RouterLimits.standard();
    LogLimits small = new LogLimits(512, 256 << 10, Duration.ofMinutes(1), 256 << 10);
    Bench full = Bench.with(limits.withLog(small));
    full.router.emit(Bench.ALICE, Bench.event("x".repeat(200 << 10)));
    String text = "x".repeat(100 << 10);
    Emission refused = full.router.emit(Bench.BOB, Bench.event(text));
    assertEquals(
        Refusal.LOG_UNAVAILABLE, assertInstanceOf(Emission.Refused.class, refused).reason());
    full.pass(TICK);
    assertEquals(ServiceLevel.FULL, full.router.level());
  }

  @Test
  void drainsWhileTheLogIsAway() {
    Bench.Line line = bench.connect(Bench.ALICE);
    goAway();
    bench.router.drain();
    bench.pass(TICK);
    assertEquals(ServiceLevel.STOPPED, bench.router.level());
    assertTrue(line.wire().closed().isPresent());
  }

  @Test
  @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void keepsAUserWhomTheLogDoesNotRelease() {
    log.mode(FailingLog.Mode.NEVER_RELEASES);
    bench.connect(Bench.ALICE).connection().detach();
    bench.pass(bench.limits.log().age().plus(TICK));
    assertInstanceOf(Emission.Refused.class, emit());
    assertEquals(1, bench.router.census().users());
    log.mode(FailingLog.Mode.WORKS);
    bench.pass(TICK);
    assertEquals(0, bench.router.census().users());
  }

  private FailingLog failing(EventLog memory) {
    logs.add(new FailingLog(memory));
    return logs.get(0);
  }

  private Emission emit() {
    return bench.router.emit(Bench.ALICE, Bench.event("e"));
  }

  private void goAway() {
    log.mode(FailingLog.Mode.AWAY);
    bench.connect(new UserKey("acme", "witness"));
    bench.pass(TICK);
    assertEquals(ServiceLevel.LOCAL_ONLY, bench.router.level());
  }
}
