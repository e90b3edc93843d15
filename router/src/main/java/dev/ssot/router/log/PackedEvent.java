package dev.ssot.router.log;

import dev.ssot.router.protocol.Event;
import dev.ssot.router.protocol.EventClass;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.RunStep;
import dev.ssot.router.protocol.StreamEvent;
import dev.ssot.router.protocol.StreamPosition;
import java.time.Instant;

/**
 * A kept event in few objects: a garbage collector copies and marks them again and again as long as
 * the log keeps them, and every user waits for it. Immutable.
 */
final class PackedEvent {

  private final EventClass eventClass;
  private final long second;
  private final int nano;
  private final int bytes;
  private final String type;
  private final String session;
  private final String run;
  private final long rs;
  private final Payload payload;

  /** The event without its position. */
  PackedEvent(StreamEvent event) {
    Instant ts = event.ts();
    Event said = event.event();
    eventClass = said.eventClass();
    second = ts.getEpochSecond();
    nano = ts.getNano();
    bytes = event.bytes();
    type = said.type();
    session = said.session();
    run = event.step().run();
    rs = event.step().rs();
    payload = said.payload().packed();
  }

  /** When the event was logged. */
  Instant ts() {
    return Instant.ofEpochSecond(second, nano);
  }

  /** What the event counts for in bounds of bytes. */
  int bytes() {
    return bytes;
  }

  /** The event at its place. */
  StreamEvent unpacked(StreamPosition position) {
    RunStep step = run.isEmpty() ? RunStep.NONE : new RunStep(run, rs);
    return new StreamEvent(position, ts(), step, new Event(type, eventClass, session, payload));
  }
}
