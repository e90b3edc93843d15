package dev.ssot.router.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RouterLimitsTest {

  private static final RouterLimits LIMITS = RouterLimits.standard();

  @Test
  void refusesAQueueThatTheLogCannotHold() {
    LogLimits log = new LogLimits(511, 4L << 20, Duration.ofMinutes(10), 256L << 20);
    assertRefused(() -> LIMITS.withLog(log), "queue.events 512 is more than log.events 511");
  }

  @Test
  void refusesAStallThatOutlastsTheLog() {
    LogLimits log = new LogLimits(2_048, 4L << 20, Duration.ofSeconds(10), 256L << 20);
    assertRefused(() -> LIMITS.withLog(log), "queue.stall PT10S");
  }

  @Test
  void refusesEventsThatTheLogCannotHold() {
    LogLimits log = new LogLimits(2_048, 1_000, Duration.ofMinutes(10), 256L << 20);
    assertRefused(() -> LIMITS.withLog(log), "messages.eventBytes");
  }

  @Test
  void refusesMoreConnectionsThanThereAreUsersToKeep() {
    LogLimits log = new LogLimits(2_048, 4L << 20, Duration.ofMinutes(10), 256L << 20, 9_999);
    assertRefused(() -> LIMITS.withLog(log), "connections.total 10000 is more than log.users 9999");
  }

  @Test
  void refusesAWindowThatCannotHoldWhatIsInFlight() {
    WindowLimits window = new WindowLimits(16, Duration.ofMinutes(1));
    assertRefused(() -> LIMITS.inbound().withWindow(window), "window.ids 16");
  }

  @Test
  void refusesNumbersAndTimesThatAreNotPositive() {
    assertRefused(() -> new Rate(0, 1), "rate.burst is 0");
    assertRefused(
        () -> new DrainLimits(Duration.ZERO, Duration.ofSeconds(1)), "drain.deadline is PT0S");
    assertRefused(
        () -> new DrainLimits(Duration.ofSeconds(1), Duration.ofSeconds(-1)),
        "drain.reconnectWithin is PT-1S");
  }

  @Test
  void namesTheTimesThatTheProtocolPromises() {
    assertEquals(Duration.ofSeconds(30), LIMITS.runs().silence());
    assertEquals(Duration.ofSeconds(60), LIMITS.runs().tool());
    assertEquals(Duration.ofMinutes(5), LIMITS.runs().total());
  }

  private static void assertRefused(Runnable making, String words) {
    IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, making::run);
    assertTrue(refusal.toString().contains(words), refusal.toString());
  }
}
