package dev.ssot.router.limits;

import java.time.Duration;

/**
 * Bounds that a client keeps for itself.
 *
 * @param pending messages that may wait for their answers; fewer than the router remembers
 * @param resendWithin time after which a message without an answer is given up; shorter than the
 *     router remembers
 * @param firstDelay longest wait before the first attempt to connect again; doubled with each
 * @param longestDelay longest wait before any attempt
 * @param connectWithin time that a connection and its {@code welcome} may take
 * @param pingAfter time without a frame after which the router is asked whether it is there
 * @param silence time without a frame after which the connection is given up
 */
public record ClientLimits(
    int pending,
    Duration resendWithin,
    Duration firstDelay,
    Duration longestDelay,
    Duration connectWithin,
    Duration pingAfter,
    Duration silence) {

  public ClientLimits {
    Bounds.positive("client.pending", pending);
    Bounds.positive("client.resendWithin", resendWithin);
    Bounds.positive("client.firstDelay", firstDelay);
    Bounds.positive("client.longestDelay", longestDelay);
    Bounds.positive("client.connectWithin", connectWithin);
    Bounds.positive("client.pingAfter", pingAfter);
    Bounds.require(
        pingAfter.compareTo(silence) < 0,
        "client.pingAfter %s is not shorter than client.silence %s; an answer must have time",
        pingAfter,
        silence);
  }

  /** 64 messages, sent again for five minutes; attempts from 250 ms to 15 s apart. */
  public static ClientLimits standard() {
    return new ClientLimits(
        64,
        Duration.ofMinutes(5),
        Duration.ofMillis(250),
        Duration.ofSeconds(15),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofSeconds(45));
  }
}
