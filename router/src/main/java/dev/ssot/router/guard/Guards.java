package dev.ssot.router.guard;

import dev.ssot.router.limits.HandlerLimits;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A bulkhead and a circuit breaker for each handler and tenant.
 *
 * <p>Each call that is {@link Admission#ADMITTED} must be followed by exactly one {@link #leave}. A
 * guard that nothing uses and that remembers no failure is kept until the next {@link #expire}.
 * Safe for use by several threads; those of different guards do not wait for each other.
 */
public final class Guards {

  private final HandlerLimits limits;
  private final ConcurrentHashMap<GuardKey, GuardState> states = new ConcurrentHashMap<>();

  public Guards(HandlerLimits limits) {
    this.limits = limits;
  }

  /** Asks to call a handler. */
  public Admission enter(GuardKey key, Instant now) {
    AtomicReference<Admission> answer = new AtomicReference<>(Admission.ADMITTED);
    states.merge(
        key,
        GuardState.IDLE.entered(limits),
        (state, fresh) -> {
          Admission admission = state.admission(limits, now);
          answer.set(admission);
          return admission == Admission.ADMITTED ? state.entered(limits) : state;
        });
    return Objects.requireNonNull(answer.get());
  }

  /** Says how a call went that was admitted. */
  public void leave(GuardKey key, boolean failed, Instant now) {
    if (states.computeIfPresent(key, (unused, state) -> state.left(failed, limits, now)) == null) {
      throw new IllegalStateException(
          "Nothing has entered the guard of %s; leave once for each admission".formatted(key));
    }
  }

  /** Forgets guards that nothing uses, and failures that are long past. */
  public void expire(Instant now) {
    states.replaceAll((key, state) -> state.forgiven(limits, now));
    states.values().removeIf(GuardState.IDLE::equals);
  }

  /** How every guard that is kept fares, by type and tenant. */
  public List<GuardFigures> figures(Instant now) {
    return states.entrySet().stream()
        .map(entry -> entry.getValue().figures(entry.getKey(), limits, now))
        .sorted(
            Comparator.comparing((GuardFigures one) -> one.key().type())
                .thenComparing(one -> one.key().tenant()))
        .toList();
  }

  /** Guards that are kept at the moment. */
  public int size() {
    return states.size();
  }
}
