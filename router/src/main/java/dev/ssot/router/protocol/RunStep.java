package dev.ssot.router.protocol;

/**
 * The place of an event in a run of an agent.
 *
 * @param run the run's id, or the empty string for an event outside of any run
 * @param rs number of the event within the run, gapless from 1; 0 outside of any run
 */
public record RunStep(String run, long rs) {

  /** The place of an event that belongs to no run. */
  public static final RunStep NONE = new RunStep("", 0);

  public RunStep {
    if (run.isEmpty() != (rs == 0) || rs < 0) {
      throw new IllegalArgumentException(
          "Run `%s` and rs %d do not fit; a run has an id and counts from 1".formatted(run, rs));
    }
  }
}
