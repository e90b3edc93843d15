package dev.ssot.router.limits;

import java.time.Duration;

/**
 * How many messages that a handler failed on are kept.
 *
 * @param total of all users
 * @param perUser of one user, so that one user can't push out the others'
 * @param age time for which one is kept
 */
public record DeadLetterLimits(int total, int perUser, Duration age) {

  public DeadLetterLimits {
    Bounds.positive("deadLetters.total", total);
    Bounds.positive("deadLetters.perUser", perUser);
    Bounds.positive("deadLetters.age", age);
  }

  /** 1,000, of one user 10, for a day. */
  public static DeadLetterLimits standard() {
    return new DeadLetterLimits(1_000, 10, Duration.ofDays(1));
  }
}
