package dev.ssot.router.simulation;

/** Plays schedules by their seeds. */
public final class Schedules {

  private static final int TRACED = 60;

  private Schedules() {}

  /**
   * Plays a schedule.
   *
   * @return the events that clients were given
   * @throws AssertionError at the first promise that is broken, with what led to it
   */
  public static long play(long seed) {
    try {
      return new Schedule(seed, new Trace(0)).play();
    } catch (RuntimeException | AssertionError broken) {
      throw new AssertionError(
          "Schedule %d fails; replay it with -Dsimulation.seed=%d%n  %s"
              .formatted(seed, seed, trace(seed)),
          broken);
    }
  }

  /** What led to the failure, from a second play of the same schedule. */
  private static String trace(long seed) {
    Trace trace = new Trace(TRACED);
    try {
      new Schedule(seed, trace).play();
      return "but the second play of it succeeded";
    } catch (RuntimeException | AssertionError broken) {
      return trace + "\n  " + broken;
    }
  }
}
