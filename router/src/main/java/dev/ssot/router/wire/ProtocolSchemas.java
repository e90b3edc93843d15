package dev.ssot.router.wire;

import dev.ssot.router.PayloadRules;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.Types;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The published schemas of {@code ssot.v1} as rules of a router: the five critical events, and
 * whatever types of its own an application adds. Immutable.
 */
public final class ProtocolSchemas implements PayloadRules {

  /** The published schema, beside this class. */
  public static final String SCHEMA_FILE = "ssot.v1.schema.json";

  /** The published description of channels and messages, beside this class. */
  public static final String ASYNCAPI_FILE = "ssot.v1.asyncapi.json";

  private final Map<String, PayloadSchema> messages;
  private final Map<String, PayloadSchema> events;

  private ProtocolSchemas(Builder parts) {
    messages = new TreeMap<>(parts.messages);
    events = new TreeMap<>(parts.events);
  }

  /** Begins with what the protocol itself says. */
  public static Builder builder() {
    return new Builder();
  }

  /** The text of one of the published files. */
  public static String published(String file) {
    try (InputStream stream = ProtocolSchemas.class.getResourceAsStream(file)) {
      byte[] bytes = Objects.requireNonNull(stream, file).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("Resource `%s` can't be read".formatted(file), broken);
    }
  }

  @Override
  public Optional<String> inMessage(String type, Payload payload) {
    return violation(messages, type, payload);
  }

  @Override
  public Optional<String> inEvent(String type, Payload payload) {
    return violation(events, type, payload);
  }

  private static Optional<String> violation(
      Map<String, PayloadSchema> schemas, String type, Payload payload) {
    PayloadSchema schema = schemas.get(type);
    return schema == null ? Optional.empty() : schema.violation(payload);
  }

  /** Adds schemas of the application. Not safe for use by several threads. */
  public static final class Builder {

    private final Map<String, PayloadSchema> messages = new TreeMap<>();
    private final Map<String, PayloadSchema> events = new TreeMap<>();

    private Builder() {
      Map<String, @Nullable Object> document = PayloadSchema.document(published(SCHEMA_FILE));
      for (String type : Types.ofRuns()) {
        events.put(type, PayloadSchema.at(document, "#/$defs/" + type));
      }
    }

    /**
     * Gives the schema of a client message's payload.
     *
     * @throws IllegalArgumentException if the type has one already
     */
    public Builder message(String type, PayloadSchema schema) {
      return add(messages, type, schema);
    }

    /**
     * Gives the schema of an event's payload.
     *
     * @throws IllegalArgumentException if the type has one already
     */
    public Builder event(String type, PayloadSchema schema) {
      return add(events, type, schema);
    }

    /** The finished rules. */
    public ProtocolSchemas build() {
      return new ProtocolSchemas(this);
    }

    private Builder add(Map<String, PayloadSchema> schemas, String type, PayloadSchema schema) {
      if (schemas.putIfAbsent(type, schema) != null) {
        throw new IllegalArgumentException(
            "Type `%s` has a schema already; keep one of the two".formatted(type));
      }
      return this;
    }
  }
}
