package dev.ssot.router;

import dev.ssot.router.protocol.EventClass;
import dev.ssot.router.protocol.ServerFrame;
import dev.ssot.router.protocol.StreamEvent;
import java.util.Deque;
import java.util.List;

/**
 * Leaves out of a piece of the stream what is not worth a slow reader's time, and says so in gap
 * frames, so that every number of the stream is accounted for. Confined to one turn.
 */
final class Shedding {

  private final List<StreamEvent> piece;
  private final boolean slow;
  private long gapFirst;
  private long gapLast;

  Shedding(List<StreamEvent> piece, boolean slow) {
    this.piece = piece;
    this.slow = slow;
  }

  void pass(StreamEvent event, Deque<ServerFrame> pending) {
    if (slow && isDispensable(event)) {
      gapFirst = gapFirst == 0 ? event.seq() : gapFirst;
      gapLast = event.seq();
      return;
    }
    end(pending);
    pending.addLast(new ServerFrame.OfEvent(event));
  }

  void end(Deque<ServerFrame> pending) {
    if (gapFirst != 0) {
      pending.addLast(new ServerFrame.Gap(gapFirst, gapLast));
      gapFirst = 0;
    }
  }

  private boolean isDispensable(StreamEvent event) {
    return event.event().eventClass() == EventClass.EPHEMERAL
        || piece.stream()
            .anyMatch(later -> later.seq() > event.seq() && event.isSupersededBy(later));
  }
}
