package dev.ssot.router.log;

import dev.ssot.router.limits.LogLimits;
import dev.ssot.router.protocol.StreamEvent;
import dev.ssot.router.protocol.StreamPosition;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The kept events of one user. Safe for use by several threads. */
final class StoredStream {

  private final LogLimits limits;
  private final String epoch;
  private final AtomicLong totalBytes;
  private final PackedEvents events = new PackedEvents();
  private long newest;
  private long bytes;

  StoredStream(LogLimits limits, String epoch, AtomicLong totalBytes) {
    this.limits = limits;
    this.epoch = epoch;
    this.totalBytes = totalBytes;
  }

  synchronized LogHead head() {
    return new LogHead(epoch, newest - size() + 1, newest);
  }

  synchronized void append(StreamEvent event) {
    requireNext(event);
    dropToFit(event.bytes());
    reserve(event.bytes());
    bytes += event.bytes();
    events.addLast(event);
    newest = event.seq();
  }

  synchronized List<StreamEvent> read(long seq, int limit) {
    long from = seq - (newest - size());
    if (from < 0 || from >= size()) {
      return List.of();
    }
    StreamEvent[] wanted = new StreamEvent[(int) Math.min(size() - from, limit)];
    for (int i = 0; i < wanted.length; i++) {
      StreamPosition position = new StreamPosition(epoch, seq + 1 + i);
      wanted[i] = events.get((int) from + i, position);
    }
    return List.of(wanted);
  }

  synchronized void expire(Instant now) {
    Instant kept = now.minus(limits.age());
    while (size() > 0 && events.oldest().isBefore(kept)) {
      dropOldest();
    }
  }

  private int size() {
    return events.size();
  }

  private void requireNext(StreamEvent event) {
    if (!event.position().epoch().equals(epoch) || event.seq() != newest + 1) {
      throw new IllegalStateException(
          "%s does not follow event %d of epoch `%s`; append through one writer"
              .formatted(event.position(), newest, epoch));
    }
  }

  private void dropToFit(int size) {
    while (size() > 0 && (size() >= limits.events() || bytes + size > limits.bytes())) {
      dropOldest();
    }
  }

  /** Takes the bytes from what all users share, giving back the user's own oldest if need be. */
  private void reserve(int size) {
    while (!takeShared(size)) {
      if (size() == 0) {
        throw new LogFull(
            "The log holds %d of %d bytes and has no room for %d more; raise log.totalBytes"
                .formatted(totalBytes.get(), limits.totalBytes(), size));
      }
      dropOldest();
    }
  }

  private boolean takeShared(int size) {
    if (totalBytes.addAndGet(size) <= limits.totalBytes()) {
      return true;
    }
    totalBytes.addAndGet(-size);
    return false;
  }

  private void dropOldest() {
    int size = events.removeFirst();
    bytes -= size;
    totalBytes.addAndGet(-size);
  }
}
