package dev.ssot.router.limits;

/**
 * How fast clients may send.
 *
 * @param connection messages on one connection
 * @param user messages on all connections of one user
 * @param strikes refused messages in a row after which a connection is closed
 */
public record RateLimits(Rate connection, Rate user, int strikes) {

  public RateLimits {
    Bounds.positive("rates.strikes", strikes);
  }

  /** 20 a second on a connection, 40 of a user, closed after 100 refusals in a row. */
  public static RateLimits standard() {
    return new RateLimits(new Rate(40, 20), new Rate(80, 40), 100);
  }
}
