package dev.ssot.router.protocol;

import java.time.Instant;

/** An event at its place in a user's stream, as it is logged and sent. */
public record StreamEvent(StreamPosition position, Instant ts, RunStep step, Event event) {

  /** What an event takes beside its payload: envelope, names and numbers, generously. */
  private static final int ENVELOPE_BYTES = 256;

  /** The name of the event, unique among all events of all users. */
  public String id(UserKey user) {
    return user + "/" + position.epoch() + "/" + position.seq();
  }

  /** Number of the event in the stream. */
  public long seq() {
    return position.seq();
  }

  /** What the event counts for in bounds of bytes. */
  public int bytes() {
    return ENVELOPE_BYTES + event.payload().bytes();
  }

  /** Whether {@code later} makes this event worthless: the same kind of state, only newer. */
  public boolean isSupersededBy(StreamEvent later) {
    return event.eventClass() == EventClass.STATE
        && later.event.eventClass() == EventClass.STATE
        && event.type().equals(later.event.type())
        && event.session().equals(later.event.session())
        && step.run().equals(later.step.run());
  }
}
