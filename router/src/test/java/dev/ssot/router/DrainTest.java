package dev.ssot.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.router.limits.DrainLimits;
import dev.ssot.router.limits.RouterLimits;
import dev.ssot.router.protocol.CloseCode;
import dev.ssot.router.protocol.ConnectionId;
import dev.ssot.router.protocol.Emission;
import dev.ssot.router.protocol.ErrorCode;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.Refusal;
import dev.ssot.router.protocol.ServerFrame;
import dev.ssot.router.protocol.ServiceLevel;
import dev.ssot.router.run.Run;
import dev.ssot.router.run.RunPlan;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DrainTest {

  private static final DrainLimits LIMITS =
      new DrainLimits(Duration.ofSeconds(20), Duration.ofSeconds(5));

  private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();
  private final Bench bench =
      Bench.with(
          RouterLimits.standard().withDrain(LIMITS),
          Routes.builder()
              .handle(
                  "a",
                  (context, message) -> {
                    context.emit(Bench.event("from the handler"));
                    return Reply.accepted();
                  }),
          tasks::add);
  private final Bench.Line line = bench.connect(Bench.ALICE);

  @Test
  void tellsClientsAndAcceptsNothingNew() {
    bench.router.drain();
    assertEquals(ServiceLevel.DRAINING, bench.router.level());
    assertEquals(List.of("welcome", "service_status", "going_away"), line.wire().types());
    line.send(Bench.message("a", "1"));
    assertEquals(ErrorCode.DRAINING, line.wire().failure().code());
    Attachment attempt =
        bench.router.attach(Handshake.of(Bench.BOB, new ConnectionId("late")), new Wire());
    assertEquals(
        Attachment.Reason.DRAINING, assertInstanceOf(Attachment.Refused.class, attempt).reason());
  }

  @Test
  void stopsAtOnceWhenNothingIsToBeFinished() {
    bench.router.drain();
    bench.pass(Duration.ofMillis(1));
    assertEquals(ServiceLevel.STOPPED, bench.router.level());
    assertEquals(Optional.of(CloseCode.SERVICE_RESTART), line.wire().closed());
    assertEquals(0, bench.router.census().connections());
  }

  @Test
  void finishesHandlersFirst() {
    line.send(Bench.message("a", "1"));
    bench.router.drain();
    bench.pass(Duration.ofSeconds(1));
    assertEquals(Optional.empty(), line.wire().closed());
    tasks.removeFirst().run();
    bench.pass(Duration.ofMillis(1));
    assertEquals(
        List.of("welcome", "service_status", "going_away", "note", "ack"), line.wire().types());
    assertEquals(Optional.of(CloseCode.SERVICE_RESTART), line.wire().closed());
  }

  @Test
  void answersFromMemoryWhileDraining() {
    line.send(Bench.message("a", "1"));
    tasks.removeFirst().run();
    bench.router.drain();
    line.send(Bench.message("a", "1"));
    assertEquals(2, line.wire().frames(ServerFrame.Ack.class).size());
  }

  @Test
  void waitsForRunsAndEndsThemAtTheDeadline() {
    Run run = bench.router.startRun(Bench.ALICE, RunPlan.of("s", "guide"));
    run.openTool("search", Payload.empty());
    bench.router.drain();
    bench.pass(LIMITS.deadline().minusMillis(1));
    assertEquals(Optional.empty(), line.wire().closed());
    bench.pass(Duration.ofMillis(1));
    assertEquals(
        List.of("agent_started", "tool_executing", "tool_completed", "agent_completed"),
        line.wire().events().stream().map(event -> event.event().type()).toList());
    assertEquals(Optional.of(CloseCode.SERVICE_RESTART), line.wire().closed());
    assertEquals(0, bench.router.census().openRuns());
  }

  @Test
  void refusesEventsOnceItHasStopped() {
    bench.router.drain();
    bench.pass(Duration.ofMillis(1));
    Emission emission = bench.router.emit(Bench.ALICE, Bench.event("late"));
    assertEquals(Refusal.STOPPED, assertInstanceOf(Emission.Refused.class, emission).reason());
  }

  @Test
  void spreadsTheReturnOfClients() {
    Set<Long> delays = new TreeSet<>();
    Service service = new Service(LIMITS);
    for (int i = 0; i < 200; i++) {
      delays.add(service.reconnectDelay(new ConnectionId("k-" + i)).toMillis());
    }
    long within = LIMITS.reconnectWithin().toMillis();
    assertTrue(delays.stream().allMatch(delay -> delay >= 0 && delay < within));
    for (long quarter = 0; quarter < 4; quarter++) {
      long from = quarter * within / 4;
      long share = delays.stream().filter(d -> d >= from && d < from + within / 4).count();
      assertTrue(share > 25, "Only %d of 200 in quarter %d".formatted(share, quarter));
    }
  }

  @Test
  void drainsOnce() {
    bench.router.drain();
    bench.router.drain();
    assertEquals(1, line.wire().frames(ServerFrame.GoingAway.class).size());
  }

  @Test
  void doesNotWaitForAReaderThatReadsNothing() {
    line.wire().capacity(1);
    bench.router.emit(Bench.ALICE, Bench.event("a"));
    bench.router.emit(Bench.ALICE, Bench.event("b"));
    bench.router.drain();
    bench.pass(Duration.ofMillis(1));
    assertEquals(Optional.of(CloseCode.SERVICE_RESTART), line.wire().closed());
    assertFalse(line.wire().breach().isPresent(), () -> line.wire().breach().toString());
  }
}
