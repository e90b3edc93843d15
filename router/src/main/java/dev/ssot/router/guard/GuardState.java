package dev.ssot.router.guard;

import dev.ssot.router.limits.HandlerLimits;
import java.time.Instant;

/**
 * How one handler fares with one tenant.
 *
 * @param running calls that have not returned
 * @param failures failures in a row
 * @param lastFailure when the latest of them was
 * @param probing whether the one call is on its way that an open breaker lets through to try
 */
record GuardState(int running, int failures, Instant lastFailure, boolean probing) {

  static final GuardState IDLE = new GuardState(0, 0, Instant.EPOCH, false);

  Admission admission(HandlerLimits limits, Instant now) {
    if (isOpen(limits) && (probing || now.isBefore(lastFailure.plus(limits.openFor())))) {
      return Admission.BROKEN;
    }
    return running < limits.bulkhead() ? Admission.ADMITTED : Admission.BUSY;
  }

  /**
   * A call has begun. With failures remembered beyond the limit it can only be the probe, as {@link
   * #admission} lets nothing else through.
   */
  GuardState entered(HandlerLimits limits) {
    return new GuardState(running + 1, failures, lastFailure, isOpen(limits));
  }

  GuardState left(boolean failed, HandlerLimits limits, Instant now) {
    if (running == 0) {
      throw new IllegalStateException("No call is running; leave once for each admission");
    }
    if (failed) {
      int counted = Math.min(failures + 1, limits.failures());
      return new GuardState(running - 1, counted, now, false);
    }
    return new GuardState(running - 1, 0, Instant.EPOCH, false);
  }

  /** The state without failures that are so old that nobody is waiting for them to pass. */
  GuardState forgiven(HandlerLimits limits, Instant now) {
    boolean past = now.isAfter(lastFailure.plus(limits.openFor().multipliedBy(2)));
    return running == 0 && past ? IDLE : this;
  }

  GuardFigures figures(GuardKey key, HandlerLimits limits, Instant now) {
    GuardFigures.Breaker breaker = GuardFigures.Breaker.CLOSED;
    if (isOpen(limits)) {
      boolean resting = !probing && now.isBefore(lastFailure.plus(limits.openFor()));
      breaker = resting ? GuardFigures.Breaker.OPEN : GuardFigures.Breaker.HALF_OPEN;
    }
    return new GuardFigures(key, running, failures, breaker);
  }

  private boolean isOpen(HandlerLimits limits) {
    return failures >= limits.failures();
  }
}
