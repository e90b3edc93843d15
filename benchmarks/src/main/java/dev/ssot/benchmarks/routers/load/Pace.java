package dev.ssot.benchmarks.routers.load;

/**
 * When each message is due: one after the other over all lines in turn, at equal distances.
 *
 * @param start when the first is due, by {@link System#nanoTime}
 * @param perSecond messages a second on all lines together
 */
record Pace(long start, int lines, long perSecond) {

  private static final double SECOND = 1e9;

  /** When the message {@code number} (from 0) of a line is due. */
  long due(int line, long number) {
    return start + (long) ((number * lines + line) * (SECOND / perSecond));
  }
}
