package com.acme.chat.protocol;

import com.acme.chat.connection.Connection;
import com.acme.chat.connection.UserKey;
import com.acme.chat.routing.Envelope;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.Generated;

/** Skeleton of the message router of the protocol {@code chat.v1}. */
@Generated("com.acme.protocol.compiler.JavaSkeleton")
public abstract class ProtocolMessageRouter {

  private final Map<UserKey, Set<String>> connectionsByUser = new HashMap<>();
  private final Map<String, Connection> connections = new HashMap<>();

  public boolean registerConnection(UserKey user, Connection connection) {
    if (connections.putIfAbsent(connection.id(), connection) != null) {
      connection.close(4400, "connection_id_taken");
      return false;
    }
    connectionsByUser.computeIfAbsent(user, key -> new TreeSet<>()).add(connection.id());
    return true;
  }

  public void unregisterConnection(String connectionId) {
    connections.remove(connectionId);
    connectionsByUser.values().forEach(open -> open.remove(connectionId));
  }

  public boolean routeMessage(String connectionId, Envelope message) {
    switch (message.type()) {
      case "user_message":
        return onUserMessage(connectionId, message);
      case "typing":
        return onTyping(connectionId, message);
      case "cancel_run":
        return onCancelRun(connectionId, message);
      default:
        connections
            .get(connectionId)
            .send(Envelope.error(message.id(), "unknown_message_type").toFrame());
        return false;
    }
  }

  public int broadcastToUser(UserKey user, Envelope event) {
    int delivered = 0;
    for (String connectionId : connectionsByUser.getOrDefault(user, Set.of())) {
      if (connections.get(connectionId).send(event.toFrame())) {
        delivered++;
      }
    }
    return delivered;
  }

  protected abstract boolean onUserMessage(String connectionId, Envelope message);

  protected abstract boolean onTyping(String connectionId, Envelope message);

  protected abstract boolean onCancelRun(String connectionId, Envelope message);
}
