package dev.ssot.router.guard;

/**
 * How one handler fares with one tenant, for an operator.
 *
 * @param running calls that have not returned
 * @param failures failures in a row
 * @param breaker whether the handler is called
 */
public record GuardFigures(GuardKey key, int running, int failures, Breaker breaker) {

  /** What a breaker lets through. */
  public enum Breaker {
    /** Everything. */
    CLOSED,
    /** Nothing. */
    OPEN,
    /** One call, to try. */
    HALF_OPEN
  }
}
