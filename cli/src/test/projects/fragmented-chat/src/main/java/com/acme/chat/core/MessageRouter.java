package com.acme.chat.core;

import com.acme.chat.connection.Connection;
import com.acme.chat.connection.UserKey;
import com.acme.chat.routing.Envelope;
import com.acme.chat.routing.MessageHandler;
import com.acme.chat.routing.RouteResult;
import java.util.List;

/**
 * The router under its old name.
 *
 * @deprecated use {@link com.acme.chat.routing.MessageRouter}
 */
@Deprecated(since = "3.0", forRemoval = true)
public final class MessageRouter { // finds: overdue-shim

  private final com.acme.chat.routing.MessageRouter router;

  public MessageRouter(com.acme.chat.routing.MessageRouter router) {
    this.router = router;
  }

  public void addHandler(MessageHandler handler) {
    router.addHandler(handler);
  }

  public boolean registerConnection(UserKey user, Connection connection) {
    return router.registerConnection(user, connection);
  }

  public void unregisterConnection(String connectionId) {
    router.unregisterConnection(connectionId);
  }

  public RouteResult routeMessage(String connectionId, Envelope message) {
    return router.routeMessage(connectionId, message);
  }

  public int broadcastToUser(UserKey user, Envelope event) {
    return router.broadcastToUser(user, event);
  }

  public List<String> connectionsOf(UserKey user) {
    return router.connectionsOf(user);
  }
}
