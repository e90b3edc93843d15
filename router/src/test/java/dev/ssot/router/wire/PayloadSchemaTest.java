package dev.ssot.router.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.router.protocol.Payload;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadSchemaTest {

  private static final String RICH =
      """
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "required": ["a"],
        "properties": {
          "a": {"type": ["string", "null"], "minLength": 1, "maxLength": 2},
          "b": {"type": "integer", "minimum": -1, "maximum": 2.5},
          "c": {"type": "array", "items": {"$ref": "#/$defs/kind"}, "minItems": 1, "maxItems": 2},
          "d": {"anyOf": [{"type": "boolean"}, {"type": "number", "minimum": 1}]},
          "e": {"oneOf": [{"required": ["x"]}, {"required": ["y"]}], "type": "object"},
          "f": false
        },
        "additionalProperties": {"type": "object", "properties": {"k": {"const": "v"}}},
        "$defs": {"kind": {"enum": ["one", "two"]}}
      }
      """;

  /** Values from which random payloads are made: every type, and both sides of every bound. */
  private static final List<@Nullable Object> VALUES =
      Arrays.asList(
          null,
          "",
          "x",
          "one",
          "two",
          "v",
          "😀😀",
          "xyz",
          true,
          -2,
          -1,
          0,
          1,
          2,
          3,
          2.0,
          2.5,
          2.6,
          1e300,
          new BigInteger("99999999999999999999"),
          new BigDecimal("2.00"),
          new BigDecimal("2.51"),
          List.of(),
          List.of("one"),
          List.of("one", "three"),
          List.of("one", "two", "one"),
          Map.of(),
          Map.of("x", 1),
          Map.of("x", 1, "y", 2),
          Map.of("k", "v"),
          Map.of("k", 1));

  @Test
  void agreesWithAnIndependentValidator() {
    PayloadSchema own = PayloadSchema.parse(RICH);
    Schemas other = Schemas.of(RICH);
    Random random = new Random(17);
    int valid = 0;
    for (int i = 0; i < 5_000; i++) {
      Payload payload = payload(random);
      boolean good = own.violation(payload).isEmpty();
      assertEquals(other.accepts("", payload), good, payload::toString);
      valid += good ? 1 : 0;
    }
    assertTrue(valid > 50 && valid < 4_500, "Only one answer was tested: " + valid);
  }

  @Test
  void saysWhereAndWhat() {
    PayloadSchema schema = PayloadSchema.parse(RICH);
    assertEquals(Optional.of("`payload.a` is missing"), schema.violation(Payload.empty()));
    assertEquals(
        Optional.of("`payload.c[1]` must be one of [one, two]"),
        schema.violation(Payload.of(Map.of("a", "x", "c", List.of("one", "six")))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"pattern\":\"(a+)+$\"}",
        "{\"if\":{},\"then\":{}}",
        "{\"properties\":{\"a\":{\"format\":\"date\"}}}",
        "{\"$ref\":\"#\"}",
        "{\"$ref\":\"other.json\"}",
        "{\"$ref\":\"#/$defs/none\"}",
        "{\"enum\":[1]}",
        "{\"enum\":[]}",
        "{\"type\":\"text\"}",
        "{\"minLength\":-1}",
        "{\"required\":\"\",\"required\":\"\"}",
        "[]",
        "{",
      })
  void refusesASchemaThatItWouldNotKeep(String schema) {
    assertThrows(IllegalArgumentException.class, () -> PayloadSchema.parse(schema));
  }

  private static Payload payload(Random random) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (String name : List.of("a", "b", "c", "d", "e", "f", "g")) {
      int chance = name.equals("a") ? 9 : 3;
      if (random.nextInt(10) < chance) {
        fields.put(name, VALUES.get(random.nextInt(VALUES.size())));
      }
    }
    return Payload.of(fields);
  }
}
