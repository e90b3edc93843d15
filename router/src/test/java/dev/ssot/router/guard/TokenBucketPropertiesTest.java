package dev.ssot.router.guard;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.router.limits.Rate;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** What a token bucket promises for any rate and any times. */
class TokenBucketPropertiesTest {

  private static final Instant START = Instant.parse("2026-01-31T10:15:30Z");
  private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000);

  @Property(seed = "17")
  void neverGivesMoreThanItsBurstAndItsRateInAnyTime(
      @ForAll @IntRange(min = 1, max = 20) int burst,
      @ForAll @IntRange(min = 1, max = 2_000) int perSecond,
      @ForAll @Size(max = 60) List<@LongRange(max = 40_000_000) Long> pauses) {
    TokenBucket bucket = new TokenBucket(new Rate(burst, perSecond), START);
    List<Instant> taken = new ArrayList<>();
    Instant now = START;
    for (long pause : pauses) {
      now = now.plusNanos(pause);
      while (bucket.tryTake(now)) {
        taken.add(now);
      }
    }
    for (int first = 0; first < taken.size(); first++) {
      for (int last = first; last < taken.size(); last++) {
        long count = last - first + 1L - burst;
        BigInteger nanos = nanos(Duration.between(taken.get(first), taken.get(last)));
        BigInteger most = nanos.multiply(BigInteger.valueOf(perSecond));
        assertTrue(
            BigInteger.valueOf(count).multiply(NANOS).compareTo(most) <= 0,
            () -> taken + " from " + burst + " and " + perSecond);
      }
    }
  }

  @Property(seed = "18")
  void givesATokenAfterTheTimeThatItNamesAndNotMuchBefore(
      @ForAll @IntRange(min = 1, max = 50) int burst,
      @ForAll @IntRange(min = 1, max = 5_000) int perSecond,
      @ForAll @LongRange(max = 10_000_000_000L) long pause) {
    TokenBucket bucket = new TokenBucket(new Rate(burst, perSecond), START);
    Instant now = START.plusNanos(pause);
    while (bucket.tryTake(now)) {
      assertTrue(burst-- > 0, "more than a burst at once");
    }
    Duration wait = bucket.untilNext();
    assertFalse(bucket.tryTake(now.plus(wait).minusMillis(1)), "a millisecond early");
    assertTrue(bucket.tryTake(now.plus(wait)), () -> "nothing after " + wait);
  }

  @Property(seed = "19")
  void isFullAgainAfterItsBurstOfTimeAndGivesNothingToAClockThatGoesBack(
      @ForAll @IntRange(min = 1, max = 50) int burst,
      @ForAll @IntRange(min = 1, max = 5_000) int perSecond,
      @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long back) {
    TokenBucket bucket = new TokenBucket(new Rate(burst, perSecond), START);
    for (int i = 0; i < burst; i++) {
      assertTrue(bucket.tryTake(START));
    }
    assertFalse(bucket.tryTake(START.minusNanos(back)));
    long nanos = -Math.floorDiv(-burst * 1_000_000_000L, perSecond);
    assertFalse(bucket.isFull(START.plusNanos(nanos - 1)));
    assertTrue(bucket.isFull(START.plusNanos(nanos)));
  }

  private static BigInteger nanos(Duration time) {
    return BigInteger.valueOf(time.toNanos());
  }
}
