package dev.ssot.router.operations;

import dev.ssot.router.log.EventLog;
import dev.ssot.router.log.LogHead;
import dev.ssot.router.log.LogUnavailable;
import dev.ssot.router.protocol.StreamEvent;
import dev.ssot.router.protocol.UserKey;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** A log that can be away. */
record AbsentLog(EventLog log, AtomicBoolean away) implements EventLog {

  private EventLog there() {
    if (away.get()) {
      throw new LogUnavailable("The log is away on purpose");
    }
    return log;
  }

  @Override
  public LogHead head(UserKey user) {
    return there().head(user);
  }

  @Override
  public void append(UserKey user, StreamEvent event) {
    there().append(user, event);
  }

  @Override
  public List<StreamEvent> read(UserKey user, long seq, int limit) {
    return there().read(user, seq, limit);
  }

  @Override
  public void expire(UserKey user, Instant now) {
    there().expire(user, now);
  }

  @Override
  public void release(UserKey user) {
    there().release(user);
  }
}
