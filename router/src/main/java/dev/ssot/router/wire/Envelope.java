package dev.ssot.router.wire;

import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.ErrorCode;
import dev.ssot.router.protocol.Payload;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Typed access to the fields of an envelope that was read. */
record Envelope(Map<String, @Nullable Object> fields) {

  void requireVersion() throws MalformedFrame {
    Object version = fields.get("v");
    if (!(version instanceof Number number)) {
      throw MalformedFrame.protocol("`v` is missing or no number; give 1");
    }
    if (number.doubleValue() != ClientMessage.VERSION) {
      throw new MalformedFrame(
          ErrorCode.UNSUPPORTED_VERSION,
          "`v` is another version; this router speaks %d".formatted(ClientMessage.VERSION));
    }
  }

  String required(String name) throws MalformedFrame {
    String text = optional(name);
    if (text.isEmpty()) {
      throw MalformedFrame.protocol("`%s` is missing or empty; give a text".formatted(name));
    }
    return text;
  }

  /** The text of a field, or the empty string if it is not there. */
  String optional(String name) throws MalformedFrame {
    if (!fields.containsKey(name)) {
      return "";
    }
    if (fields.get(name) instanceof String text) {
      return text;
    }
    throw MalformedFrame.protocol("`%s` is no text".formatted(name));
  }

  /** The number of a field, or 0 if it is not there. */
  long number(String name) throws MalformedFrame {
    if (!fields.containsKey(name)) {
      return 0;
    }
    Object value = fields.get(name);
    if (value instanceof Integer || value instanceof Long) {
      return ((Number) value).longValue();
    }
    throw MalformedFrame.protocol("`%s` is no whole number".formatted(name));
  }

  Payload payload() throws MalformedFrame {
    if (!fields.containsKey("payload")) {
      return Payload.empty();
    }
    if (!(fields.get("payload") instanceof Map<?, ?> object)) {
      throw MalformedFrame.protocol("`payload` is no object");
    }
    @SuppressWarnings("unchecked") // The reader makes no keys but texts.
    Map<String, @Nullable Object> payload = (Map<String, @Nullable Object>) object;
    return Payload.of(payload);
  }
}
