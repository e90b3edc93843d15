package dev.ssot.router;

import dev.ssot.router.protocol.EventClass;
import dev.ssot.router.protocol.ServerFrame;
import dev.ssot.router.protocol.StreamEvent;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Spares a slow reader what is not worth his time: leaves out ephemeral and superseded events,
 * merges neighbouring deltas, and says so in gap frames, so that every number of the stream is
 * accounted for. Confined to one turn.
 */
final class Shedding {

  private final List<StreamEvent> piece;
  private final boolean slow;
  private final int mostBytes;
  private long gapFirst;
  private long gapLast;
  private long mergedFirst;
  private @Nullable StreamEvent held;

  /**
   * Passes a piece of the stream.
   *
   * @param mostBytes size of a payload that a merged event may have
   */
  Shedding(List<StreamEvent> piece, boolean slow, int mostBytes) {
    this.piece = piece;
    this.slow = slow;
    this.mostBytes = mostBytes;
  }

  void pass(StreamEvent event, Deque<ServerFrame> pending) {
    if (!slow) {
      pending.addLast(new ServerFrame.OfEvent(event));
    } else if (isDispensable(event)) {
      endDelta(pending);
      gapFirst = gapFirst == 0 ? event.seq() : gapFirst;
      gapLast = event.seq();
    } else {
      endGap(pending);
      hold(event, pending);
    }
  }

  void end(Deque<ServerFrame> pending) {
    endGap(pending);
    endDelta(pending);
  }

  private void endGap(Deque<ServerFrame> pending) {
    if (gapFirst != 0) {
      pending.addLast(new ServerFrame.Gap(gapFirst, gapLast));
      gapFirst = 0;
    }
  }

  /** Keeps the event back until it is known whether the next one can be merged with it. */
  private void hold(StreamEvent event, Deque<ServerFrame> pending) {
    Optional<StreamEvent> merged =
        Optional.ofNullable(held)
            .flatMap(event::mergedOnto)
            .filter(both -> both.event().payload().bytes() <= mostBytes);
    if (merged.isPresent()) {
      held = merged.get();
    } else {
      endDelta(pending);
      held = event;
      mergedFirst = event.seq();
    }
  }

  private void endDelta(Deque<ServerFrame> pending) {
    StreamEvent last = held;
    if (last == null) {
      return;
    }
    if (mergedFirst < last.seq()) {
      pending.addLast(new ServerFrame.Gap(mergedFirst, last.seq() - 1, last.seq()));
    }
    pending.addLast(new ServerFrame.OfEvent(last));
    held = null;
  }

  private boolean isDispensable(StreamEvent event) {
    return event.event().eventClass() == EventClass.EPHEMERAL
        || piece.stream()
            .anyMatch(later -> later.seq() > event.seq() && event.isSupersededBy(later));
  }
}
