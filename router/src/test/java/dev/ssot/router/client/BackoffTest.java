package dev.ssot.router.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ssot.router.limits.ClientLimits;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private static final ClientLimits LIMITS = ClientLimits.standard();
  private static final Duration SHORT = LIMITS.longestDelay().minusMillis(1);

  /** Waits for as long as it may. */
  private final Backoff backoff =
      new Backoff(
          LIMITS,
          new RandomGenerator() {
            @Override
            public long nextLong() {
              throw new UnsupportedOperationException("Only bounded numbers are asked for");
            }

            @Override
            public long nextLong(long bound) {
              return bound - 1;
            }
          });

  @Test
  void waitsAtMostTwiceAsLongWithEachAttemptUpToACap() {
    assertEquals(
        List.of(250L, 500L, 1_000L, 2_000L, 4_000L, 8_000L, 15_000L, 15_000L),
        IntStream.range(0, 8).mapToObj(i -> ended(1006)).toList());
  }

  @Test
  void keepsToTheCapHoweverOftenItTries() {
    IntStream.range(0, 100).forEach(i -> ended(4429));
    assertEquals(15_000L, ended(4429));
  }

  @Test
  void beginsAnewOnceItWasWelcomed() {
    ended(1006);
    ended(1006);
    backoff.succeeded();
    assertEquals(250L, ended(1006));
  }

  @Test
  void doesNotBeginAnewWhenTheRouterSendsItAwayEachTime() {
    assertEquals(
        List.of(500L, 1_000L, 2_000L),
        IntStream.range(0, 3).mapToObj(i -> welcomedAndEnded(4429, SHORT)).toList());
  }

  @Test
  void beginsAnewAfterARestartOrALongConnection() {
    welcomedAndEnded(4429, SHORT);
    assertEquals(250L, welcomedAndEnded(1012, SHORT));
    welcomedAndEnded(4429, SHORT);
    assertEquals(250L, welcomedAndEnded(4401, LIMITS.longestDelay()));
  }

  @Test
  void waitsAsLongAsARouterAsksAndNoLongerThanTheCap() {
    backoff.ask(Duration.ofSeconds(3));
    assertEquals(3_000L, welcomedAndEnded(1012, SHORT));
    assertEquals(250L, welcomedAndEnded(1012, SHORT));
    backoff.ask(Duration.ofDays(3));
    assertEquals(15_000L, welcomedAndEnded(1012, SHORT));
  }

  private long welcomedAndEnded(int code, Duration lived) {
    backoff.succeeded();
    backoff.ended(code, lived);
    return backoff.next().toMillis();
  }

  private long ended(int code) {
    backoff.ended(code, SHORT);
    return backoff.next().toMillis();
  }
}
