package dev.ssot.router;

import dev.ssot.router.limits.LogLimits;
import dev.ssot.router.log.EventLog;
import dev.ssot.router.log.LogHead;
import dev.ssot.router.protocol.Resumption;
import dev.ssot.router.protocol.StreamEvent;
import dev.ssot.router.protocol.StreamPosition;
import dev.ssot.router.protocol.UserKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Passes everything on to a log and writes down what the streams ought to be: the reference that
 * clients are held against. It knows the retention by count and age from the limits alone.
 */
final class RecordingLog implements EventLog {

  private final EventLog log;
  private final LogLimits limits;
  private final ConcurrentHashMap<UserKey, Reference> references = new ConcurrentHashMap<>();

  RecordingLog(EventLog log, LogLimits limits) {
    this.log = log;
    this.limits = limits;
  }

  /** Everything that was ever logged of a user in the present epoch. */
  Reference reference(UserKey user) {
    return references.computeIfAbsent(user, key -> new Reference(limits));
  }

  @Override
  public LogHead head(UserKey user) {
    LogHead head = log.head(user);
    reference(user).sawEpoch(head.epoch());
    return head;
  }

  @Override
  public void append(UserKey user, StreamEvent event) {
    log.append(user, event);
    reference(user).appended(event);
  }

  @Override
  public List<StreamEvent> read(UserKey user, long seq, int limit) {
    return log.read(user, seq, limit);
  }

  @Override
  public void expire(UserKey user, Instant now) {
    log.expire(user, now);
    reference(user).expired(now);
  }

  @Override
  public void release(UserKey user) {
    log.release(user);
    reference(user).released();
  }

  /** The stream of one user as it ought to be. Thread-safe. */
  static final class Reference {

    private final LogLimits limits;
    private final List<StreamEvent> history = new ArrayList<>();
    private final Map<StreamPosition, StreamEvent> byPosition = new HashMap<>();
    private final List<StreamEvent> epochEvents = new ArrayList<>();
    private String epoch = "";
    private long oldestKept = 1;

    private Reference(LogLimits limits) {
      this.limits = limits;
    }

    synchronized long newest() {
      return epochEvents.size();
    }

    synchronized String epoch() {
      return epoch;
    }

    /** The event at a position; fails if nothing was logged there. */
    synchronized StreamEvent at(StreamPosition position) {
      StreamEvent event = byPosition.get(position);
      if (event == null) {
        throw new AssertionError("Nothing was logged at " + position);
      }
      return event;
    }

    /** Everything ever logged, all epochs one after the other. */
    synchronized List<StreamEvent> history() {
      return List.copyOf(history);
    }

    /** Whether a state event has a newer one of its kind. */
    synchronized boolean isSuperseded(StreamEvent event) {
      return epochEvents.stream()
          .anyMatch(
              later ->
                  later.seq() > event.seq()
                      && later.event().eventClass() == event.event().eventClass()
                      && later.event().type().equals(event.event().type()));
    }

    /** What a client at a position is to be told, and after which number its events follow. */
    synchronized ResumePoint expected(StreamPosition position) {
      if (!position.epoch().equals(epoch)) {
        return new ResumePoint(Resumption.OTHER_EPOCH, oldestKept - 1);
      }
      boolean kept = position.seq() + 1 >= oldestKept;
      return kept
          ? new ResumePoint(Resumption.RESUMED, position.seq())
          : new ResumePoint(Resumption.PAST_RETENTION, oldestKept - 1);
    }

    private synchronized void sawEpoch(String seen) {
      if (!seen.equals(epoch)) {
        if (oldestKept <= epochEvents.size()) {
          throw new AssertionError("Epoch " + epoch + " ended while events of it were kept");
        }
        epoch = seen;
        epochEvents.clear();
        oldestKept = 1;
      }
    }

    /** Nobody holds anything of the user, so an empty stream is gone. */
    private synchronized void released() {
      if (oldestKept > newest()) {
        epoch = "";
        epochEvents.clear();
        oldestKept = 1;
      }
    }

    private synchronized void appended(StreamEvent event) {
      if (event.seq() != newest() + 1 || !event.position().epoch().equals(epoch)) {
        throw new AssertionError("%s after %d of %s".formatted(event, newest(), epoch));
      }
      epochEvents.add(event);
      history.add(event);
      byPosition.put(event.position(), event);
      oldestKept = Math.max(oldestKept, newest() - limits.events() + 1);
    }

    private synchronized void expired(Instant now) {
      Instant kept = now.minus(limits.age());
      while (oldestKept <= newest() && epochEvents.get((int) oldestKept - 1).ts().isBefore(kept)) {
        oldestKept++;
      }
    }
  }
}
