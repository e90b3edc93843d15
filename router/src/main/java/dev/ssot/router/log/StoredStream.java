package dev.ssot.router.log;

import dev.ssot.router.limits.LogLimits;
import dev.ssot.router.protocol.StreamEvent;
import dev.ssot.router.protocol.StreamPosition;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The kept events of one user. The newest are kept as they are, as they are about to be read; what
 * is older is packed. Safe for use by several threads.
 */
final class StoredStream {

  /** How long an event is likely to be read by those who are there. */
  private static final Duration FRESH = Duration.ofMillis(50);

  private final LogLimits limits;
  private final String epoch;
  private final AtomicLong totalBytes;
  private final Ring<PackedEvent> packed = new Ring<>();
  private final Ring<StreamEvent> fresh = new Ring<>();
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
    fresh.addLast(event);
    newest = event.seq();
    pack(event.ts());
  }

  synchronized List<StreamEvent> read(long seq, int limit) {
    long from = seq - (newest - size());
    if (from < 0 || from >= size()) {
      return List.of();
    }
    StreamEvent[] events = new StreamEvent[(int) Math.min(size() - from, limit)];
    Arrays.setAll(events, i -> event((int) from + i));
    return List.of(events);
  }

  synchronized void expire(Instant now) {
    Instant kept = now.minus(limits.age());
    while (size() > 0 && oldestTime().isBefore(kept)) {
      dropOldest();
    }
    pack(now);
  }

  private int size() {
    return packed.size() + fresh.size();
  }

  private StreamEvent event(int index) {
    return index < packed.size()
        ? packed.get(index).unpacked(new StreamPosition(epoch, newest - size() + 1 + index))
        : fresh.get(index - packed.size());
  }

  private Instant oldestTime() {
    return packed.isEmpty() ? fresh.get(0).ts() : packed.get(0).ts();
  }

  /** Packs what is no longer fresh. */
  private void pack(Instant now) {
    Instant since = now.minus(FRESH);
    while (!fresh.isEmpty() && fresh.get(0).ts().isBefore(since)) {
      packed.addLast(new PackedEvent(fresh.removeFirst()));
    }
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
    int size = packed.isEmpty() ? fresh.removeFirst().bytes() : packed.removeFirst().bytes();
    bytes -= size;
    totalBytes.addAndGet(-size);
  }
}
