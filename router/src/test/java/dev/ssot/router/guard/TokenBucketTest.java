package dev.ssot.router.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.router.limits.Rate;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenBucketTest {

  private static final Instant START = Instant.parse("2026-01-31T10:15:30Z");

  @Test
  void givesItsBurstAtOnceAndThenItsRate() {
    TokenBucket bucket = new TokenBucket(new Rate(3, 2), START);
    assertEquals(3, taken(bucket, START, 10));
    assertEquals(Duration.ofMillis(500), bucket.untilNext());
    assertEquals(0, taken(bucket, START.plusMillis(499), 10));
    assertEquals(1, taken(bucket, START.plusMillis(500), 10));
  }

  @Test
  void holdsNoMoreThanItsBurst() {
    TokenBucket bucket = new TokenBucket(new Rate(3, 2), START);
    assertEquals(3, taken(bucket, START.plus(Duration.ofDays(400_000)), 10));
  }

  @Test
  void givesNothingForAClockThatGoesBack() {
    TokenBucket bucket = new TokenBucket(new Rate(1, 1), START);
    assertTrue(bucket.tryTake(START));
    assertFalse(bucket.tryTake(START.minusSeconds(100)));
    assertFalse(bucket.tryTake(START));
    assertTrue(bucket.tryTake(START.plusSeconds(1)));
  }

  @Test
  void isFullAgainOnceEverythingHasComeBack() {
    TokenBucket bucket = new TokenBucket(new Rate(2, 2), START);
    assertTrue(bucket.isFull(START));
    bucket.tryTake(START);
    assertFalse(bucket.isFull(START.plusMillis(499)));
    assertTrue(bucket.isFull(START.plusMillis(500)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void givesInAnySpanNoMoreThanBurstAndRateAllow(long seed) {
    Random random = new Random(seed);
    Rate rate = new Rate(1 + random.nextInt(20), 1 + random.nextInt(50));
    TokenBucket bucket = new TokenBucket(rate, START);
    Instant now = START;
    int taken = 0;
    for (int i = 0; i < 2_000; i++) {
      now = now.plusNanos(random.nextInt(60_000_000));
      taken += bucket.tryTake(now) ? 1 : 0;
      double most = rate.burst() + rate.perSecond() * Duration.between(START, now).toNanos() / 1e9;
      assertTrue(taken <= most + 1e-6, "%d of %f at step %d".formatted(taken, most, i));
    }
    assertTrue(taken >= rate.burst());
  }

  private static int taken(TokenBucket bucket, Instant now, int attempts) {
    int taken = 0;
    for (int i = 0; i < attempts; i++) {
      taken += bucket.tryTake(now) ? 1 : 0;
    }
    return taken;
  }
}
