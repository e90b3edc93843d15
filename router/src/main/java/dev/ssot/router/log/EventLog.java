package dev.ssot.router.log;

import dev.ssot.router.protocol.StreamEvent;
import dev.ssot.router.protocol.UserKey;
import java.time.Instant;
import java.util.List;

/**
 * Keeps the latest events of each user's stream and so is the truth about it: an event that is not
 * here does not exist.
 *
 * <p>The router calls it for one user from one thread at a time, for different users concurrently;
 * a call may block. Every method throws {@link LogUnavailable} when it can't do its work, {@link
 * LogFull} if that is only because this event has no room.
 */
public interface EventLog {

  /** The bounds of the user's stream; begins the stream, with a new epoch, if there is none. */
  LogHead head(UserKey user);

  /**
   * Adds the next event to the user's stream. The oldest may be dropped to make room.
   *
   * @throws IllegalStateException if the event does not follow the newest one
   */
  void append(UserKey user, StreamEvent event);

  /**
   * The kept events after {@code seq}, in order and without gap.
   *
   * @return at most {@code limit} events; empty if there are none, or if the one after {@code seq}
   *     is no longer kept
   */
  List<StreamEvent> read(UserKey user, long seq, int limit);

  /** Drops the user's events that are past retention at {@code now}. */
  void expire(UserKey user, Instant now);

  /** Says that the router keeps nothing of this user; a stream without events may be forgotten. */
  void release(UserKey user);
}
