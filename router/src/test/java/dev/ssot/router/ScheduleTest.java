package dev.ssot.router;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Thousands of random histories, each of which is replayed with {@code -Dschedule.seed=<seed>}. */
class ScheduleTest {

  private static final int SCHEDULES = 3_000;

  @Test
  void keepsOrderExactlyOnceAndIsolationInEverySchedule() {
    long first = Long.getLong("schedule.seed", 1);
    long last = Long.getLong("schedule.seed", SCHEDULES);
    long events = 0;
    for (long seed = first; seed <= last; seed++) {
      events += play(seed);
    }
    assertTrue(events > 0, "The schedules delivered no event");
  }

  private static long play(long seed) {
    try {
      return new Schedule(seed).play();
    } catch (RuntimeException | AssertionError broken) {
      throw new AssertionError(
          "Schedule %d fails; replay it with -Dschedule.seed=%d".formatted(seed, seed), broken);
    }
  }
}
