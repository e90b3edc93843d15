package dev.ssot.router.server;

import dev.ssot.router.limits.HandshakeLimits;
import java.net.InetAddress;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the sockets that are open, by address and in all. A socket that finds no place is kept
 * just long enough to be told so, and not even that when there are twice as many as there may be.
 * Thread-safe.
 */
final class Doorman {

  private static final int CROWD = 2;

  private final HandshakeLimits limits;
  private final AtomicInteger total = new AtomicInteger();
  private final ConcurrentHashMap<InetAddress, Integer> byAddress = new ConcurrentHashMap<>();

  Doorman(HandshakeLimits limits) {
    this.limits = limits;
  }

  /** What a new socket may do. */
  enum Verdict {
    /** It has a place. */
    ENTER,
    /** Its address has no more places. */
    ADDRESS_FULL,
    /** There are no more places. */
    FULL,
    /** There is not even room for an answer. */
    CROWDED
  }

  /** Counts a socket in, whatever the verdict. */
  Verdict enter(InetAddress address) {
    int all = total.incrementAndGet();
    int own = byAddress.merge(address, 1, Integer::sum);
    if (all > CROWD * limits.total() || own > CROWD * limits.perAddress()) {
      return Verdict.CROWDED;
    }
    if (own > limits.perAddress()) {
      return Verdict.ADDRESS_FULL;
    }
    return all > limits.total() ? Verdict.FULL : Verdict.ENTER;
  }

  /** Counts a socket out. */
  void leave(InetAddress address) {
    total.decrementAndGet();
    byAddress.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
  }

  int total() {
    return total.get();
  }
}
