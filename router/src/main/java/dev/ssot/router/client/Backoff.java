package dev.ssot.router.client;

import dev.ssot.router.limits.ClientLimits;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: anything up to a bound that doubles, so that clients
 * that lost their connections together do not come back together. Not thread-safe.
 */
final class Backoff {

  private static final int MOST_DOUBLINGS = 20;

  private final ClientLimits limits;
  private final RandomGenerator random;
  private int attempts;
  private Duration asked = Duration.ZERO;

  Backoff(ClientLimits limits, RandomGenerator random) {
    this.limits = limits;
    this.random = random;
  }

  /** The router has asked to wait this long before the next attempt. */
  void ask(Duration delay) {
    asked = delay;
  }

  void succeeded() {
    attempts = 0;
  }

  Duration next() {
    long bound =
        Math.min(limits.longestDelay().toMillis(), limits.firstDelay().toMillis() << attempts);
    attempts = Math.min(MOST_DOUBLINGS, attempts + 1);
    Duration jittered = Duration.ofMillis(random.nextLong(bound + 1));
    Duration delay = asked.compareTo(jittered) > 0 ? asked : jittered;
    asked = Duration.ZERO;
    return delay.compareTo(limits.longestDelay()) > 0 ? limits.longestDelay() : delay;
  }
}
