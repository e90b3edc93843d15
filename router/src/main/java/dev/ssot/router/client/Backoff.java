package dev.ssot.router.client;

import dev.ssot.router.limits.ClientLimits;
import dev.ssot.router.protocol.CloseCode;
import java.time.Duration;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: anything up to a bound that doubles, so that clients
 * that lost their connections together do not come back together. A welcome begins anew, unless the
 * router itself sends the client away soon after each. Not thread-safe.
 */
final class Backoff {

  private static final int MOST_DOUBLINGS = 20;

  /** The network failed, or a node went away: not a word against this client. */
  private static final Set<Integer> BLAMELESS =
      Set.of(1000, 1001, 1005, 1006, CloseCode.SERVICE_RESTART.code());

  private final ClientLimits limits;
  private final RandomGenerator random;
  private int attempts;
  private int rebuffs;
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

  /**
   * A connection has ended.
   *
   * @param lived time since the latest welcome
   */
  void ended(int code, Duration lived) {
    boolean rebuff = !BLAMELESS.contains(code) && lived.compareTo(limits.longestDelay()) < 0;
    rebuffs = rebuff ? Math.min(MOST_DOUBLINGS, rebuffs + 1) : 0;
  }

  Duration next() {
    long bound =
        Math.min(
            limits.longestDelay().toMillis(),
            limits.firstDelay().toMillis() << Math.max(attempts, rebuffs));
    attempts = Math.min(MOST_DOUBLINGS, attempts + 1);
    Duration jittered = Duration.ofMillis(random.nextLong(bound + 1));
    Duration delay = asked.compareTo(jittered) > 0 ? asked : jittered;
    asked = Duration.ZERO;
    return delay.compareTo(limits.longestDelay()) > 0 ? limits.longestDelay() : delay;
  }
}
