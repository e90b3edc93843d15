package dev.ssot.router.client;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** What all devices of a soak count together. Thread-safe. */
final class SoakCounts {

  private static final int EXAMPLES = 10;

  private final LongAdder events = new LongAdder();
  private final LongAdder gaps = new LongAdder();
  private final LongAdder duplicates = new LongAdder();
  private final LongAdder reorderings = new LongAdder();
  private final LongAdder leaks = new LongAdder();
  private final Queue<String> examples = new ConcurrentLinkedQueue<>();

  void event() {
    events.increment();
  }

  void gap(String what) {
    count(gaps, "gap: " + what);
  }

  void duplicate(String what) {
    count(duplicates, "duplicate: " + what);
  }

  void reordering(String what) {
    count(reorderings, "reordering: " + what);
  }

  void leak(String what) {
    count(leaks, "leak: " + what);
  }

  long events() {
    return events.sum();
  }

  long faults() {
    return gaps.sum() + duplicates.sum() + reorderings.sum() + leaks.sum();
  }

  @Override
  public String toString() {
    return "gaps %d, duplicates %d, reorderings %d, events of another user %d %s"
        .formatted(gaps.sum(), duplicates.sum(), reorderings.sum(), leaks.sum(), examples);
  }

  private void count(LongAdder adder, String what) {
    adder.increment();
    if (examples.size() < EXAMPLES) {
      examples.add(what);
    }
  }
}
