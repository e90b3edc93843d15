package dev.ssot.router;

import dev.ssot.router.log.EventLog;
import dev.ssot.router.log.LogHead;
import dev.ssot.router.log.LogUnavailable;
import dev.ssot.router.protocol.StreamEvent;
import dev.ssot.router.protocol.UserKey;
import java.time.Instant;
import java.util.List;

/** A log that fails in the way that a test asks for; a remote log can't be made to do so. */
final class FailingLog implements EventLog {

  /** How it fails. */
  enum Mode {
    WORKS,
    AWAY,
    REFUSES,
    STORES_AND_FAILS,
    NEVER_RELEASES
  }

  private final EventLog log;
  private Mode mode = Mode.WORKS;
  private int calls;

  FailingLog(EventLog log) {
    this.log = log;
  }

  void mode(Mode other) {
    mode = other;
  }

  /** How often it was called. */
  int calls() {
    return calls;
  }

  @Override
  public LogHead head(UserKey user) {
    requireThere();
    return log.head(user);
  }

  @Override
  public void append(UserKey user, StreamEvent event) {
    requireThere();
    if (mode != Mode.REFUSES) {
      log.append(user, event);
    }
    if (mode == Mode.REFUSES || mode == Mode.STORES_AND_FAILS) {
      throw new LogUnavailable("The log does not answer");
    }
  }

  @Override
  public List<StreamEvent> read(UserKey user, long seq, int limit) {
    requireThere();
    return log.read(user, seq, limit);
  }

  @Override
  public void expire(UserKey user, Instant now) {
    requireThere();
    log.expire(user, now);
  }

  @Override
  public void release(UserKey user) {
    requireThere();
    if (mode == Mode.NEVER_RELEASES) {
      throw new LogUnavailable("The log lets nobody go");
    }
    log.release(user);
  }

  private void requireThere() {
    calls++;
    if (mode == Mode.AWAY) {
      throw new LogUnavailable("The log is away");
    }
  }
}
