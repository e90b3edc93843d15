package dev.ssot.router.run;

import dev.ssot.router.protocol.Emission;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.Refusal;
import java.time.Duration;
import java.time.Instant;

/**
 * A tool call that has begun, and the only way to complete it.
 *
 * <p>It is completed once; more is refused with {@link Refusal#TOOL_CLOSED}. A call whose beginning
 * was refused is closed from the start. Safe for use by several threads.
 */
public final class OpenTool {

  private final Run run;
  private final RunHost host;
  private final String id;
  private final String name;
  private final Instant openedAt;
  private Emission opened;

  OpenTool(Run run, RunHost host, String id, String name) {
    this.run = run;
    this.host = host;
    this.id = id;
    this.name = name;
    openedAt = host.now();
    opened = new Emission.Refused(Refusal.TOOL_CLOSED, "The tool has not been opened");
  }

  /** The {@code tool_call_id}, unique within the run. */
  public String id() {
    return id;
  }

  /** What became of {@code tool_executing}. */
  public Emission opened() {
    return host.exclusively(() -> opened);
  }

  /** Says {@code tool_completed} with a result. */
  public Emission completed(Payload result) {
    return host.exclusively(() -> run.closeTool(this, ToolOutcome.ok(result)));
  }

  /** Says {@code tool_completed} with an error. */
  public Emission failed(String error) {
    return host.exclusively(() -> run.closeTool(this, ToolOutcome.error(error)));
  }

  void opened(Emission emission) {
    opened = emission;
  }

  String name() {
    return name;
  }

  Instant openedAt() {
    return openedAt;
  }

  Payload completion(ToolOutcome outcome) {
    return outcome.payload(id, name, Duration.between(openedAt, host.now()));
  }
}
