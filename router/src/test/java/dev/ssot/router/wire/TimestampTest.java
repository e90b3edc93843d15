package dev.ssot.router.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
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
      assertEquals(time.toString(), Timestamp.of(time));
    }
  }

  @Test
  void keepsTheSecondsOfAWholeMinute() {
    assertEquals("2026-01-31T10:15:00Z", Timestamp.of(Instant.parse("2026-01-31T10:15:00Z")));
    assertEquals(
        "2026-01-31T00:00:00.001Z", Timestamp.of(Instant.parse("2026-01-31T00:00:00.001Z")));
  }
}
