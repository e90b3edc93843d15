package com.acme.tidy.routing;

import com.acme.tidy.connection.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps what is routed and sends nothing. */
final class FakeMessageRouter {

  private final Map<String, Connection> connections = new HashMap<>();
  private final List<String> routed = new ArrayList<>();

  boolean registerConnection(Connection connection) {
    return connections.put(connection.id(), connection) == null;
  }

  void unregisterConnection(String connectionId) {
    connections.remove(connectionId);
  }

  boolean routeMessage(String connectionId, String type, String text) {
    return connections.containsKey(connectionId) && routed.add(type + " " + text);
  }

  List<String> routed() {
    return List.copyOf(routed);
  }
}
