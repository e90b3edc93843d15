package dev.ssot.router.limits;

import java.time.Duration;

/**
 * Bounds on the runs of an agent.
 *
 * @param openPerUser runs that one user may have open
 * @param openTools tools that one run may have open
 * @param silence time without an event, no tool being open, after which a run has stalled
 * @param tool time that a tool may be open
 * @param total time that a run may take
 */
public record RunLimits(
    int openPerUser, int openTools, Duration silence, Duration tool, Duration total) {

  public RunLimits {
    Bounds.positive("runs.openPerUser", openPerUser);
    Bounds.positive("runs.openTools", openTools);
    Bounds.positive("runs.silence", silence);
    Bounds.positive("runs.tool", tool);
    Bounds.positive("runs.total", total);
  }

  /** 30 s of silence, 60 s for a tool, 300 s for a run. */
  public static RunLimits standard() {
    return new RunLimits(
        16, 16, Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(300));
  }
}
