package dev.ssot.router.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.router.limits.MessageLimits;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayloadTest {

  @Test
  void isNotChangedByWhatItWasMadeFrom() {
    List<Object> list = new ArrayList<>(List.of("a"));
    Map<String, Object> source = new LinkedHashMap<>(Map.of("list", list));
    Payload payload = Payload.of(source);
    list.add("b");
    source.put("more", 1);
    assertEquals(Map.of("list", List.of("a")), payload.fields());
  }

  @Test
  void cannotBeChangedAtAnyDepth() {
    Payload payload = Payload.of(Map.of("a", Map.of("b", 1)));
    assertThrows(UnsupportedOperationException.class, () -> payload.fields().put("x", 1));
    Map<?, ?> inner = assertInstanceOf(Map.class, payload.fields().get("a"));
    assertThrows(UnsupportedOperationException.class, inner::clear);
  }

  @Test
  void holdsEqualJsonToBeEqual() {
    assertEquals(Payload.of(Map.of("n", 1)), Payload.of(Map.of("n", 1L)));
    assertEquals(Payload.of(Map.of("n", 1)).hashCode(), Payload.of(Map.of("n", 1L)).hashCode());
    assertNotEquals(Payload.of(Map.of("n", 1)), Payload.of(Map.of("n", "1")));
  }

  @Test
  void sortsItsFieldsAtEveryDepth() {
    Payload payload = Payload.of(Map.of("b", Map.of("d", 1, "c", 2, "e", 3), "a", 4));
    assertEquals("{a=4, b={c=2, d=1, e=3}}", payload.toString());
  }

  @Test
  void sortsManyFieldsAsFew() {
    Map<String, Object> source = new LinkedHashMap<>();
    for (int i = 0; i < 100; i++) {
      source.put("f" + (i * 37) % 100, i);
      assertEquals(new TreeMap<>(source).toString(), Payload.of(source).toString());
    }
  }

  @Test
  void findsWhatIsThereAndNothingElse() {
    Map<String, Object> source = new LinkedHashMap<>();
    for (int i = 0; i < 40; i += 2) {
      source.put("f" + i, i + 0L);
      Map<String, ?> fields = Payload.of(source).fields();
      assertEquals(source, fields);
      assertEquals(source.hashCode(), fields.hashCode());
      for (int j = 0; j < 40; j++) {
        assertEquals(source.get("f" + j), fields.get("f" + j));
        assertEquals(source.containsKey("f" + j), fields.containsKey("f" + j));
      }
    }
    assertFalse(Payload.of(source).fields().containsKey(null));
  }

  @Test
  void isTheSameWhenItIsPacked() {
    Random random = new Random(17);
    for (int round = 0; round < 20_000; round++) {
      Payload payload = Payload.of(RandomPayloads.object(random, 3));
      Payload packed = payload.packed();
      assertEquals(payload, packed);
      assertEquals(payload.hashCode(), packed.hashCode());
      assertEquals(payload.bytes(), packed.bytes());
      assertArrayEquals(payload.json(), packed.json());
      assertSame(packed, packed.packed());
      assertThrows(UnsupportedOperationException.class, () -> packed.fields().put("x", 1));
    }
  }

  @Test
  void isPackedWithEveryCharacterAndTheEdgesOfNumbers() {
    StringBuilder all = new StringBuilder();
    for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
      if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
        all.appendCodePoint(point);
      }
    }
    BigInteger beyond = BigInteger.valueOf(Long.MAX_VALUE).add(BigInteger.ONE);
    List<Object> values =
        List.of(
            all.toString(), Long.MIN_VALUE, Long.MAX_VALUE, beyond, beyond.negate().shiftLeft(1));
    List<Object> more =
        List.of(0.0, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, 1e21, -1.5e-7, 3.0, List.of(), "");
    Payload payload = Payload.of(Map.of("a", values, "b", more, "c", Map.of(), "\"\n", true));
    assertNotSame(payload, payload.packed());
    assertEquals(payload, payload.packed());
  }

  @Test
  void keepsDecimalNumbersAsTheyAre() {
    Payload payload = Payload.of(Map.of("a", List.of(new BigDecimal("12.50"))));
    assertSame(payload, payload.packed());
    assertEquals("{\"a\":[12.50]}", new String(payload.json(), StandardCharsets.UTF_8));
  }

  @Test
  void keepsNulls() {
    Map<String, Object> withNull = new LinkedHashMap<>();
    withNull.put("a", null);
    Payload payload = Payload.of(withNull);
    assertTrue(payload.fields().containsKey("a"));
    assertEquals(Optional.empty(), payload.text("a"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          text     | {"a":"text"}
          é        | {"a":"é"}
          €        | {"a":"€"}
          😀       | {"a":"😀"}
          """)
  void countsTheBytesOfTextsInUtf8(String text, String json) {
    int expected = json.getBytes(StandardCharsets.UTF_8).length;
    assertEquals(expected, Payload.of(Map.of("a", text)).bytes());
  }

  @Test
  void countsTheBytesOfJson() {
    assertEquals("{}".length(), Payload.empty().bytes());
    assertEquals(
        "{\"a\":[1,null,true,2.5,\"\\n\\\"\\u0001\"]}".length(),
        Payload.of(Map.of("a", Arrays.asList(1, null, true, 2.5, "\n\"\u0001"))).bytes());
    assertEquals(
        "{\"a\":1,\"b\":{\"c\":[]}}".length(),
        Payload.of(Map.of("a", 1, "b", Map.of("c", List.of()))).bytes());
    assertEquals(
        "{\"a\":12.50}".length(), Payload.of(Map.of("a", new BigDecimal("12.50"))).bytes());
  }

  @Test
  void refusesWhatJsonCannotSay() {
    assertRefused(Map.of("a", List.of(new Object())), "payload.a[0]");
    assertRefused(Map.of("a", Double.NaN), "payload.a");
    assertRefused(Map.of("a", Map.of(1, "x")), "payload.a");
    assertRefused(Map.of("a", "x\ud800"), "payload.a");
    assertRefused(Map.of("a", "\udc00\ud800"), "payload.a");
    assertRefused(Map.of("\ud800x", 1), "payload");
  }

  @Test
  void refusesWhatIsNestedTooDeeply() {
    assertEquals(1, Payload.of(nested(MessageLimits.DEEPEST)).fields().size());
    assertRefused(nested(MessageLimits.DEEPEST + 1), "nested deeper");
    assertRefused(nested(100_000), "nested deeper");
  }

  private static Map<String, Object> nested(int levels) {
    Map<String, Object> nested = Map.of();
    for (int i = 1; i < levels; i++) {
      nested = Map.of("a", nested);
    }
    return nested;
  }

  private static void assertRefused(Map<String, ?> fields, String place) {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> Payload.of(fields));
    assertTrue(refusal.toString().contains(place), refusal.toString());
  }
}
