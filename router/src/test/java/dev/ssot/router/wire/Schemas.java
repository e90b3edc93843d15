package dev.ssot.router.wire;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.ssot.router.limits.JsonLimits;
import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.Payload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A schema document as a validator sees it that knows nothing of this project. */
final class Schemas {

  private final String document;
  private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

  private Schemas(String document) {
    this.document = document;
  }

  static Schemas of(String document) {
    return new Schemas(document);
  }

  static Schemas published() {
    return of(ProtocolSchemas.published(ProtocolSchemas.SCHEMA_FILE));
  }

  /** Whether the schema at a pointer such as {@code /$defs/name} accepts a payload. */
  boolean accepts(String pointer, Payload payload) {
    ClientMessage around = ClientMessage.of("t", "", payload);
    String envelope =
        new String(
            new ClientMessageCodec(JsonLimits.standard()).write(around), StandardCharsets.UTF_8);
    String prefix = "{\"v\":1,\"type\":\"t\",\"payload\":";
    return accepts(pointer, envelope.substring(prefix.length(), envelope.length() - 1));
  }

  /** Whether the schema at a pointer accepts a JSON text. */
  boolean accepts(String pointer, String json) {
    return violations(pointer, json).isEmpty();
  }

  List<String> violations(String pointer, String json) {
    return compiled
        .computeIfAbsent(pointer, this::compile)
        .validate(json, InputFormat.JSON)
        .stream()
        .map(Object::toString)
        .toList();
  }

  private Schema compile(String pointer) {
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(Map.of("urn:test:document", withoutId(document))));
    return registry.getSchema(SchemaLocation.of("urn:test:document#" + pointer));
  }

  private static String withoutId(String json) {
    return json.replace("\"$id\": \"urn:ssot:ssot.v1\"", "\"$id\": \"urn:test:document\"");
  }
}
