package dev.ssot.router.limits;

import java.time.Duration;

/**
 * Bounds on tokens and tickets.
 *
 * @param tokenLength characters of a token
 * @param clockSkew difference that the clock of whoever issues tokens may have
 * @param reloadEvery time between two looks at a file of keys or certificates
 * @param tickets tickets that may be waiting to be used
 * @param ticketsPerUser the same for one user; one more replaces his oldest
 * @param ticketAge time for which a ticket may be used
 */
public record AuthLimits(
    int tokenLength,
    Duration clockSkew,
    Duration reloadEvery,
    int tickets,
    int ticketsPerUser,
    Duration ticketAge) {

  public AuthLimits {
    Bounds.positive("auth.tokenLength", tokenLength);
    Bounds.require(!clockSkew.isNegative(), "auth.clockSkew is %s; give 0 or more", clockSkew);
    Bounds.positive("auth.reloadEvery", reloadEvery);
    Bounds.positive("auth.tickets", tickets);
    Bounds.positive("auth.ticketsPerUser", ticketsPerUser);
    Bounds.positive("auth.ticketAge", ticketAge);
  }

  /** Tokens of 4,096 characters, 30 s of skew, 10,000 tickets that live 30 s. */
  public static AuthLimits standard() {
    return new AuthLimits(
        4_096, Duration.ofSeconds(30), Duration.ofSeconds(5), 10_000, 16, Duration.ofSeconds(30));
  }
}
