package dev.ssot.router.log;

import dev.ssot.router.protocol.Event;
import dev.ssot.router.protocol.EventClass;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.RunStep;
import dev.ssot.router.protocol.StreamEvent;
import dev.ssot.router.protocol.StreamPosition;
import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * A kept event, its texts and payload in one array of bytes. An event as it is takes a dozen
 * objects and more, which a garbage collector copies and marks again and again as long as the log
 * keeps them, and every user waits for it. The form is for the memory of one process. Immutable.
 */
final class PackedEvent {

  private final EventClass eventClass;
  private final long second;
  private final int nano;
  private final int bytes;
  private final byte[] form;

  /** The event without its position. */
  PackedEvent(StreamEvent event) {
    Instant ts = event.ts();
    eventClass = event.event().eventClass();
    second = ts.getEpochSecond();
    nano = ts.getNano();
    bytes = event.bytes();
    PackedForm packed = new PackedForm(bytes);
    packed.putText(event.step().run());
    packed.putLong(event.step().rs());
    packed.putText(event.event().type());
    packed.putText(event.event().session());
    packed.putValue(event.event().payload().fields());
    form = packed.bytes();
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
    ByteBuffer from = ByteBuffer.wrap(form);
    RunStep step = step(PackedForm.text(from), from.getLong());
    String type = PackedForm.text(from);
    String session = PackedForm.text(from);
    Payload payload = Payload.of(PackedForm.object(from));
    return new StreamEvent(position, ts(), step, new Event(type, eventClass, session, payload));
  }

  private static RunStep step(String run, long rs) {
    return run.isEmpty() ? RunStep.NONE : new RunStep(run, rs);
  }
}
