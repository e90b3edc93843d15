package dev.ssot.benchmarks.routers.load;

/**
 * What went wrong.
 *
 * @param lost events that never came
 * @param duplicates events that came once more
 * @param reordered events that came after a later one
 * @param refused errors that the server sent, and connections that it closed
 */
public record Faults(long lost, long duplicates, long reordered, long refused) {

  /** Nothing. */
  public static final Faults NONE = new Faults(0, 0, 0, 0);

  /** Both together. */
  public Faults plus(Faults other) {
    return new Faults(
        lost + other.lost,
        duplicates + other.duplicates,
        reordered + other.reordered,
        refused + other.refused);
  }
}
