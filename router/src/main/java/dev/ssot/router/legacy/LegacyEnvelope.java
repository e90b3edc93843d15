package dev.ssot.router.legacy;

import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.ServerFrame;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The two older envelopes. Which one a client speaks is agreed by subprotocol and never guessed.
 */
public enum LegacyEnvelope {
  /** The fields of the payload beside those of the envelope, which win. */
  FLAT("ssot.legacy-flat") {
    @Override
    Map<String, @Nullable Object> payload(Payload raw) {
      Map<String, @Nullable Object> fields = new LinkedHashMap<>(raw.fields());
      ENVELOPE.forEach(fields::remove);
      return fields;
    }

    @Override
    Map<String, @Nullable Object> around(Payload payload) {
      return new LinkedHashMap<>(payload.fields());
    }
  },
  /** The payload in {@code data}. */
  DATA("ssot.legacy-data") {
    @Override
    Map<String, @Nullable Object> payload(Payload raw) {
      return raw.object("data").orElseGet(Payload::empty).fields();
    }

    @Override
    Map<String, @Nullable Object> around(Payload payload) {
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      fields.put("data", payload.fields());
      return fields;
    }
  };

  private static final List<String> ENVELOPE =
      List.of("type", "id", "message_id", "session", "session_id", "thread_id", "user_id");

  private final String subprotocol;

  LegacyEnvelope(String subprotocol) {
    this.subprotocol = subprotocol;
  }

  /** The envelope of a subprotocol; empty if that is none of the older ones. */
  public static Optional<LegacyEnvelope> of(String subprotocol) {
    return List.of(values()).stream()
        .filter(envelope -> envelope.subprotocol.equals(subprotocol))
        .findFirst();
  }

  /** The name by which a client asks for it. */
  public String subprotocol() {
    return subprotocol;
  }

  /** The message in an old frame, its type canonical; one without a type is of the type "". */
  public ClientMessage decode(Payload raw) {
    return new ClientMessage(
        ClientMessage.VERSION,
        LegacyTypes.canonical(raw.text("type").orElse("")),
        raw.text("id").or(() -> raw.text("message_id")).orElse(""),
        raw.text("session")
            .or(() -> raw.text("session_id"))
            .or(() -> raw.text("thread_id"))
            .orElse(""),
        raw.text("user_id").orElse(""),
        Payload.of(payload(raw)));
  }

  /** An old frame. */
  public Payload encode(ServerFrame frame) {
    Map<String, @Nullable Object> fields = around(frame.payload());
    fields.put("type", frame.type());
    if (frame instanceof ServerFrame.OfEvent event) {
      fields.put("seq", event.event().seq());
      fields.put("session", event.event().event().session());
      fields.put("run", event.event().step().run());
    }
    return Payload.of(fields);
  }

  abstract Map<String, @Nullable Object> payload(Payload raw);

  abstract Map<String, @Nullable Object> around(Payload payload);
}
