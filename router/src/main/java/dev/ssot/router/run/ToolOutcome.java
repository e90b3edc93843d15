package dev.ssot.router.run;

import dev.ssot.router.protocol.Payload;
import java.time.Duration;
import java.util.Map;

/**
 * What a tool call came to.
 *
 * @param status {@code ok} or {@code error}, which is also how the value is called then
 */
record ToolOutcome(String status, Object value) {

  static ToolOutcome ok(Payload result) {
    return new ToolOutcome("ok", result.fields());
  }

  static ToolOutcome error(String error) {
    return new ToolOutcome("error", error);
  }

  Payload payload(String callId, String toolName, Duration duration) {
    return Payload.of(
        Map.of(
            "tool_call_id",
            callId,
            "tool_name",
            toolName,
            "status",
            status,
            status.equals("ok") ? "result" : "error",
            value,
            "duration_ms",
            duration.toMillis()));
  }
}
