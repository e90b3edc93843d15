package dev.ssot.router;

import org.jspecify.annotations.Nullable;

/**
 * What a drain does next.
 *
 * @param signals how often the transport had said that it is writable when this was decided
 * @param farewell how to close, for a turn that closes
 */
record Turn(Kind kind, long signals, @Nullable Farewell farewell) {

  enum Kind {
    WRITE,
    CLOSE,
    REST
  }

  /**
   * What came of a turn.
   *
   * @param wrote whether a frame was written
   * @param refusedMore whether the transport asked to wait
   * @param signalsSeen {@link Turn#signals} of the turn; a later signal has overtaken the request
   */
  record Outcome(boolean wrote, boolean refusedMore, long signalsSeen) {

    static final Outcome NOTHING = new Outcome(false, false, 0);
  }

  static Turn write(long signals) {
    return new Turn(Kind.WRITE, signals, null);
  }

  static Turn close(Farewell farewell) {
    return new Turn(Kind.CLOSE, 0, farewell);
  }

  static Turn rest() {
    return new Turn(Kind.REST, 0, null);
  }
}
