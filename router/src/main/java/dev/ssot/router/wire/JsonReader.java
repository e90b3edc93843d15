package dev.ssot.router.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.ssot.router.limits.JsonLimits;
import dev.ssot.router.limits.MessageLimits;
import dev.ssot.router.protocol.ErrorCode;
import dev.ssot.router.protocol.PlainJson;
import dev.ssot.router.protocol.Unicode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON object (RFC 8259) from UTF-8, strictly: nothing before or behind it, no field
 * twice, no half surrogate pair, no number beyond what a double or the limits hold, and never
 * deeper than a payload may be. Safe for use by several threads.
 */
final class JsonReader {

  /** The envelope around a payload. */
  private static final int DEEPEST = MessageLimits.DEEPEST + 1;

  private final JsonLimits limits;
  private final int maxBytes;
  private final JsonFactory factory;
  private final ThreadLocal<PlainJson> plain;

  /** A reader that takes texts of at most {@code maxBytes}. */
  JsonReader(JsonLimits limits, int maxBytes) {
    this.limits = limits;
    this.maxBytes = maxBytes;
    plain = ThreadLocal.withInitial(() -> new PlainJson(limits));
    factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxDocumentLength(maxBytes)
                    .maxNumberLength(limits.numberLength())
                    .maxStringLength(Math.max(limits.textLength(), limits.fieldNameLength()))
                    .maxNameLength(limits.fieldNameLength())
                    .build())
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();
  }

  /** The object in a text, if there is nothing unusual about it. */
  Optional<Map<String, @Nullable Object>> plain(byte[] utf8) {
    return utf8.length > maxBytes ? Optional.empty() : plain.get().read(utf8);
  }

  Map<String, @Nullable Object> object(ByteBuffer utf8) throws MalformedFrame {
    if (utf8.remaining() > maxBytes) {
      throw new MalformedFrame(
          ErrorCode.TOO_LARGE,
          "The frame has %d bytes; at most %d are taken".formatted(utf8.remaining(), maxBytes));
    }
    return object(text(utf8));
  }

  /** The same from a text whose size in bytes was checked where it came in. */
  Map<String, @Nullable Object> object(String text) throws MalformedFrame {
    try (JsonParser parser = factory.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw MalformedFrame.protocol("The frame is no JSON object");
      }
      Map<String, @Nullable Object> object = object(parser);
      if (parser.nextToken() != null) {
        throw MalformedFrame.protocol("Something follows the JSON object");
      }
      return object;
    } catch (StreamConstraintsException beyond) {
      throw new MalformedFrame(
          ErrorCode.TOO_LARGE,
          "The frame is nested deeper than %d levels, or a text of it is longer than %d characters, "
                  .formatted(DEEPEST, limits.textLength())
              + "a name than %d or a number than %d"
                  .formatted(limits.fieldNameLength(), limits.numberLength()));
    } catch (JsonProcessingException broken) {
      throw MalformedFrame.protocol(
          "The frame is not JSON at character %d".formatted(broken.getLocation().getCharOffset()));
    } catch (IOException impossible) {
      throw new UncheckedIOException("A text in memory could not be read", impossible);
    }
  }

  private static String text(ByteBuffer utf8) throws MalformedFrame {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(utf8).toString();
    } catch (CharacterCodingException invalid) {
      throw MalformedFrame.protocol("The frame is not UTF-8");
    }
  }

  private Map<String, @Nullable Object> object(JsonParser parser)
      throws IOException, MalformedFrame {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      requireWellFormed(name);
      parser.nextToken();
      Object value = value(parser);
      if (object.containsKey(name)) {
        throw MalformedFrame.protocol("A field comes twice in one object");
      }
      object.put(name, value);
    }
    return object;
  }

  private List<@Nullable Object> array(JsonParser parser) throws IOException, MalformedFrame {
    List<@Nullable Object> array = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(parser));
    }
    return array;
  }

  private @Nullable Object value(JsonParser parser) throws IOException, MalformedFrame {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> requireWellFormed(parser.getText());
      case VALUE_NUMBER_INT -> parser.getNumberValue();
      case VALUE_NUMBER_FLOAT -> finite(parser.getDoubleValue());
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> throw MalformedFrame.protocol("The frame is not JSON");
    };
  }

  private static Double finite(double number) throws MalformedFrame {
    if (!Double.isFinite(number)) {
      throw MalformedFrame.protocol("A number is beyond what a double holds");
    }
    return number;
  }

  /** An escape such as {@code \\ud800} alone makes a text that no frame could carry on. */
  private String requireWellFormed(String text) throws MalformedFrame {
    if (text.length() > limits.textLength()) {
      throw new MalformedFrame(
          ErrorCode.TOO_LARGE, "A text has more than %d characters".formatted(limits.textLength()));
    }
    if (!Unicode.isWellFormed(text)) {
      throw MalformedFrame.protocol("A text has half a surrogate pair");
    }
    return text;
  }
}
