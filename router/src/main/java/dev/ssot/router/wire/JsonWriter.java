package dev.ssot.router.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.ssot.router.protocol.Payload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes one envelope as JSON in UTF-8. Safe for use by several threads. */
final class JsonWriter {

  /** Room for an envelope with few names, so that most frames are written without growing. */
  private static final int ENVELOPE_BYTES = 256;

  private final JsonFactory factory =
      JsonFactory.builder().enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8).build();

  /** Writes the fields of an envelope. */
  @FunctionalInterface
  interface Fields {
    void write(JsonGenerator json) throws IOException;
  }

  byte[] object(int payloadBytes, Fields fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(ENVELOPE_BYTES + payloadBytes);
    try (JsonGenerator json = factory.createGenerator(bytes)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException unwritable) {
      throw new UncheckedIOException("The frame can't be said in JSON", unwritable);
    }
    return bytes.toByteArray();
  }

  static void payload(JsonGenerator json, Payload payload) throws IOException {
    json.writeFieldName("payload");
    object(json, payload.fields());
  }

  /** Writes a field unless it is the empty string, which stands for a field that is not there. */
  static void optional(JsonGenerator json, String name, String value) throws IOException {
    if (!value.isEmpty()) {
      json.writeStringField(name, value);
    }
  }

  private static void object(JsonGenerator json, Map<?, ?> object) throws IOException {
    json.writeStartObject();
    for (Map.Entry<?, ?> field : object.entrySet()) {
      json.writeFieldName(String.valueOf(field.getKey()));
      value(json, field.getValue());
    }
    json.writeEndObject();
  }

  private static void value(JsonGenerator json, @Nullable Object value) throws IOException {
    if (value instanceof String text) {
      json.writeString(text);
    } else if (value instanceof Map<?, ?> object) {
      object(json, object);
    } else if (value instanceof List<?> array) {
      json.writeStartArray();
      for (Object element : array) {
        value(json, element);
      }
      json.writeEndArray();
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof Number number) {
      number(json, number);
    } else {
      json.writeNull();
    }
  }

  /** The four kinds of numbers that a payload holds. */
  private static void number(JsonGenerator json, Number number) throws IOException {
    if (number instanceof Long whole) {
      json.writeNumber(whole);
    } else if (number instanceof Double real) {
      json.writeNumber(real);
    } else if (number instanceof BigInteger big) {
      json.writeNumber(big);
    } else {
      json.writeNumber((BigDecimal) number);
    }
  }
}
