package dev.ssot.router.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.ssot.router.protocol.Payload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is written by hand is held against a library, byte by byte. */
class JsonTextTest {

  private static final JsonFactory JUDGE =
      JsonFactory.builder().enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8).build();

  @Test
  void writesEveryCharacterAsTheLibraryDoes() throws IOException {
    for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
      if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
        String text = "a" + Character.toString(point) + "b";
        assertEquals(judged(text), written(text), () -> "in " + text.codePoints().boxed().toList());
      }
    }
  }

  @Test
  void writesEveryKindOfValueAsTheLibraryDoes() throws IOException {
    Random random = new Random(17);
    for (int round = 0; round < 5_000; round++) {
      Payload payload = Payload.of(object(random, 3));
      assertEquals(judged(payload.fields()), written(payload.fields()));
      assertEquals(
          payload.bytes(), written(payload.fields()).getBytes(StandardCharsets.UTF_8).length);
    }
  }

  @Test
  void refusesHalfASurrogatePair() {
    assertThrows(UncheckedIOException.class, () -> written("a\ud800"));
    assertThrows(UncheckedIOException.class, () -> written("\udc00b"));
    assertThrows(UncheckedIOException.class, () -> written("\ud800x"));
  }

  @Test
  void separatesFieldsAndElementsAndNothingElse() {
    JsonText json =
        new JsonText(0)
            .begin()
            .field("a", 1)
            .optional("b", "")
            .name("c")
            .value(List.of(List.of(), Map.of(), 2L))
            .name("d")
            .raw(new JsonText(0).value(List.of(3L)))
            .end();
    assertEquals("{\"a\":1,\"c\":[[],{},2],\"d\":[3]}", text(json));
  }

  private static Map<String, @Nullable Object> object(Random random, int depth) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      object.put("f" + random.nextInt(9), value(random, depth));
    }
    return object;
  }

  private static @Nullable Object value(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 7 : 9)) {
      case 0 -> random.nextLong();
      case 1 -> random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20);
      case 2 -> new BigInteger(90, random);
      case 3 -> new BigDecimal(new BigInteger(40, random), random.nextInt(60) - 30);
      case 4 -> random.nextBoolean();
      case 5 -> "é\n\"\\ \u0001𝄞" + random.nextInt();
      case 6 -> null;
      case 7 -> object(random, depth - 1);
      default -> new ArrayList<>(Arrays.asList(value(random, depth - 1), 1L));
    };
  }

  private static String written(Object value) {
    return text(new JsonText(1).value(value));
  }

  private static String text(JsonText json) {
    return new String(json.bytes(), StandardCharsets.UTF_8);
  }

  private static String judged(Object value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JUDGE.createGenerator(bytes)) {
      judge(json, value);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static void judge(JsonGenerator json, @Nullable Object value) throws IOException {
    if (value instanceof Map<?, ?> object) {
      json.writeStartObject();
      for (Map.Entry<?, ?> field : object.entrySet()) {
        json.writeFieldName((String) field.getKey());
        judge(json, field.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof List<?> array) {
      json.writeStartArray();
      for (Object element : array) {
        judge(json, element);
      }
      json.writeEndArray();
    } else if (value instanceof BigDecimal decimal) {
      json.writeNumber(decimal);
    } else if (value instanceof BigInteger whole) {
      json.writeNumber(whole);
    } else if (value instanceof Double real) {
      json.writeNumber(real);
    } else if (value instanceof Long whole) {
      json.writeNumber(whole);
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof String text) {
      json.writeString(text);
    } else {
      json.writeNull();
    }
  }
}
