package dev.ssot.router.limits;

import java.time.Duration;

/**
 * How a router goes away.
 *
 * @param deadline time that handlers and runs have to finish
 * @param reconnectWithin clients are asked to come back after a delay below this, spread evenly
 */
public record DrainLimits(Duration deadline, Duration reconnectWithin) {

  public DrainLimits {
    Bounds.positive("drain.deadline", deadline);
    Bounds.positive("drain.reconnectWithin", reconnectWithin);
  }

  /** 20 s to finish, clients come back within 5 s. */
  public static DrainLimits standard() {
    return new DrainLimits(Duration.ofSeconds(20), Duration.ofSeconds(5));
  }
}
