package dev.ssot.router.limits;

/**
 * How fast clients may send.
 *
 * @param connection messages on one connection
 * @param user messages on all connections of one user
 * @param refusals messages above these rates that a connection may send before it is closed
 */
public record RateLimits(Rate connection, Rate user, Rate refusals) {

  /** 20 a second on a connection, 40 of a user; closed after 100 refusals that leave 2 a second. */
  public static RateLimits standard() {
    return new RateLimits(new Rate(40, 20), new Rate(80, 40), new Rate(100, 2));
  }
}
