package dev.ssot.router;

import dev.ssot.router.log.EventLog;
import dev.ssot.router.log.LogHead;
import dev.ssot.router.log.LogUnavailable;
import dev.ssot.router.protocol.Event;
import dev.ssot.router.protocol.RunStep;
import dev.ssot.router.protocol.StreamEvent;
import dev.ssot.router.protocol.StreamPosition;
import dev.ssot.router.protocol.UserKey;
import java.time.Instant;
import java.util.List;

/**
 * The one writer of a user's stream: gives each event its number and has it logged before anybody
 * hears of it. Guarded by the user's lock.
 */
final class UserStream {

  private final UserKey user;
  private final EventLog log;
  private String epoch = "";
  private long newest;
  private boolean inDoubt = true;

  UserStream(UserKey user, EventLog log) {
    this.user = user;
    this.log = log;
  }

  /** Number of the newest event that is known to be logged. */
  long newest() {
    return newest;
  }

  /**
   * Asks the log where the stream stands, if that is not certain.
   *
   * @return whether the stream goes on; false if it has begun anew since it was last seen
   */
  boolean refresh() {
    return !inDoubt || accept(log.head(user));
  }

  /** Has the log asked before the next event where the stream stands. */
  void doubt() {
    inDoubt = true;
  }

  /** The bounds of the stream. */
  LogHead head() {
    return log.head(user);
  }

  /** The position of the next event. */
  StreamPosition next() {
    return new StreamPosition(epoch, newest + 1);
  }

  /** The place at the head of the stream. */
  StreamPosition here() {
    return new StreamPosition(epoch, newest);
  }

  /** Logs an event, or throws {@link LogUnavailable} and leaves the stream as it was. */
  StreamEvent append(Event event, RunStep step, Instant now) {
    StreamEvent logged = new StreamEvent(next(), now, step, event);
    try {
      log.append(user, logged);
    } catch (LogUnavailable unavailable) {
      inDoubt = true;
      throw unavailable;
    } catch (IllegalStateException conflict) {
      inDoubt = true;
      throw new LogUnavailable("The stream is not where it was; emit again", conflict);
    }
    newest = logged.seq();
    return logged;
  }

  /**
   * The events after a place; none if the stream of its epoch is gone, though another one with the
   * same numbers may have begun.
   */
  List<StreamEvent> readAfter(StreamPosition place, int limit) {
    List<StreamEvent> events = log.read(user, place.seq(), limit);
    for (StreamEvent event : events) {
      if (!event.position().epoch().equals(place.epoch())) {
        return List.of();
      }
    }
    return events;
  }

  private boolean accept(LogHead head) {
    boolean goesOn = epoch.isEmpty() || (epoch.equals(head.epoch()) && newest <= head.newest());
    epoch = head.epoch();
    newest = head.newest();
    inDoubt = false;
    return goesOn;
  }
}
