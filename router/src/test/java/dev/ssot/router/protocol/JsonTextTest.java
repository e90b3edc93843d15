package dev.ssot.router.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
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
      Payload payload = Payload.of(RandomPayloads.object(random, 3));
      assertEquals(judged(payload.fields()), written(payload.fields()));
      assertEquals(judged(payload.fields()), text(new JsonText(1).payload(payload)));
      assertEquals(
          payload.bytes(), written(payload.fields()).getBytes(StandardCharsets.UTF_8).length);
    }
  }

  @Test
  void refusesHalfASurrogatePair() {
    assertThrows(IllegalArgumentException.class, () -> written("a\ud800"));
    assertThrows(IllegalArgumentException.class, () -> written("\udc00b"));
    assertThrows(IllegalArgumentException.class, () -> written("\ud800x"));
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
            .payload(Payload.of(Map.of("e", 3L)))
            .field("f", 4)
            .end();
    assertEquals("{\"a\":1,\"c\":[[],{},2],\"d\":{\"e\":3},\"f\":4}", text(json));
  }

  @Test
  void writesWholeNumbersAsTheyAre() {
    for (long number : new long[] {0, 1, 9, 10, 99, 100, -1, Long.MAX_VALUE, Long.MIN_VALUE}) {
      assertEquals(String.valueOf(number), written(number));
      assertEquals("\"n\":" + number, text(new JsonText(0).field("n", number)));
    }
  }

  @Test
  void isUsedAgainUnlessItHasGrownTooMuch() {
    JsonText json = new JsonText(4).value("0123456789");
    assertSame(json, json.cleared(100));
    assertEquals("\"next\"", text(json.cleared(100).value("next")));
    assertNotSame(json, json.cleared(5));
    assertEquals("\"last\"", text(json.cleared(5).value("last")));
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
