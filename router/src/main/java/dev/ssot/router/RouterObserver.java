package dev.ssot.router;

import dev.ssot.router.protocol.CloseCode;
import dev.ssot.router.protocol.ConnectionId;
import dev.ssot.router.protocol.Emission;
import dev.ssot.router.protocol.ErrorCode;
import dev.ssot.router.protocol.Event;
import dev.ssot.router.protocol.UserKey;
import java.time.Duration;
import java.util.Optional;

/**
 * Is told what an operator wants to count or log. Called without a lock, by several threads at
 * once; what it throws is ignored.
 */
public interface RouterObserver {

  /** Sees nothing. */
  RouterObserver NONE = new RouterObserver() {};

  /** A handler threw, returned nothing or did not answer in time. */
  default void handlerFailed(DeadLetter letter) {}

  /** A connection was attached. */
  default void connectionOpened(UserKey user, ConnectionId connection) {}

  /** The transport has lost a connection that the router had not closed. */
  default void connectionLost(UserKey user, ConnectionId connection) {}

  /**
   * A message was answered, for the first time: one that is sent again is not told again.
   *
   * @param error empty if it was accepted
   * @param took time from the message's turn to its answer; zero if it never had a turn
   */
  default void messageAnswered(
      UserKey user, String type, Optional<ErrorCode> error, Duration took) {}

  /** An event was taken for a user, or refused. */
  default void eventDecided(UserKey user, Event event, Emission outcome) {}

  /** The router has closed a connection. */
  default void connectionClosed(UserKey user, ConnectionId connection, CloseCode code) {}

  /**
   * A user has got a first connection or lost his last one; {@link Tenant#present()} says which.
   * Calls for one user may overtake each other, and quick changes are told one by one.
   */
  default void presenceChanged(UserKey user) {}

  /** The work that was due for a user at a tick has thrown; the next tick tries again. */
  default void tickFailed(UserKey user, Throwable cause) {}

  /** The sending side of a connection threw; the connection is closed. */
  default void outboundFailed(UserKey user, ConnectionId connection, Throwable cause) {}
}
