package dev.ssot.router.wire;

import dev.ssot.router.limits.RunLimits;
import dev.ssot.router.protocol.Emission;
import dev.ssot.router.protocol.Event;
import dev.ssot.router.protocol.RunStep;
import dev.ssot.router.protocol.StreamEvent;
import dev.ssot.router.protocol.StreamPosition;
import dev.ssot.router.run.Run;
import dev.ssot.router.run.RunBook;
import dev.ssot.router.run.RunHost;
import dev.ssot.router.run.RunPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Keeps what runs say. */
final class RecordedRuns implements RunHost {

  private final Instant now;
  private final List<StreamEvent> events = new ArrayList<>();
  private final RunBook runs = new RunBook(RunLimits.standard(), this);

  RecordedRuns(Instant now) {
    this.now = now;
  }

  Run start(String agentName, String message) {
    return runs.start(new RunPlan("", agentName, message));
  }

  List<StreamEvent> events() {
    return List.copyOf(events);
  }

  @Override
  public <T> T exclusively(Supplier<T> action) {
    return action.get();
  }

  @Override
  public Emission append(Event event, RunStep step) {
    StreamPosition place = new StreamPosition("e-1", events.size() + 1);
    events.add(new StreamEvent(place, now, step, event));
    return new Emission.Logged(place);
  }

  @Override
  public String nextRunId() {
    return "r-" + events.size();
  }

  @Override
  public Instant now() {
    return now;
  }
}
