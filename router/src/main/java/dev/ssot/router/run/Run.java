package dev.ssot.router.run;

import dev.ssot.router.limits.RunLimits;
import dev.ssot.router.protocol.Emission;
import dev.ssot.router.protocol.Event;
import dev.ssot.router.protocol.EventClass;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.Refusal;
import dev.ssot.router.protocol.RunStep;
import dev.ssot.router.protocol.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One run of an agent, as its producer holds it.
 *
 * <p>The order of events follows from the types: {@code agent_started} is logged before there is a
 * run to hold, {@code tool_completed} can only be said by an {@link OpenTool}, and whatever ends
 * the run closes its open tools first and is the last that it says. Everything after the end is
 * refused with {@link Refusal#RUN_OVER}. A run whose start was refused is over from the beginning.
 *
 * <p>An event has a number in the run only once the log has it, so that a refused one leaves no gap
 * and can be tried again. Safe for use by several threads.
 */
public final class Run {

  private final String id;
  private final RunPlan plan;
  private final RunLimits limits;
  private final RunHost host;
  private final Set<OpenTool> openTools = new LinkedHashSet<>();
  private final Instant startedAt;
  private Instant lastEvent;
  private long steps;
  private int toolCalls;
  private boolean over;
  private Emission started;

  Run(String id, RunPlan plan, RunLimits limits, RunHost host) {
    this.id = id;
    this.plan = plan;
    this.limits = limits;
    this.host = host;
    startedAt = host.now();
    lastEvent = startedAt;
    started = new Emission.Refused(Refusal.RUN_OVER, "The run has not started");
  }

  /** The run's id, unique for the user. */
  public String id() {
    return id;
  }

  /** What became of {@code agent_started}. */
  public Emission started() {
    return host.exclusively(() -> started);
  }

  /** Says {@code agent_thinking}. */
  public Emission think(Thinking thinking) {
    return host.exclusively(() -> say(Types.AGENT_THINKING, thinking.payload()));
  }

  /**
   * Says something of the application's own within this run.
   *
   * @param type none of the protocol's own and none of the five
   */
  public Emission emit(String type, EventClass eventClass, Payload payload) {
    if (Types.isControl(type) || Types.isOfRuns(type)) {
      return new Emission.Refused(
          Refusal.RESERVED_TYPE, "`%s` belongs to the protocol; choose another".formatted(type));
    }
    return host.exclusively(() -> append(new Event(type, eventClass, plan.session(), payload)));
  }

  /** Says {@code tool_executing}; the tool is what completes it. */
  public OpenTool openTool(String toolName, Payload parameters) {
    return host.exclusively(
        () -> {
          OpenTool tool = new OpenTool(this, host, "t-" + (toolCalls + 1), toolName);
          tool.opened(open(tool, parameters));
          return tool;
        });
  }

  /** Ends the run well. */
  public Emission complete(String response) {
    return host.exclusively(() -> end(RunStatus.OK, response));
  }

  /** Ends the run because it could not do its work. */
  public Emission fail(String error) {
    return host.exclusively(() -> end(RunStatus.FAILED, error));
  }

  /** Ends the run because nobody wants its answer any more. */
  public Emission cancel(String reason) {
    return host.exclusively(() -> end(RunStatus.CANCELLED, reason));
  }

  /** Whether the run has ended or never began; called exclusively. */
  boolean isOver() {
    return over;
  }

  void start() {
    Payload payload =
        plan.message().isEmpty()
            ? Payload.of(Map.of("agent_name", plan.agentName()))
            : Payload.of(Map.of("agent_name", plan.agentName(), "message", plan.message()));
    started = say(Types.AGENT_STARTED, payload);
    over = !started.accepted();
  }

  void refuse(Emission.Refused refusal) {
    started = refusal;
    over = true;
  }

  Emission end(RunStatus status, String outcome) {
    if (over) {
      return refusedAsOver();
    }
    for (OpenTool tool : List.copyOf(openTools)) {
      Emission closed = closeTool(tool, ToolOutcome.error("The run ended before the tool did"));
      if (!closed.accepted()) {
        return closed;
      }
    }
    Emission last =
        say(
            Types.AGENT_COMPLETED,
            Payload.of(
                Map.of(
                    "status",
                    status.label(),
                    status.outcomeField(),
                    outcome,
                    "duration_ms",
                    Duration.between(startedAt, host.now()).toMillis())));
    over = last.accepted();
    return last;
  }

  Emission closeTool(OpenTool tool, ToolOutcome outcome) {
    if (!openTools.contains(tool)) {
      return new Emission.Refused(
          Refusal.TOOL_CLOSED, "Tool call `%s` of run `%s` is not open".formatted(tool.id(), id));
    }
    Emission closed = say(Types.TOOL_COMPLETED, tool.completion(outcome));
    if (closed.accepted()) {
      openTools.remove(tool);
    }
    return closed;
  }

  /** Why the run must be ended at {@code now}, if it must. */
  Optional<String> overdue(Instant now) {
    if (isPast(startedAt, limits.total(), now)) {
      return Optional.of("The run took longer than " + limits.total());
    }
    if (openTools.isEmpty()) {
      return isPast(lastEvent, limits.silence(), now)
          ? Optional.of("The run said nothing for " + limits.silence())
          : Optional.empty();
    }
    return openTools.stream()
        .filter(tool -> isPast(tool.openedAt(), limits.tool(), now))
        .findFirst()
        .map(tool -> "Tool `%s` took longer than %s".formatted(tool.name(), limits.tool()));
  }

  private Emission open(OpenTool tool, Payload parameters) {
    if (!over && openTools.size() >= limits.openTools()) {
      return new Emission.Refused(
          Refusal.TOO_MANY_OPEN,
          "Run `%s` has %d open tools; complete one first".formatted(id, openTools.size()));
    }
    Emission opened =
        say(
            Types.TOOL_EXECUTING,
            Payload.of(
                Map.of(
                    "tool_call_id", tool.id(),
                    "tool_name", tool.name(),
                    "parameters", parameters.fields())));
    if (opened.accepted()) {
      openTools.add(tool);
      toolCalls++;
    }
    return opened;
  }

  private Emission say(String type, Payload payload) {
    return append(new Event(type, EventClass.CRITICAL, plan.session(), payload));
  }

  private Emission append(Event event) {
    if (over) {
      return refusedAsOver();
    }
    Emission emission = host.append(event, new RunStep(id, steps + 1));
    if (emission.accepted()) {
      steps++;
      lastEvent = host.now();
    }
    return emission;
  }

  private Emission refusedAsOver() {
    return new Emission.Refused(
        Refusal.RUN_OVER, "Run `%s` is over; start another one".formatted(id));
  }

  private static boolean isPast(Instant since, Duration limit, Instant now) {
    return now.isAfter(since.plus(limit));
  }
}
