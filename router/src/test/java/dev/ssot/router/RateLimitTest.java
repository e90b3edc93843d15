package dev.ssot.router;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ssot.router.limits.Rate;
import dev.ssot.router.limits.RateLimits;
import dev.ssot.router.limits.RouterLimits;
import dev.ssot.router.protocol.CloseCode;
import dev.ssot.router.protocol.ErrorCode;
import dev.ssot.router.protocol.ServerFrame;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RateLimitTest {

  /** A connection may say hello and two things more, a user five in all. */
  private static final RateLimits RATES =
      new RateLimits(new Rate(3, 2), new Rate(5, 2), new Rate(5, 1));

  private final Bench bench =
      Bench.with(
          RouterLimits.standard().withInbound(RouterLimits.standard().inbound().withRates(RATES)),
          Routes.builder().handle("a", (context, message) -> Reply.accepted()));

  @Test
  void refusesMessagesThatComeTooFast() {
    Bench.Line line = bench.connect(Bench.ALICE);
    send(line, 1, 3);
    assertEquals(2, acks(line));
    assertEquals(ErrorCode.RATE_LIMITED, line.wire().failure().code());
    assertEquals("3", line.wire().failure().id());
    assertEquals(Duration.ofMillis(500), line.wire().failure().retryAfter());
  }

  @Test
  void acceptsARefusedMessageLater() {
    Bench.Line line = bench.connect(Bench.ALICE);
    send(line, 1, 3);
    bench.clock.advance(Duration.ofMillis(499));
    send(line, 3, 3);
    assertEquals(2, acks(line));
    bench.clock.advance(Duration.ofMillis(1));
    send(line, 3, 3);
    assertEquals(3, acks(line));
  }

  @Test
  void limitsAllConnectionsOfAUserTogether() {
    Bench.Line first = bench.connect(Bench.ALICE);
    Bench.Line second = bench.connect(Bench.ALICE);
    send(first, 1, 2);
    send(second, 3, 4);
    assertEquals(2, acks(first));
    assertEquals(1, acks(second));
    assertEquals(ErrorCode.RATE_LIMITED, second.wire().failure().code());
  }

  @Test
  void givesNoFreshRateToAUserWhoComesBack() {
    Bench.Line first = bench.connect(Bench.ALICE);
    send(first, 1, 2);
    first.connection().detach();
    bench.router.tick(bench.clock.instant());
    Bench.Line second = bench.connect(Bench.ALICE);
    send(second, 3, 4);
    assertEquals(1, acks(second));
  }

  @Test
  void costsOtherUsersNothing() {
    send(bench.connect(Bench.ALICE), 1, 50);
    Bench.Line bob = bench.connect(Bench.BOB);
    send(bob, 1, 2);
    assertEquals(2, acks(bob));
  }

  @Test
  void closesAConnectionThatGoesOnSending() {
    Bench.Line line = bench.connect(Bench.ALICE);
    send(line, 1, 2 + RATES.refusals().burst() - 1);
    assertEquals(Optional.empty(), line.wire().closed());
    send(line, 9, 9);
    assertEquals(Optional.of(CloseCode.TOO_FAST), line.wire().closed());
    assertEquals(RATES.refusals().burst(), line.wire().frames(ServerFrame.Failure.class).size());
  }

  /** A message is let through every half second, and none of them makes up for the refusals. */
  @Test
  void closesAConnectionThatStaysAboveItsRate() {
    Bench.Line line = bench.connect(Bench.ALICE);
    send(line, 1, 2);
    int sent = 0;
    while (line.wire().closed().isEmpty() && sent < 100) {
      send(line, 100 + sent, 100 + sent);
      bench.clock.advance(Duration.ofMillis(125));
      sent++;
    }
    assertEquals(Optional.of(CloseCode.TOO_FAST), line.wire().closed());
    assertEquals(2 + 1, acks(line));
    assertEquals(RATES.refusals().burst(), line.wire().frames(ServerFrame.Failure.class).size());
  }

  @Test
  void forgivesAConnectionThatSlowsDown() {
    Bench.Line line = bench.connect(Bench.ALICE);
    send(line, 1, 2);
    for (int i = 0; i < 20; i++) {
      send(line, 10 * i + 100, 10 * i + 101);
      bench.clock.advance(Duration.ofSeconds(2));
      send(line, 10 * i + 102, 10 * i + 103);
    }
    assertEquals(Optional.empty(), line.wire().closed());
    assertEquals(2 + 19, line.wire().frames(ServerFrame.Failure.class).size());
  }

  private static void send(Bench.Line line, int first, int last) {
    for (int id = first; id <= last; id++) {
      line.send(Bench.message("a", String.valueOf(id)));
    }
  }

  private static int acks(Bench.Line line) {
    return List.copyOf(line.wire().frames(ServerFrame.Ack.class)).size();
  }
}
