package dev.ssot.router.simulation;

import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.StreamEvent;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An event as the log was given it, in the model's own terms. */
record Entry(
    Place place,
    Instant at,
    String type,
    String kind,
    String run,
    long rs,
    String session,
    Payload payload) {

  /** A place in a stream. */
  record Place(String epoch, long seq) {

    Place next() {
      return new Place(epoch, seq + 1);
    }
  }

  static Entry of(StreamEvent event) {
    return new Entry(
        new Place(event.position().epoch(), event.seq()),
        event.ts(),
        event.event().type(),
        event.event().eventClass().label(),
        event.step().run(),
        event.step().rs(),
        event.event().session(),
        event.event().payload());
  }

  long seq() {
    return place.seq();
  }

  String text(String name) {
    return payload.text(name).orElse("");
  }

  /** Whether a newer event makes this one worthless. */
  boolean isOutdatedBy(Entry later) {
    return kind.equals("state") && sameKind(later) && later.seq() > seq();
  }

  /** Whether the two say the same kind of thing in the same place. */
  boolean sameKind(Entry other) {
    return kind.equals(other.kind)
        && type.equals(other.type)
        && run.equals(other.run)
        && session.equals(other.session);
  }

  /** Everything but the text of a delta. */
  Map<String, @Nullable Object> rest() {
    Map<String, @Nullable Object> rest = new TreeMap<>(payload.fields());
    rest.remove("text");
    return rest;
  }
}
