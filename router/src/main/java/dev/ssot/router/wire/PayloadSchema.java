package dev.ssot.router.wire;

import dev.ssot.router.limits.JsonLimits;
import dev.ssot.router.protocol.Payload;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A JSON Schema (2020-12) for payloads, compiled once so that every event can be held against it.
 *
 * <p>It knows the keywords that describe plain data: {@code type}, {@code properties}, {@code
 * required}, {@code additionalProperties}, {@code items}, {@code minItems}, {@code maxItems},
 * {@code minLength}, {@code maxLength}, {@code minimum}, {@code maximum}, {@code enum} and {@code
 * const} of texts, {@code oneOf}, {@code anyOf}, and {@code $ref} within the same document. A
 * schema with any other keyword that would restrict is refused when it is compiled, as is one that
 * refers to itself; so no keyword is ignored, and a check takes time proportional to the payload.
 * Immutable.
 */
public final class PayloadSchema {

  private final SchemaCheck check;

  private PayloadSchema(SchemaCheck check) {
    this.check = check;
  }

  /**
   * The schema in a JSON text.
   *
   * @throws IllegalArgumentException if it is no JSON object or has a keyword that is not known
   */
  public static PayloadSchema parse(String json) {
    return at(document(json), "#");
  }

  /** What is wrong with a payload; empty if nothing is. */
  public Optional<String> violation(Payload payload) {
    return check
        .violation(payload.fields())
        .map(found -> "`payload%s` %s".formatted(found.place(), found.text()));
  }

  /** The schema at a place of a document, such as {@code #/$defs/name}. */
  static PayloadSchema at(Map<String, @Nullable Object> document, String place) {
    return new PayloadSchema(new SchemaCompiler(document).at(place));
  }

  static Map<String, @Nullable Object> document(String json) {
    byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);
    try {
      return new JsonReader(JsonLimits.standard(), utf8.length).object(ByteBuffer.wrap(utf8));
    } catch (MalformedFrame malformed) {
      throw new IllegalArgumentException("The schema can't be read: " + malformed.text());
    }
  }
}
