package dev.ssot.router.wire;

import java.util.List;
import java.util.Random;

/** Client messages as JSON, most of them almost right. */
final class RandomEnvelope {

  private static final List<String> VALUES =
      List.of(
          "1",
          "2",
          "1.0",
          "null",
          "\"\"",
          "\"x\"",
          "\"hello\"",
          "{}",
          "[]",
          "true",
          "{\"resume\":{}}",
          "{\"resume\":null}",
          "{\"resume\":{\"epoch\":\"e\",\"seq\":1}}");

  private RandomEnvelope() {}

  static String of(Random random) {
    StringBuilder json = new StringBuilder("{");
    field(json, random, "v", "1", 9);
    field(json, random, "type", random.nextBoolean() ? "\"note\"" : "\"ping\"", 9);
    field(json, random, "id", "\"c-1\"", 5);
    field(json, random, "session", "\"s-1\"", 5);
    field(json, random, random.nextBoolean() ? "user_id" : "userId", "\"alice\"", 2);
    field(json, random, "payload", "{\"a\":1}", 7);
    field(json, random, "other", "[[]]", 2);
    if (json.length() > 1) {
      json.setLength(json.length() - 1);
    }
    return json.append('}').toString();
  }

  private static void field(
      StringBuilder json, Random random, String name, String good, int chance) {
    if (random.nextInt(10) < chance) {
      String value = random.nextInt(12) == 0 ? VALUES.get(random.nextInt(VALUES.size())) : good;
      json.append('"').append(name).append("\":").append(value).append(',');
    }
  }
}
