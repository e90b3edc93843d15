package dev.ssot.router.wire;

import dev.ssot.router.protocol.JsonText;

/**
 * The texts that envelopes are written in, one for each thread, as most of what a text costs is to
 * make it. A thread keeps its texts as long as it lives, so codecs that come and go share a writer.
 * Safe for use by several threads.
 */
public final class JsonWriter {

  /** Room that a thread keeps for its next frame. */
  private static final int KEPT_BYTES = 16 << 10;

  private final ThreadLocal<JsonText> texts =
      ThreadLocal.withInitial(() -> new JsonText(KEPT_BYTES));

  /** Begins a frame, which is lost as soon as this thread begins another. */
  @SuppressWarnings("ReferenceEquality") // Whether it is the one that the thread has.
  JsonText begin() {
    JsonText last = texts.get();
    JsonText next = last.cleared(KEPT_BYTES);
    if (next != last) {
      texts.set(next);
    }
    return next.begin();
  }
}
