package com.acme.chat.legacy;

import com.acme.chat.spi.InboundGateway;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The first router of the chat: a chain of handlers, of which the first that can handle a message
 * type wins.
 */
public class MessageRouter implements InboundGateway { // finds: duplicate-implementation, incompatible-contract

  private final List<LegacyHandler> handlers = new ArrayList<>();
  private final Map<String, WebSocket> socketsByUser = new HashMap<>();
  private long routed;
  private long refused;
  private long failed;

  public synchronized void addHandler(LegacyHandler handler) {
    handlers.add(handler);
  }

  public synchronized void insertHandler(int index, LegacyHandler handler) {
    handlers.add(Math.min(index, handlers.size()), handler);
  }

  public synchronized boolean removeHandler(LegacyHandler handler) {
    return handlers.remove(handler);
  }

  /** Routes one raw frame of a user's socket; true if a handler took it. */
  public synchronized boolean routeMessage(String userId, WebSocket socket, String raw) {
    socketsByUser.put(userId, socket);
    if (raw.length() > LegacyProtocol.LONGEST_FRAME) {
      refused++;
      reply(userId, Map.of("type", "error", "code", "message_too_large"));
      return false;
    }
    Map<String, String> fields = LegacyProtocol.decode(raw);
    String type = fields.getOrDefault("type", "");
    for (LegacyHandler handler : handlers) {
      if (!handler.canHandle(type)) {
        continue;
      }
      try {
        String answer = handler.process(userId, fields);
        routed++;
        if (!answer.isEmpty()) {
          socket.sendText(answer, true);
        }
        return true;
      } catch (RuntimeException e) {
        failed++;
        reply(userId, Map.of("type", "error", "code", "handler_failed"));
        return false;
      }
    }
    refused++;
    reply(userId, Map.of("type", "error", "code", "unknown_message_type"));
    return false;
  }

  /** Sends the same event to the sockets of all users. */
  public synchronized int broadcast(String type, String text) {
    String frame = LegacyProtocol.encode(Map.of("type", type, "text", text));
    int delivered = 0;
    for (Map.Entry<String, WebSocket> entry : socketsByUser.entrySet()) {
      if (!entry.getValue().isOutputClosed()) {
        entry.getValue().sendText(frame, true);
        delivered++;
      }
    }
    return delivered;
  }

  private void reply(String userId, Map<String, String> fields) {
    WebSocket socket = socketsByUser.get(userId);
    if (socket != null && !socket.isOutputClosed()) {
      socket.sendText(LegacyProtocol.encode(fields), true);
    }
  }

  @Override
  public void accept(String userId, String raw) {
    WebSocket socket = socketsByUser.get(userId);
    if (socket != null) {
      routeMessage(userId, socket, raw);
    }
  }

  public synchronized Map<String, Long> getStats() {
    Map<String, Long> stats = new HashMap<>();
    stats.put("handlers", (long) handlers.size());
    stats.put("connections", (long) socketsByUser.size());
    stats.put("routed", routed);
    stats.put("refused", refused);
    stats.put("failed", failed);
    return stats;
  }
}
