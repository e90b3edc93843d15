package dev.ssot.router.wire;

import dev.ssot.router.limits.JsonLimits;
import dev.ssot.router.protocol.ClientMessage;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What clients say as JSON text. Unknown fields of the envelope are ignored; everything else that
 * is not as it must be is refused. Safe for use by several threads.
 */
public final class ClientMessageCodec {

  private static final String USER_FIELD = "user_id";
  private static final String USER_FIELD_TOO = "userId";

  private final JsonReader reader;
  private final JsonWriter writer;

  /** A codec that reads within the given limits. */
  public ClientMessageCodec(JsonLimits limits) {
    this(limits, new JsonWriter());
  }

  /** A codec that reads within the given limits and shares what it writes with. */
  public ClientMessageCodec(JsonLimits limits, JsonWriter writer) {
    reader = new JsonReader(limits, limits.frameBytes());
    this.writer = writer;
  }

  /**
   * The message in a frame, if there is nothing unusual about it. Whatever it is that was not read,
   * {@link #read} says what to make of it.
   */
  public Optional<ClientMessage> readPlain(byte[] utf8) {
    Optional<Map<String, @Nullable Object>> fields = reader.plain(utf8);
    try {
      return fields.isPresent()
          ? Optional.of(message(new Envelope(fields.get())))
          : Optional.empty();
    } catch (MalformedFrame malformed) {
      return Optional.empty();
    }
  }

  /** The message in a frame, or why it is none. */
  public Decoded<ClientMessage> read(ByteBuffer utf8) {
    return read(() -> reader.object(utf8));
  }

  /** The message in a frame whose size was checked and that was decoded from UTF-8 on its way. */
  public Decoded<ClientMessage> read(String text) {
    return read(() -> reader.object(text));
  }

  /** The frame of a message, as a client sends it. */
  public byte[] write(ClientMessage message) {
    return writer
        .begin()
        .field("v", message.version())
        .field("type", message.type())
        .optional("id", message.id())
        .optional("session", message.session())
        .optional(USER_FIELD, message.claimedUser())
        .name("payload")
        .value(message.payload().fields())
        .end()
        .bytes();
  }

  private static Decoded<ClientMessage> read(FieldSource source) {
    String id = "";
    try {
      Map<String, @Nullable Object> fields = source.fields();
      id = fields.get("id") instanceof String text ? text : "";
      return new Decoded.Message<>(message(new Envelope(fields)));
    } catch (MalformedFrame malformed) {
      return Decoded.refused(id, malformed.code(), malformed.text());
    }
  }

  private static ClientMessage message(Envelope envelope) throws MalformedFrame {
    envelope.requireVersion();
    return new ClientMessage(
        ClientMessage.VERSION,
        envelope.required("type"),
        envelope.optional("id"),
        envelope.optional("session"),
        claimedUser(envelope),
        envelope.payload());
  }

  private static String claimedUser(Envelope envelope) throws MalformedFrame {
    String one = envelope.optional(USER_FIELD);
    String other = envelope.optional(USER_FIELD_TOO);
    if (!one.isEmpty() && !other.isEmpty() && !one.equals(other)) {
      throw MalformedFrame.protocol("`user_id` and `userId` differ; leave both out");
    }
    return one.isEmpty() ? other : one;
  }
}
