package com.acme.chat.testing;

import com.acme.chat.connection.Connection;
import com.acme.chat.connection.UserKey;
import com.acme.chat.routing.Envelope;
import com.acme.chat.routing.MessageHandler;
import com.acme.chat.routing.RouteResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Routes in memory, without limits, for tests of handlers. */
public final class FakeMessageRouter {

  private final Map<String, MessageHandler> handlers = new HashMap<>();
  private final Map<String, Connection> connections = new HashMap<>();
  private final Map<UserKey, Set<String>> connectionsByUser = new HashMap<>();
  private final Map<String, UserKey> userByConnection = new HashMap<>();

  public void addHandler(MessageHandler handler) {
    handlers.put(handler.type(), handler);
  }

  public boolean registerConnection(UserKey user, Connection connection) {
    connections.put(connection.id(), connection);
    userByConnection.put(connection.id(), user);
    connectionsByUser.computeIfAbsent(user, key -> new HashSet<>()).add(connection.id());
    return true;
  }

  public void unregisterConnection(String connectionId) {
    connections.remove(connectionId);
    connectionsByUser.get(userByConnection.remove(connectionId)).remove(connectionId);
  }

  public RouteResult routeMessage(String connectionId, Envelope message) {
    MessageHandler handler = handlers.get(message.type());
    if (handler == null) {
      connections
          .get(connectionId)
          .send(Envelope.error(message.id(), "unknown_message_type").toFrame());
      return RouteResult.UNKNOWN_TYPE;
    }
    handler.handle(
        userByConnection.get(connectionId),
        message,
        answer -> connections.get(connectionId).send(answer.toFrame()));
    return RouteResult.HANDLED;
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

  public List<String> connectionsOf(UserKey user) {
    return new ArrayList<>(connectionsByUser.getOrDefault(user, Set.of()));
  }
}
