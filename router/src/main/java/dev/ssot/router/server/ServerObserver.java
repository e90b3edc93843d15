package dev.ssot.router.server;

/**
 * Is told what becomes of sockets before they are connections. Called on threads that must not
 * block, by several at once; what it throws is ignored.
 */
public interface ServerObserver {

  /** Sees nothing. */
  ServerObserver NONE = new ServerObserver() {};

  /**
   * A handshake was answered.
   *
   * @param status of the answer: 101 if it was accepted
   */
  default void handshakeAnswered(int status) {}

  /**
   * A request for a ticket was answered.
   *
   * @param status of the answer: 201 if a ticket was given
   */
  default void ticketAnswered(int status) {}

  /** A socket was closed as its handshake took too long. */
  default void handshakeTimedOut() {}

  /** A socket was closed at once, as there were far too many. */
  default void socketDropped() {}
}
