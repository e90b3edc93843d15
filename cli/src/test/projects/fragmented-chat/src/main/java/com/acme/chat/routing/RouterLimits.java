package com.acme.chat.routing;

import java.time.Duration;

/**
 * Every limit of the router.
 *
 * @param messageSize characters of a message's payload
 * @param connectionsPerUser open at a time
 * @param sessionLength after which a connection has to authenticate again
 * @param deadLetters messages kept for inspection
 */
public record RouterLimits(
    int messageSize, int connectionsPerUser, Duration sessionLength, int deadLetters) {

  /** The limits of production. */
  public static final RouterLimits STANDARD =
      new RouterLimits(32 * 1024, 10, Duration.ofHours(12), 1_000);

  /** No limits; for load tests only. */
  public static final RouterLimits UNLIMITED =
      new RouterLimits(
          Integer.MAX_VALUE, Integer.MAX_VALUE, Duration.ofDays(365), Integer.MAX_VALUE);
}
