package dev.ssot.router.log;

import dev.ssot.router.limits.LogLimits;
import dev.ssot.router.protocol.StreamEvent;
import dev.ssot.router.protocol.UserKey;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A log in this process's memory, bounded by count, bytes and age for each user and by bytes for
 * all.
 *
 * <p>When all users together reach the total, the user who emits loses his own oldest events, and
 * is refused when that is not enough: nobody pushes out the events of another. A forgotten stream
 * never comes back with the same epoch. Safe for use by several threads.
 */
public final class InMemoryEventLog implements EventLog {

  private final LogLimits limits;
  private final String name;
  private final AtomicLong epochs = new AtomicLong();
  private final AtomicLong totalBytes = new AtomicLong();
  private final ConcurrentHashMap<UserKey, StoredStream> streams = new ConcurrentHashMap<>();

  /**
   * An empty log.
   *
   * @param name begins every epoch; unique for this log, such as a random id made at start-up
   */
  public InMemoryEventLog(LogLimits limits, String name) {
    this.limits = limits;
    this.name = name;
  }

  @Override
  public LogHead head(UserKey user) {
    return stream(user).head();
  }

  @Override
  public void append(UserKey user, StreamEvent event) {
    stream(user).append(event);
  }

  @Override
  public List<StreamEvent> read(UserKey user, long seq, int limit) {
    StoredStream stream = streams.get(user);
    return stream == null ? List.of() : stream.read(seq, limit);
  }

  @Override
  public void expire(UserKey user, Instant now) {
    StoredStream stream = streams.get(user);
    if (stream != null) {
      stream.expire(now);
    }
  }

  @Override
  public void release(UserKey user) {
    streams.computeIfPresent(user, (key, stream) -> stream.head().isEmpty() ? null : stream);
  }

  /** Streams that are kept, those without events included. */
  public int streams() {
    return streams.size();
  }

  /** Bytes of all events that are kept. */
  public long bytes() {
    return totalBytes.get();
  }

  /** Events that are kept; exact when nothing happens at the same time. */
  public long events() {
    return streams.values().stream().mapToLong(stream -> stream.head().size()).sum();
  }

  /** Looks first, as {@code computeIfAbsent} may lock even if there is nothing to be computed. */
  private StoredStream stream(UserKey user) {
    StoredStream known = streams.get(user);
    return known != null
        ? known
        : streams.computeIfAbsent(
            user,
            key -> new StoredStream(limits, name + "-" + epochs.incrementAndGet(), totalBytes));
  }
}
