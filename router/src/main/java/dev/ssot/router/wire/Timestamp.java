package dev.ssot.router.wire;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Times of ISO 8601 in UTC, as {@link Instant#toString} writes them and several times as fast. */
final class Timestamp {

  private Timestamp() {}

  static String of(Instant time) {
    LocalDateTime utc =
        LocalDateTime.ofEpochSecond(time.getEpochSecond(), time.getNano(), ZoneOffset.UTC);
    boolean wholeMinute = utc.getSecond() == 0 && utc.getNano() == 0;
    return utc + (wholeMinute ? ":00Z" : "Z");
  }
}
