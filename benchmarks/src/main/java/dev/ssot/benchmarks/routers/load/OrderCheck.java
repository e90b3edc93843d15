package dev.ssot.benchmarks.routers.load;

import java.util.HashSet;
import java.util.Set;

/** Checks that numbers come one after the other, each once. Confined to one thread at a time. */
public final class OrderCheck {

  private final Set<Long> missing = new HashSet<>();
  private long next;
  private long duplicates;
  private long reordered;

  /** A check of numbers that begin at {@code first}. */
  public OrderCheck(long first) {
    next = first;
  }

  /** Takes note of a number that has come. */
  public void came(long number) {
    if (number == next) {
      next++;
    } else if (number > next) {
      for (long skipped = next; skipped < number; skipped++) {
        missing.add(skipped);
      }
      next = number + 1;
    } else if (missing.remove(number)) {
      reordered++;
    } else {
      duplicates++;
    }
  }

  /** What was wrong, if the numbers below {@code end} should have come. */
  public Faults faults(long end) {
    long lost = missing.size() + Math.max(0, end - next);
    return new Faults(lost, duplicates, reordered, 0);
  }
}
