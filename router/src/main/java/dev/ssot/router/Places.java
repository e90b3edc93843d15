package dev.ssot.router;

import java.util.concurrent.atomic.AtomicInteger;

/** A number of places that are taken and given back. Thread-safe. */
final class Places {

  private final int total;
  private final AtomicInteger taken = new AtomicInteger();

  Places(int total) {
    this.total = total;
  }

  /** How many there are, taken or not. */
  int total() {
    return total;
  }

  /** Takes a place, if one is left. */
  boolean take() {
    if (taken.incrementAndGet() <= total) {
      return true;
    }
    taken.decrementAndGet();
    return false;
  }

  /** Gives a place back that was taken. */
  void giveBack() {
    taken.decrementAndGet();
  }
}
