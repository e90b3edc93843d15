package dev.ssot.router.protocol;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Writes times of ISO 8601 in UTC, as {@link Instant#toString} does and many times as fast: what
 * comes before the fraction is kept as long as the second lasts. Not safe for use by several
 * threads.
 */
final class Timestamp {

  private static final int MICRO = 1_000;
  private static final int MILLI = 1_000_000;

  private long second = Long.MIN_VALUE;
  private String whole = "";

  /** Adds a time to a text that is in the making. */
  void write(Instant time, JsonText json) {
    if (time.getEpochSecond() != second) {
      second = time.getEpochSecond();
      whole = whole(second);
    }
    json.ascii(whole);
    int nanos = time.getNano();
    if (nanos % MILLI == 0) {
      fraction(nanos / MILLI, MICRO / 10, json);
    } else if (nanos % MICRO == 0) {
      fraction(nanos / MICRO, MILLI / 10, json);
    } else {
      fraction(nanos, MILLI * MICRO / 10, json);
    }
    json.ascii("Z");
  }

  /** Writes all digits of a fraction but none at all for zero. */
  private static void fraction(int value, int highest, JsonText json) {
    if (value != 0) {
      json.ascii(".");
      for (int place = highest; place > 0; place /= 10) {
        json.digit(value / place % 10);
      }
    }
  }

  private static String whole(long second) {
    LocalDateTime utc = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
    return utc.getSecond() == 0 ? utc + ":00" : utc.toString();
  }
}
