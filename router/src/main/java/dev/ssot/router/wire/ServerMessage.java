package dev.ssot.router.wire;

import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.RunStep;
import dev.ssot.router.protocol.Types;
import java.time.Instant;

/**
 * What a client reads from one frame of the router.
 *
 * @param seq number of the event in the user's stream; 0 for what is in no stream
 * @param id the event's name, unique among all events, or the empty string
 * @param step the place in a run
 * @param session the conversation that the event belongs to, or the empty string
 * @param ts when the event was logged; {@link Instant#EPOCH} for what only steers the connection
 */
public record ServerMessage(
    String type, long seq, String id, RunStep step, String session, Instant ts, Payload payload) {

  /** Whether it only steers the connection. */
  public boolean isControl() {
    return Types.isControl(type);
  }

  /** Whether it is an event of the user's stream. */
  public boolean isEvent() {
    return seq > 0;
  }
}
