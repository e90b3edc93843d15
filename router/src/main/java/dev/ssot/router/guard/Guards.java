package dev.ssot.router.guard;

import dev.ssot.router.limits.HandlerLimits;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A bulkhead and a circuit breaker for each handler and tenant.
 *
 * <p>Each call that is {@link Admission#ADMITTED} must be followed by exactly one {@link #leave}. A
 * guard that nothing uses and that remembers no failure is kept until the next {@link #expire}.
 * Safe for use by several threads; those of different guards do not wait for each other.
 */
public final class Guards {

  private final HandlerLimits limits;
  private final ConcurrentHashMap<GuardKey, Guard> guards = new ConcurrentHashMap<>();

  public Guards(HandlerLimits limits) {
    this.limits = limits;
  }

  /** Asks to call a handler. */
  public Admission enter(GuardKey key, Instant now) {
    Optional<Admission> admission = Optional.empty();
    while (admission.isEmpty()) {
      Guard guard = guards.get(key);
      admission =
          (guard == null ? guards.computeIfAbsent(key, unused -> new Guard(limits)) : guard)
              .enter(now);
    }
    return admission.get();
  }

  /** Says how a call went that was admitted. */
  public void leave(GuardKey key, boolean failed, Instant now) {
    Guard guard = guards.get(key);
    if (guard == null) {
      throw new IllegalStateException(
          "Nothing has entered the guard of %s; leave once for each admission".formatted(key));
    }
    guard.leave(failed, now);
  }

  /** Forgets guards that nothing uses, and failures that are long past. */
  public void expire(Instant now) {
    guards.values().removeIf(guard -> guard.isForgotten(now));
  }

  /** How every guard that is kept fares, by type and tenant. */
  public List<GuardFigures> figures(Instant now) {
    return guards.entrySet().stream()
        .map(entry -> entry.getValue().figures(entry.getKey(), now))
        .sorted(
            Comparator.comparing((GuardFigures one) -> one.key().type())
                .thenComparing(one -> one.key().tenant()))
        .toList();
  }

  /** Guards that are kept at the moment. */
  public int size() {
    return guards.size();
  }
}
