package dev.ssot.router;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ssot.router.limits.HandlerLimits;
import dev.ssot.router.limits.RouterLimits;
import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.ErrorCode;
import dev.ssot.router.protocol.ServerFrame;
import dev.ssot.router.protocol.UserKey;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class HandlerLimitsTest {

  private static final UserKey STRANGER = new UserKey("globex", "carol");
  private static final HandlerLimits LIMITS =
      new HandlerLimits(1, 4, Duration.ofSeconds(5), 3, Duration.ofSeconds(10));

  private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();
  private final List<String> handled = new ArrayList<>();
  private final List<Runnable> duringHandling = new ArrayList<>();
  private boolean broken;
  private boolean executorFull;
  private final Bench bench =
      Bench.with(
          RouterLimits.standard()
              .withInbound(RouterLimits.standard().inbound().withHandlers(LIMITS)),
          Routes.builder().handle("a", this::handle).handle("b", this::handle),
          this::execute);

  @Test
  void refusesWhatAHandlerHasNoRoomForAndOnlyForItsTenant() {
    Bench.Line alice = bench.connect(Bench.ALICE);
    Bench.Line bob = bench.connect(Bench.BOB);
    Bench.Line carol = bench.connect(STRANGER);
    alice.send(Bench.message("a", "1"));
    bob.send(Bench.message("a", "2"));
    carol.send(Bench.message("a", "3"));
    duringHandling.add(this::work);
    work();
    assertEquals(List.of("1"), acks(alice));
    assertEquals(ErrorCode.OVERLOADED, bob.wire().failure().code());
    assertEquals(List.of("3"), acks(carol));
  }

  @Test
  void givesAHandlerThatFailsARestForItsTenantOnly() {
    Bench.Line alice = bench.connect(Bench.ALICE);
    broken = true;
    failUntilOpen(alice);
    broken = false;
    assertEquals(ErrorCode.HANDLER_UNAVAILABLE, outcome(alice, "a", "next"));
    assertEquals(List.of("1", "2", "3"), handled);
    Bench.Line bob = bench.connect(Bench.BOB);
    assertEquals(ErrorCode.HANDLER_UNAVAILABLE, outcome(bob, "a", "b-1"));
    send(alice, "b", "other handler");
    send(bench.connect(STRANGER), "a", "other tenant");
    assertEquals(List.of("1", "2", "3", "other handler", "other tenant"), handled);
  }

  @Test
  void triesABrokenHandlerOnceAfterItsRest() {
    Bench.Line alice = bench.connect(Bench.ALICE);
    broken = true;
    failUntilOpen(alice);
    bench.clock.advance(LIMITS.openFor().minusMillis(1));
    assertEquals(ErrorCode.HANDLER_UNAVAILABLE, outcome(alice, "a", "4"));
    bench.clock.advance(Duration.ofMillis(1));
    assertEquals(ErrorCode.HANDLER_FAILED, outcome(alice, "a", "4"));
    assertEquals(ErrorCode.HANDLER_UNAVAILABLE, outcome(alice, "a", "5"));
    broken = false;
    bench.clock.advance(LIMITS.openFor());
    send(alice, "a", "5");
    send(alice, "a", "6");
    assertEquals(List.of("5", "6"), acks(alice));
  }

  @Test
  void countsOnlyFailuresInARow() {
    Bench.Line alice = bench.connect(Bench.ALICE);
    for (int i = 0; i < 5; i++) {
      broken = true;
      send(alice, "a", i + "x");
      send(alice, "a", i + "y");
      broken = false;
      send(alice, "a", i + "z");
    }
    assertEquals(List.of("0z", "1z", "2z", "3z", "4z"), acks(alice));
  }

  @Test
  void tellsTheSenderThatAHandlerDoesNotAnswerAndIgnoresItsLateReply() {
    Bench.Line alice = bench.connect(Bench.ALICE);
    alice.send(Bench.message("a", "1"));
    duringHandling.add(
        () -> {
          bench.pass(LIMITS.deadline());
          assertEquals(List.of("welcome"), alice.wire().types());
          bench.pass(Duration.ofMillis(1));
          assertEquals(ErrorCode.HANDLER_TIMED_OUT, alice.wire().failure().code());
          assertEquals(1, bench.router.census().inFlight());
        });
    work();
    assertEquals(List.of(), acks(alice));
    assertEquals(0, bench.router.census().inFlight());
    assertEquals(1, bench.router.deadLetters().size());
  }

  @Test
  void countsTheDeadlineFromTheMessagesTurn() {
    Bench.Line alice = bench.connect(Bench.ALICE);
    alice.send(Bench.message("a", "1"));
    alice.send(Bench.message("b", "2"));
    bench.pass(LIMITS.deadline());
    tasks.removeFirst().run();
    bench.pass(LIMITS.deadline());
    work();
    assertEquals(List.of("1", "2"), acks(alice));
  }

  @Test
  void goesOnWithTheNextMessageAfterOneThatTimedOut() {
    Bench.Line alice = bench.connect(Bench.ALICE);
    alice.send(Bench.message("a", "1"));
    alice.send(Bench.message("b", "2"));
    duringHandling.add(() -> bench.pass(LIMITS.deadline().plusMillis(1)));
    work();
    assertEquals(List.of("2"), acks(alice));
  }

  @Test
  void callsNoHandlerForAMessageThatFoundNoThreadInTimeAndTakesItLater() {
    Bench.Line alice = bench.connect(Bench.ALICE);
    alice.send(Bench.message("a", "1"));
    bench.pass(LIMITS.deadline().plusMillis(1));
    assertEquals(ErrorCode.OVERLOADED, alice.wire().failure().code());
    work();
    assertEquals(List.of(), handled);
    assertEquals(0, bench.router.census().inFlight());
    assertEquals(List.of(), bench.router.deadLetters());
    send(alice, "a", "1");
    assertEquals(List.of("1"), acks(alice));
  }

  @Test
  void refusesWhenNoThreadIsFreeAndTakesTheMessageLater() {
    Bench.Line alice = bench.connect(Bench.ALICE);
    executorFull = true;
    alice.send(Bench.message("a", "1"));
    assertEquals(ErrorCode.OVERLOADED, alice.wire().failure().code());
    assertEquals(0, bench.router.census().inFlight());
    executorFull = false;
    send(alice, "a", "1");
    assertEquals(List.of("1"), acks(alice));
  }

  @Test
  void boundsWhatOneUserHasInFlight() {
    Bench.Line alice = bench.connect(Bench.ALICE);
    for (int i = 0; i <= LIMITS.inFlightPerUser(); i++) {
      alice.send(Bench.message("a", "a-" + i));
    }
    assertEquals(ErrorCode.OVERLOADED, alice.wire().failure().code());
    assertEquals(LIMITS.inFlightPerUser(), bench.router.census().inFlight());
    work();
    assertEquals(LIMITS.inFlightPerUser(), acks(alice).size());
  }

  private Reply handle(Context context, ClientMessage message) {
    handled.add(message.id());
    List<Runnable> now = List.copyOf(duringHandling);
    duringHandling.clear();
    now.forEach(Runnable::run);
    if (broken) {
      throw new IllegalStateException("broken");
    }
    return Reply.accepted();
  }

  private void execute(Runnable task) {
    if (executorFull) {
      throw new RejectedExecutionException("full");
    }
    tasks.add(task);
  }

  private void work() {
    while (!tasks.isEmpty()) {
      tasks.removeFirst().run();
    }
  }

  private void send(Bench.Line line, String type, String id) {
    line.send(Bench.message(type, id));
    work();
  }

  private ErrorCode outcome(Bench.Line line, String type, String id) {
    send(line, type, id);
    List<ServerFrame.Failure> failures = line.wire().frames(ServerFrame.Failure.class);
    return failures.get(failures.size() - 1).code();
  }

  private void failUntilOpen(Bench.Line line) {
    for (int i = 1; i <= LIMITS.failures(); i++) {
      assertEquals(ErrorCode.HANDLER_FAILED, outcome(line, "a", String.valueOf(i)));
    }
  }

  private static List<String> acks(Bench.Line line) {
    return line.wire().frames(ServerFrame.Ack.class).stream().map(ServerFrame.Ack::id).toList();
  }
}
