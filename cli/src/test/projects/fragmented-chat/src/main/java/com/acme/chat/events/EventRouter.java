package com.acme.chat.events;

import com.acme.chat.connection.Connection;
import com.acme.chat.routing.Envelope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Routes the events of agent runs to the connections of a user, by thread where there is one. */
public class EventRouter { // finds: duplicate-implementation, incompatible-contract

  private static final System.Logger LOG = System.getLogger(EventRouter.class.getName());

  private final Map<String, List<Target>> connectionsByUser = new HashMap<>();
  private final Map<String, String> userByConnection = new HashMap<>();
  private final Function<String, Connection> sockets;

  /** What a connection listens to. */
  private record Target(String connectionId, String threadId) {}

  public EventRouter(Function<String, Connection> sockets) {
    this.sockets = sockets;
  }

  /** Registers a connection of a user for the events of a thread. */
  public synchronized boolean registerConnection(
      String userId, String connectionId, String threadId) {
    String owner = userByConnection.putIfAbsent(connectionId, userId);
    if (owner != null && !owner.equals(userId)) {
      LOG.log(System.Logger.Level.WARNING, "connection_id_taken: {0}", connectionId);
      return false;
    }
    connectionsByUser
        .computeIfAbsent(userId, user -> new ArrayList<>())
        .add(new Target(connectionId, threadId));
    return true;
  }

  /** Forgets a connection. */
  public synchronized void unregisterConnection(String connectionId) {
    String userId = userByConnection.remove(connectionId);
    if (userId == null) {
      return;
    }
    List<Target> targets = connectionsByUser.get(userId);
    targets.removeIf(target -> target.connectionId().equals(connectionId));
    if (targets.isEmpty()) {
      connectionsByUser.remove(userId);
    }
  }

  /** Routes an event to one connection of a user; false if it was not delivered. */
  public synchronized boolean routeEvent(String userId, String connectionId, Envelope event) {
    if (!userId.equals(userByConnection.get(connectionId))) {
      LOG.log(System.Logger.Level.WARNING, "not_your_connection: {0}", connectionId);
      return false;
    }
    Connection connection = sockets.apply(connectionId);
    return connection != null && connection.send(event.toFrame());
  }

  /** Sends an event to every connection of a user; returns how many took it. */
  public synchronized int broadcastToUser(String userId, Envelope event) {
    int delivered = 0;
    for (String connectionId : getUserConnections(userId)) {
      if (routeEvent(userId, connectionId, event)) {
        delivered++;
      } else if (isCritical(event.type())) {
        LOG.log(System.Logger.Level.ERROR, "Lost {0} for {1}", event.type(), userId);
        unregisterConnection(connectionId);
      }
    }
    return delivered;
  }

  /** The ids of the connections of a user. */
  public synchronized List<String> getUserConnections(String userId) {
    return connectionsByUser.getOrDefault(userId, List.of()).stream()
        .map(Target::connectionId)
        .distinct()
        .toList();
  }

  private static boolean isCritical(String type) {
    switch (type) { // finds: scattered-dispatch
      case "agent_started":
      case "agent_thinking":
      case "tool_executing":
      case "tool_completed":
      case "agent_completed":
        return true;
      default:
        return false;
    }
  }
}
