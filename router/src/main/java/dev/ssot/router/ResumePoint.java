package dev.ssot.router;

import dev.ssot.router.log.LogHead;
import dev.ssot.router.protocol.Resumption;
import dev.ssot.router.protocol.StreamPosition;

/**
 * Where a connection begins to follow the stream.
 *
 * @param after number of the last event that it does not get
 */
record ResumePoint(Resumption resumption, long after) {

  /** From now on, for a client that has seen nothing. */
  static ResumePoint fresh(LogHead head) {
    return new ResumePoint(Resumption.FRESH, head.newest());
  }

  /** After the client's position, or with everything that is kept if that is not possible. */
  static ResumePoint after(StreamPosition position, LogHead head) {
    if (!position.epoch().equals(head.epoch())) {
      return new ResumePoint(Resumption.OTHER_EPOCH, head.oldest() - 1);
    }
    if (position.seq() > head.newest()) {
      return new ResumePoint(Resumption.AHEAD_OF_HEAD, head.oldest() - 1);
    }
    return position.seq() < head.oldest() - 1
        ? new ResumePoint(Resumption.PAST_RETENTION, head.oldest() - 1)
        : new ResumePoint(Resumption.RESUMED, position.seq());
  }
}
