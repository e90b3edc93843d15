package dev.ssot.router.log;

import dev.ssot.router.protocol.StreamEvent;
import dev.ssot.router.protocol.StreamPosition;
import java.time.Instant;

/**
 * Kept events in few objects: a garbage collector marks and copies them again and again as long as
 * the log keeps them, and every user waits for it. They are queued in packs, of which no more room
 * belongs to dropped events than to kept ones. Not safe for use by several threads.
 */
final class PackedEvents {

  private Ring<EventPack> packs = new Ring<>();
  private int size;

  int size() {
    return size;
  }

  /** Packs that the events are in. */
  int packs() {
    return packs.size();
  }

  void addLast(StreamEvent event) {
    if (packs.isEmpty()) {
      packs.addLast(EventPack.of(event));
    }
    if (!last().add(event)) {
      packs.addLast(last().next(event));
      last().add(event);
    }
    size++;
  }

  /** Drops the oldest event, and says how many bytes it counted for. */
  int removeFirst() {
    EventPack first = packs.get(0);
    int bytes = first.drop();
    size--;
    if (first.size() == 0) {
      packs.removeFirst();
    } else if (size < first.dropped()) {
      repack();
    }
    return bytes;
  }

  /** When the oldest event was logged. */
  Instant oldest() {
    return packs.get(0).ts(0);
  }

  /** An event, the oldest being at 0, at its place in the stream. */
  StreamEvent get(int index, StreamPosition position) {
    int inLast = index - (size - last().size());
    if (inLast >= 0) {
      return last().get(inLast, position);
    }
    int rest = index;
    int pack = 0;
    while (rest >= packs.get(pack).size()) {
      rest -= packs.get(pack++).size();
    }
    return packs.get(pack).get(rest, position);
  }

  private EventPack last() {
    return packs.get(packs.size() - 1);
  }

  /** Moves the events, which are few, to where nothing was dropped. */
  private void repack() {
    PackedEvents moved = new PackedEvents();
    StreamPosition anywhere = new StreamPosition("", 0);
    for (int index = 0; index < size; index++) {
      moved.addLast(get(index, anywhere));
    }
    packs = moved.packs;
  }
}
