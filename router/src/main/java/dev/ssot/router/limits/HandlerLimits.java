package dev.ssot.router.limits;

import java.time.Duration;

/**
 * Bounds on handlers.
 *
 * @param bulkhead messages that one handler works on at once for one tenant
 * @param inFlightPerUser messages of one user that wait or are worked on
 * @param deadline time after which the sender is told that the handler has not answered
 * @param failures failures in a row of one handler for one tenant that open its breaker
 * @param openFor time for which an open breaker refuses before it tries again
 */
public record HandlerLimits(
    int bulkhead, int inFlightPerUser, Duration deadline, int failures, Duration openFor) {

  public HandlerLimits {
    Bounds.positive("handlers.bulkhead", bulkhead);
    Bounds.positive("handlers.inFlightPerUser", inFlightPerUser);
    Bounds.positive("handlers.deadline", deadline);
    Bounds.positive("handlers.failures", failures);
    Bounds.positive("handlers.openFor", openFor);
  }

  /** 64 at once for a tenant, 16 of one user, 30 s to answer. */
  public static HandlerLimits standard() {
    return new HandlerLimits(64, 16, Duration.ofSeconds(30), 20, Duration.ofSeconds(15));
  }
}
