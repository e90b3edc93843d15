package com.acme.chat.routing;

import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * One message, in either direction.
 *
 * @param type message type, such as {@code agent_started}
 * @param id chosen by the client, or the empty string
 * @param payload fields of the message, sorted by name
 */
public record Envelope(String type, String id, Map<String, String> payload) {

  public Envelope {
    payload = Map.copyOf(payload);
  }

  /** Says that a handler has finished. */
  public static Envelope acknowledgement(String id) {
    return new Envelope("ack", id, Map.of());
  }

  /** Says why a message was not handled. */
  public static Envelope error(String id, String code) {
    return new Envelope("error", id, Map.of("code", code));
  }

  public Envelope withType(String other) {
    return new Envelope(other, id, payload);
  }

  /** The number of characters that count towards the limit of a message. */
  public int size() {
    return payload.values().stream().mapToInt(String::length).sum();
  }

  /** The message as a JSON text frame. */
  public String toFrame() {
    StringJoiner fields = new StringJoiner(",", "{", "}");
    new TreeMap<>(payload).forEach((name, value) -> fields.add(quote(name) + ":" + quote(value)));
    return "{\"v\":1,\"type\":%s,\"id\":%s,\"payload\":%s}"
        .formatted(quote(type), quote(id), fields);
  }

  private static String quote(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
