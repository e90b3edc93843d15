package dev.ssot.router.guard;

import dev.ssot.router.limits.Rate;
import java.time.Duration;
import java.time.Instant;

/**
 * A token bucket whose time is given to it; a clock that goes back gives no tokens. Full at the
 * start. Not safe for use by several threads.
 */
public final class TokenBucket {

  private static final long NANOS = Duration.ofSeconds(1).toNanos();

  private final long capacity;
  private final long perSecond;
  private long nanoTokens;
  private long filledSecond;
  private int filledNano;

  public TokenBucket(Rate rate, Instant now) {
    capacity = rate.burst() * NANOS;
    perSecond = rate.perSecond();
    nanoTokens = capacity;
    fillUpTo(now);
  }

  /** Takes one token if there is one. */
  public boolean tryTake(Instant now) {
    fill(now);
    if (nanoTokens < NANOS) {
      return false;
    }
    nanoTokens -= NANOS;
    return true;
  }

  /** Gives back a token that was taken for nothing. */
  public void giveBack() {
    nanoTokens = Math.min(capacity, nanoTokens + NANOS);
  }

  /** The time until there is a token again, rounded up to milliseconds; zero if there is one. */
  public Duration untilNext() {
    long missing = Math.max(0, NANOS - nanoTokens);
    long nanos = -Math.floorDiv(-missing, perSecond);
    return Duration.ofMillis(-Math.floorDiv(-nanos, 1_000_000));
  }

  /** Whether nothing would be lost by making a new bucket instead. */
  public boolean isFull(Instant now) {
    fill(now);
    return nanoTokens == capacity;
  }

  /** Asked with every message, so it makes no objects and keeps none. */
  private void fill(Instant now) {
    long seconds = now.getEpochSecond() - filledSecond;
    int nanos = now.getNano() - filledNano;
    if (seconds > 0 || (seconds == 0 && nanos > 0)) {
      nanoTokens = Math.min(capacity, nanoTokens + gained(seconds, nanos));
      fillUpTo(now);
    }
  }

  private void fillUpTo(Instant now) {
    filledSecond = now.getEpochSecond();
    filledNano = now.getNano();
  }

  private long gained(long seconds, int nanos) {
    long untilFull = capacity / perSecond + 1;
    if (seconds > untilFull / NANOS + 1) {
      return capacity;
    }
    long passed = seconds * NANOS + nanos;
    return passed >= untilFull ? capacity : passed * perSecond;
  }
}
