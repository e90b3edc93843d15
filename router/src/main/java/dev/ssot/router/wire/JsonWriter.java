package dev.ssot.router.wire;

import dev.ssot.router.protocol.Payload;

/**
 * The texts that envelopes are written in, one for each thread, as most of what a text costs is to
 * make it. A thread keeps its texts as long as it lives, so codecs that come and go share a writer.
 * Safe for use by several threads.
 */
public final class JsonWriter {

  /** Room that a thread keeps for its next frame. */
  private static final int KEPT_BYTES = 16 << 10;

  private final ThreadLocal<Desk> desks = ThreadLocal.withInitial(Desk::new);

  /** What one thread writes with. */
  private static final class Desk {
    private JsonText frame = new JsonText(KEPT_BYTES);
    private JsonText payload = new JsonText(KEPT_BYTES);
    private Payload written = Payload.empty();
  }

  /** Begins a frame, which is lost as soon as this thread begins another. */
  JsonText begin() {
    Desk desk = desks.get();
    desk.frame = desk.frame.cleared(KEPT_BYTES);
    return desk.frame.begin();
  }

  /**
   * Writes a payload that may be said to many, one after the other: it is put into JSON once.
   *
   * @param frame what {@link #begin} has given this thread
   */
  @SuppressWarnings("ReferenceEquality") // To compare what is in them would cost as much.
  JsonText shared(JsonText frame, Payload payload) {
    Desk desk = desks.get();
    if (desk.written != payload) {
      desk.payload = desk.payload.cleared(KEPT_BYTES).value(payload.fields());
      desk.written = payload;
    }
    return frame.raw(desk.payload);
  }
}
