package dev.ssot.router.protocol;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An event at its place in a user's stream, as it is logged and sent. */
public record StreamEvent(StreamPosition position, Instant ts, RunStep step, Event event) {

  /** What an event takes beside its payload: envelope, names and numbers, generously. */
  private static final int ENVELOPE_BYTES = 256;

  /** The name of the event, unique among all events of all users. */
  public String id(UserKey user) {
    return user + "/" + position.epoch() + "/" + position.seq();
  }

  /** Writes the name as a field, without a text of its own. */
  public void writeId(String field, UserKey user, JsonText json) {
    json.name(field).path(List.of(user.tenant(), user.user(), position.epoch()), position.seq());
  }

  /** Number of the event in the stream. */
  public long seq() {
    return position.seq();
  }

  /** What the event counts for in bounds of bytes. */
  public int bytes() {
    return ENVELOPE_BYTES + event.payload().bytes();
  }

  /**
   * This delta with what the event before it says, as one: their texts in the field {@code text}
   * one after the other. Empty if they are no neighbouring deltas of one type, session and run that
   * are equal but for the text.
   */
  public Optional<StreamEvent> mergedOnto(StreamEvent earlier) {
    boolean pieces =
        event.eventClass() == EventClass.DELTA
            && earlier.event.eventClass() == EventClass.DELTA
            && seq() == earlier.seq() + 1
            && isOfOneKind(earlier);
    return pieces
        ? event.payload().appendedTo(earlier.event.payload()).map(this::with)
        : Optional.empty();
  }

  /** Whether {@code later} makes this event worthless: the same kind of state, only newer. */
  public boolean isSupersededBy(StreamEvent later) {
    return event.eventClass() == EventClass.STATE
        && later.event.eventClass() == EventClass.STATE
        && isOfOneKind(later);
  }

  private boolean isOfOneKind(StreamEvent other) {
    return event.type().equals(other.event.type())
        && event.session().equals(other.event.session())
        && step.run().equals(other.step.run());
  }

  private StreamEvent with(Payload payload) {
    Event changed = new Event(event.type(), event.eventClass(), event.session(), payload);
    return new StreamEvent(position, ts, step, changed);
  }
}
