package com.acme.tidy.routing;

import com.acme.tidy.connection.Connection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Routes messages of clients to handlers and events to the connections of one user. */
public final class MessageRouter {

  private final RouterLimits limits;
  private final Map<String, MessageHandler> handlers = new ConcurrentHashMap<>();
  private final Map<String, Connection> connections = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> connectionsByUser = new ConcurrentHashMap<>();

  public MessageRouter(RouterLimits limits) {
    this.limits = limits;
  }

  /**
   * Adds the handler of a message type.
   *
   * @throws IllegalStateException if the type has a handler already
   */
  public void addHandler(String type, MessageHandler handler) {
    if (handlers.putIfAbsent(type, handler) != null) {
      throw new IllegalStateException("The type " + type + " has a handler already");
    }
  }

  /** Registers a connection; false if its user has too many or its id is taken. */
  public boolean registerConnection(Connection connection) {
    Set<String> open =
        connectionsByUser.computeIfAbsent(
            connection.userId(), user -> ConcurrentHashMap.newKeySet());
    if (open.size() >= limits.connectionsPerUser()
        || connections.putIfAbsent(connection.id(), connection) != null) {
      return false;
    }
    return open.add(connection.id());
  }

  /** Forgets a connection. */
  public void unregisterConnection(String connectionId) {
    Connection gone = connections.remove(connectionId);
    if (gone != null) {
      connectionsByUser.computeIfPresent(
          gone.userId(),
          (user, open) -> {
            open.remove(connectionId);
            return open.isEmpty() ? null : open;
          });
    }
  }

  /** Hands a message to the handler of its type; false, and an error frame, if there is none. */
  public boolean routeMessage(String connectionId, String type, String text) {
    Connection sender = connections.get(connectionId);
    if (sender == null) {
      return false;
    }
    MessageHandler handler = handlers.get(type);
    if (handler == null || text.length() > limits.messageSize()) {
      sender.send(handler == null ? "error unknown_message_type" : "error message_too_large");
      return false;
    }
    return sender.send(handler.handle(sender.userId(), text));
  }

  /** Sends an event to every connection of a user; returns how many took it. */
  public int broadcastToUser(String userId, String event) {
    List<String> open = List.copyOf(connectionsByUser.getOrDefault(userId, Set.of()));
    return (int)
        open.stream()
            .map(connections::get)
            .filter(connection -> connection != null && connection.send(event))
            .count();
  }
}
