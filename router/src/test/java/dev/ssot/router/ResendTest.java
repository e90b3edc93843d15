package dev.ssot.router;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ssot.router.limits.HandlerLimits;
import dev.ssot.router.limits.RouterLimits;
import dev.ssot.router.limits.WindowLimits;
import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.ErrorCode;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.ServerFrame;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResendTest {

  private static final Duration AGE = Duration.ofMinutes(1);
  private static final int IDS = 3;

  private final List<String> handled = new ArrayList<>();
  private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();
  private final Bench bench = Bench.with(limits(), routes(), tasks::add);
  private final Bench.Line line = bench.connect(Bench.ALICE);

  @Test
  void answersFromMemoryWhatWasHandled() {
    line.send(Bench.message("a", "1"));
    work();
    line.send(Bench.message("a", "1"));
    work();
    assertEquals(List.of("1"), handled);
    assertEquals(2, acks(line));
  }

  @Test
  void answersFromMemoryOnAnotherConnection() {
    line.send(Bench.message("a", "1"));
    work();
    line.connection().detach();
    Bench.Line next = bench.connect(Bench.ALICE);
    next.send(Bench.message("a", "1"));
    work();
    assertEquals(List.of("1"), handled);
    assertEquals(1, acks(next));
  }

  @Test
  void answersOnceWhatWasSentTwiceBeforeItWasHandled() {
    line.send(Bench.message("a", "1"));
    line.send(Bench.message("a", "1"));
    work();
    assertEquals(List.of("1"), handled);
    assertEquals(1, acks(line));
  }

  @Test
  void answersTheConnectionThatAskedAgainWhileTheHandlerWorked() {
    line.send(Bench.message("a", "1"));
    line.connection().detach();
    Bench.Line next = bench.connect(Bench.ALICE);
    next.send(Bench.message("a", "1"));
    assertEquals(0, acks(next));
    work();
    assertEquals(List.of("1"), handled);
    assertEquals(1, acks(next));
    assertEquals(0, acks(line));
  }

  @Test
  void handlesWhatWasTakenAlthoughItsConnectionIsGone() {
    line.send(Bench.message("a", "1"));
    line.send(Bench.message("a", "2"));
    line.connection().detach();
    work();
    assertEquals(List.of("1", "2"), handled);
  }

  @Test
  void refusesAnIdThatWasUsedForSomethingElse() {
    line.send(ClientMessage.of("a", "1", Payload.of(Map.of("text", "x"))));
    work();
    line.send(ClientMessage.of("a", "1", Payload.of(Map.of("text", "y"))));
    work();
    assertEquals(List.of("1"), handled);
    assertEquals(ErrorCode.ID_REUSED, line.wire().failure().code());
  }

  @Test
  void remembersAFailureOfTheHandler() {
    line.send(Bench.message("throws", "1"));
    work();
    line.send(Bench.message("throws", "1"));
    work();
    assertEquals(List.of("1"), handled);
    assertEquals(2, line.wire().frames(ServerFrame.Failure.class).size());
    assertEquals(1, bench.router.deadLetters().size());
  }

  @Test
  void keepsTheIdsOfUsersApart() {
    Bench.Line bob = bench.connect(Bench.BOB);
    line.send(Bench.message("a", "1"));
    bob.send(Bench.message("a", "1"));
    work();
    assertEquals(List.of("1", "1"), handled);
    assertEquals(1, acks(bob));
  }

  @Test
  void forgetsTheOldestAnswerWhenTheWindowIsFull() {
    for (String id : List.of("1", "2", "3", "4")) {
      line.send(Bench.message("a", id));
      work();
    }
    assertEquals(IDS, bench.router.census().rememberedIds());
    line.send(Bench.message("a", "2"));
    work();
    assertEquals(List.of("1", "2", "3", "4"), handled);
    line.send(Bench.message("a", "1"));
    work();
    assertEquals(List.of("1", "2", "3", "4", "1"), handled);
  }

  @Test
  void neverForgetsWhatIsBeingHandledToMakeRoom() {
    line.send(Bench.message("a", "1"));
    Bench.Line other = bench.connect(Bench.ALICE);
    for (String id : List.of("2", "3", "4", "5")) {
      other.send(Bench.message("a", id));
      tasks.removeLast().run();
    }
    line.send(Bench.message("a", "1"));
    work();
    assertEquals(List.of("2", "3", "4", "5", "1"), handled);
    assertEquals(1, acks(line));
  }

  @Test
  void forgetsAnAnswerThatIsOld() {
    line.send(Bench.message("a", "1"));
    work();
    bench.pass(AGE);
    assertEquals(1, bench.router.census().rememberedIds());
    bench.pass(Duration.ofMillis(1));
    assertEquals(0, bench.router.census().rememberedIds());
  }

  @Test
  void doesNotRememberThatItHadNoRoom() {
    line.send(Bench.message("a", "1"));
    line.send(Bench.message("a", "2"));
    line.send(Bench.message("a", "3"));
    assertEquals(ErrorCode.OVERLOADED, line.wire().failure().code());
    work();
    line.send(Bench.message("a", "3"));
    work();
    assertEquals(List.of("1", "2", "3"), handled);
    assertEquals(3, acks(line));
  }

  @Test
  void handlesTheMessagesOfOneConnectionInTheirOrder() {
    line.send(Bench.message("a", "1"));
    line.send(Bench.message("a", "2"));
    assertEquals(1, tasks.size());
    work();
    assertEquals(List.of("1", "2"), handled);
  }

  private void work() {
    while (!tasks.isEmpty()) {
      tasks.removeFirst().run();
    }
  }

  private static int acks(Bench.Line line) {
    return line.wire().frames(ServerFrame.Ack.class).size();
  }

  private Routes.Builder routes() {
    return Routes.builder()
        .handle(
            "a",
            (context, message) -> {
              handled.add(message.id());
              return Reply.accepted();
            })
        .handle(
            "throws",
            (context, message) -> {
              handled.add(message.id());
              throw new IllegalStateException("broken");
            });
  }

  private static RouterLimits limits() {
    RouterLimits limits = RouterLimits.standard();
    HandlerLimits handlers = limits.inbound().handlers();
    return limits.withInbound(
        limits
            .inbound()
            .withHandlers(
                new HandlerLimits(
                    handlers.bulkhead(),
                    2,
                    handlers.deadline(),
                    handlers.failures(),
                    handlers.openFor()))
            .withWindow(new WindowLimits(IDS, AGE)));
  }
}
