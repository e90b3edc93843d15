package dev.ssot.router.run;

import dev.ssot.router.limits.RunLimits;
import dev.ssot.router.protocol.Emission;
import dev.ssot.router.protocol.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The open runs of one user. Every method is called exclusively in the sense of {@link RunHost}.
 */
public final class RunBook {

  private final RunLimits limits;
  private final RunHost host;
  private final Map<String, Run> open = new LinkedHashMap<>();

  public RunBook(RunLimits limits, RunHost host) {
    this.limits = limits;
    this.host = host;
  }

  /** Starts a run; one that is refused comes back over. */
  public Run start(RunPlan plan) {
    dropOver();
    Run run = new Run(host.nextRunId(), plan, limits, host);
    if (open.size() >= limits.openPerUser()) {
      run.refuse(
          new Emission.Refused(
              Refusal.TOO_MANY_OPEN,
              "The user has %d open runs; end one first".formatted(open.size())));
      return run;
    }
    run.start();
    if (!run.isOver()) {
      open.put(run.id(), run);
    }
    return run;
  }

  /** Starts nothing: a run that is over with the given reason. */
  public Run refused(RunPlan plan, Emission.Refused refusal) {
    Run run = new Run("", plan, limits, host);
    run.refuse(refusal);
    return run;
  }

  /**
   * Ends the runs that have stalled at {@code now} with {@code timed_out}. One whose end the log
   * does not take stays open until it does.
   */
  public void tick(Instant now) {
    for (Run run : List.copyOf(open.values())) {
      run.overdue(now).ifPresent(reason -> run.end(RunStatus.TIMED_OUT, reason));
    }
    dropOver();
  }

  /** Ends every run as failed, such as when the router goes away. */
  public void failAll(String error) {
    for (Run run : List.copyOf(open.values())) {
      run.end(RunStatus.FAILED, error);
    }
    dropOver();
  }

  /** Ids of the open runs, the oldest first. */
  public List<String> open() {
    dropOver();
    return new ArrayList<>(open.keySet());
  }

  private void dropOver() {
    open.values().removeIf(Run::isOver);
  }
}
