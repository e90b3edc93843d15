package dev.ssot.router;

import dev.ssot.router.log.EventLog;
import dev.ssot.router.log.LogFull;
import dev.ssot.router.log.LogHead;
import dev.ssot.router.log.LogUnavailable;
import dev.ssot.router.protocol.StreamEvent;
import dev.ssot.router.protocol.UserKey;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * The log with an eye on whether it works.
 *
 * <p>A log that is away is not asked again before the next tick, so that a time-out of it is waited
 * for once and not by every user in turn. One that answers but takes no events is tried with every
 * event, and counts as failing until it has taken one. Thread-safe.
 */
final class WatchedLog implements EventLog {

  private final EventLog log;
  private volatile boolean away;
  private volatile boolean refusing;

  WatchedLog(EventLog log) {
    this.log = log;
  }

  /** Whether the log fails for everybody. */
  boolean isFailing() {
    return away || refusing;
  }

  /** Lets the next call find out whether the log is back. */
  void askAgain() {
    away = false;
  }

  @Override
  public LogHead head(UserKey user) {
    return asking(() -> log.head(user));
  }

  /** Adds an event. A log that fails may have stored it all the same; only the log itself knows. */
  @Override
  public void append(UserKey user, StreamEvent event) {
    requireThere();
    try {
      log.append(user, event);
    } catch (LogFull full) {
      throw full;
    } catch (LogUnavailable failure) {
      refusing = true;
      requireStored(user, event, failure);
    }
    refusing = false;
  }

  @Override
  public List<StreamEvent> read(UserKey user, long seq, int limit) {
    return asking(() -> log.read(user, seq, limit));
  }

  @Override
  public void expire(UserKey user, Instant now) {
    asking(
        () -> {
          log.expire(user, now);
          return true;
        });
  }

  @Override
  public void release(UserKey user) {
    asking(
        () -> {
          log.release(user);
          return true;
        });
  }

  private void requireStored(UserKey user, StreamEvent event, LogUnavailable failure) {
    LogHead head = head(user);
    if (!head.epoch().equals(event.position().epoch()) || head.newest() != event.seq()) {
      throw failure;
    }
  }

  private <T> T asking(Supplier<T> call) {
    requireThere();
    try {
      return call.get();
    } catch (LogUnavailable failure) {
      away = true;
      throw failure;
    }
  }

  private void requireThere() {
    if (away) {
      throw new LogUnavailable("The log is away; it is asked again at the next tick");
    }
  }
}
