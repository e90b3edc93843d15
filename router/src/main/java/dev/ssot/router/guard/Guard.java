package dev.ssot.router.guard;

import dev.ssot.router.limits.HandlerLimits;
import java.time.Instant;
import java.util.Optional;

/**
 * The bulkhead and the breaker of one handler and tenant. Every call of the handler passes here, so
 * that nothing is made and nothing but a few numbers is changed. Safe for use by several threads.
 */
final class Guard {

  private final HandlerLimits limits;

  /** Calls that have not returned. */
  private int running;

  /** Failures in a row, as many as count. */
  private int failures;

  private Instant lastFailure = Instant.EPOCH;

  /** Whether the one call is on its way that an open breaker lets through to try. */
  private boolean probing;

  private boolean forgotten;

  Guard(HandlerLimits limits) {
    this.limits = limits;
  }

  /** Asks to call the handler; no answer is given by a guard that is forgotten. */
  synchronized Optional<Admission> enter(Instant now) {
    if (forgotten) {
      return Optional.empty();
    }
    if (isOpen() && (probing || isResting(now))) {
      return Optional.of(Admission.BROKEN);
    }
    if (running >= limits.bulkhead()) {
      return Optional.of(Admission.BUSY);
    }
    running++;
    // With so many failures it can only be the probe, as nothing else is let through.
    probing = isOpen();
    return Optional.of(Admission.ADMITTED);
  }

  synchronized void leave(boolean failed, Instant now) {
    if (running == 0) {
      throw new IllegalStateException("No call is running; leave once for each admission");
    }
    running--;
    failures = failed ? Math.min(failures + 1, limits.failures()) : 0;
    lastFailure = failed ? now : Instant.EPOCH;
    probing = false;
  }

  /**
   * Whether nothing uses the guard and its failures are so old that nobody is waiting for them to
   * pass. It is not entered again then.
   */
  synchronized boolean isForgotten(Instant now) {
    forgotten = running == 0 && now.isAfter(lastFailure.plus(limits.openFor().multipliedBy(2)));
    return forgotten;
  }

  synchronized GuardFigures figures(GuardKey key, Instant now) {
    GuardFigures.Breaker breaker = GuardFigures.Breaker.CLOSED;
    if (isOpen()) {
      breaker =
          !probing && isResting(now) ? GuardFigures.Breaker.OPEN : GuardFigures.Breaker.HALF_OPEN;
    }
    return new GuardFigures(key, running, failures, breaker);
  }

  private boolean isOpen() {
    return failures >= limits.failures();
  }

  private boolean isResting(Instant now) {
    return now.isBefore(lastFailure.plus(limits.openFor()));
  }
}
