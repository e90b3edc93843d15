package dev.ssot.router.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimestampTest {

  @Test
  void isWrittenAsInstantsAre() {
    Random random = new Random(17);
    int[] nanos = {0, 1, 1_000, 1_000_000, 120_000_000, 999_999_999};
    for (int round = 0; round < 100_000; round++) {
      long second = random.nextLong() % 300_000_000_000L;
      Instant time = Instant.ofEpochSecond(second, nanos[random.nextInt(nanos.length)]);
      assertEquals(time.toString(), written(time));
    }
  }

  @Test
  void keepsTheSecondsOfAWholeMinute() {
    assertEquals("2026-01-31T10:15:00Z", written(Instant.parse("2026-01-31T10:15:00Z")));
    assertEquals("2026-01-31T00:00:00.001Z", written(Instant.parse("2026-01-31T00:00:00.001Z")));
  }

  @Test
  void remembersNothingOfAnotherSecond() {
    JsonText json = new JsonText(64);
    Instant first = Instant.parse("2026-01-31T23:59:59.999999999Z");
    for (Instant time : List.of(first, first.plusNanos(1), first)) {
      assertEquals("\"t\":\"%s\"".formatted(time), text(json.cleared(64).field("t", time)));
    }
  }

  private static String written(Instant time) {
    String field = text(new JsonText(64).field("t", time));
    return field.substring("\"t\":\"".length(), field.length() - 1);
  }

  private static String text(JsonText json) {
    return new String(json.bytes(), StandardCharsets.UTF_8);
  }
}
