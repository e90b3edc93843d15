package dev.ssot.router.limits;

/**
 * A token bucket's size and refill.
 *
 * @param burst messages that may come at once
 * @param perSecond messages a second in the long run
 */
public record Rate(int burst, int perSecond) {

  public Rate {
    Bounds.positive("rate.burst", burst);
    Bounds.positive("rate.perSecond", perSecond);
  }
}
