package dev.ssot.router;

import dev.ssot.router.protocol.CloseCode;
import dev.ssot.router.protocol.ConnectionId;
import dev.ssot.router.protocol.UserKey;

/**
 * Is told what an operator wants to count or log. Called without a lock, by several threads at
 * once; what it throws is ignored.
 */
public interface RouterObserver {

  /** Sees nothing. */
  RouterObserver NONE = new RouterObserver() {};

  /** A handler threw, returned nothing or did not answer in time. */
  default void handlerFailed(DeadLetter letter) {}

  /** The router has closed a connection. */
  default void connectionClosed(UserKey user, ConnectionId connection, CloseCode code) {}

  /** The sending side of a connection threw; the connection is closed. */
  default void outboundFailed(UserKey user, ConnectionId connection, Throwable cause) {}
}
