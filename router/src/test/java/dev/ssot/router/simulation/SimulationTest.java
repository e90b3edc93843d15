package dev.ssot.router.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/**
 * Plays schedules one after the other: {@code -Dsimulation.schedules=100000} so many, {@code
 * -Dsimulation.seed=17} only that one.
 */
class SimulationTest {

  private static final int SCHEDULES = 600;

  @Test
  void keepsEveryPromiseInEverySchedule() {
    long only = Long.getLong("simulation.seed", 0);
    long last = only == 0 ? Long.getLong("simulation.schedules", SCHEDULES) : only;
    long events = 0;
    for (long seed = Math.max(1, only); seed <= last; seed++) {
      events += Schedules.play(seed);
    }
    assertTrue(events > 0, "The schedules delivered no event");
  }

  @Test
  void playsOneSeedTheSameWayTwice() {
    for (long seed = 1; seed <= 20; seed++) {
      Trace first = new Trace(10_000);
      Trace second = new Trace(10_000);
      long events = new Schedule(seed, first).play();
      assertEquals(events, new Schedule(seed, second).play());
      assertEquals(first.toString(), second.toString());
    }
  }
}
