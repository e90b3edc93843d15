package dev.ssot.router.client;

import dev.ssot.router.wire.ServerMessage;

/**
 * Is told what comes. Called by one thread at a time; a slow one slows the stream and nothing else.
 */
@FunctionalInterface
public interface ClientListener {

  /** The next event of the user's stream. */
  void event(ServerMessage event);

  /** An event for this connection only, outside of the stream. */
  default void direct(ServerMessage event) {}

  /** The router left these events out on purpose, as this client reads too slowly. */
  default void leftOut(long first, long last) {}

  /** The stream can't go on where it was; what comes next is what the router still has. */
  default void lost(String reason) {}

  /** The router says how much of its service it gives. */
  default void service(String level) {}

  /** The connection is in another state. */
  default void state(ClientState state) {}
}
