package dev.ssot.router.limits;

import java.time.Duration;

/**
 * For how long an answer is remembered for a client message that is sent again.
 *
 * @param ids answers remembered for one user
 * @param age time for which an answer is remembered
 */
public record WindowLimits(int ids, Duration age) {

  public WindowLimits {
    Bounds.positive("window.ids", ids);
    Bounds.positive("window.age", age);
  }

  /** 256 answers for ten minutes. */
  public static WindowLimits standard() {
    return new WindowLimits(256, Duration.ofMinutes(10));
  }
}
