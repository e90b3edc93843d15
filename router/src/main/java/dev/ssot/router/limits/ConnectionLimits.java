package dev.ssot.router.limits;

import java.time.Duration;

/**
 * Bounds on connections.
 *
 * @param total open connections of this router
 * @param perUser open connections of one user; one more replaces the oldest
 * @param helloWithin time from the handshake to the client's {@code hello}
 * @param headEvery idle time after which a caught-up client is told the head of its stream
 * @param topics topics that one user may be subscribed to
 */
public record ConnectionLimits(
    int total, int perUser, Duration helloWithin, Duration headEvery, int topics) {

  private static final int TOPICS = 64;

  public ConnectionLimits {
    Bounds.positive("connections.total", total);
    Bounds.positive("connections.perUser", perUser);
    Bounds.positive("connections.helloWithin", helloWithin);
    Bounds.positive("connections.headEvery", headEvery);
    Bounds.positive("connections.topics", topics);
  }

  /** These bounds with 64 topics of a user. */
  public ConnectionLimits(int total, int perUser, Duration helloWithin, Duration headEvery) {
    this(total, perUser, helloWithin, headEvery, TOPICS);
  }

  /** 10,000 connections, 8 of one user, who may be subscribed to 64 topics. */
  public static ConnectionLimits standard() {
    return new ConnectionLimits(10_000, 8, Duration.ofSeconds(10), Duration.ofSeconds(30));
  }
}
