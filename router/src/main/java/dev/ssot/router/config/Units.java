package dev.ssot.router.config;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times and sizes as people write them: {@code 250ms}, {@code 30s}, {@code 64KiB}. */
final class Units {

  private static final Pattern QUANTITY = Pattern.compile("([0-9]{1,18})([A-Za-z]*)");

  private Units() {}

  /** A time; empty for what is none. */
  static Optional<Duration> time(String text) {
    return quantity(text, times()).map(Duration::ofMillis);
  }

  /** A number of bytes; empty for what is none. */
  static Optional<Long> bytes(String text) {
    return quantity(text, sizes());
  }

  /** A time in the largest unit that leaves no rest. */
  static String text(Duration time) {
    return text(time.toMillis(), times());
  }

  /** A number of bytes in the largest unit that leaves no rest. */
  static String text(long bytes) {
    return text(bytes, sizes());
  }

  private static Optional<Long> quantity(String text, Map<String, Long> units) {
    Matcher parts = QUANTITY.matcher(text);
    if (!parts.matches() || !units.containsKey(parts.group(2))) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          Math.multiplyExact(Long.parseLong(parts.group(1)), units.get(parts.group(2))));
    } catch (ArithmeticException tooLarge) {
      return Optional.empty();
    }
  }

  private static String text(long quantity, Map<String, Long> units) {
    String text = "";
    for (Map.Entry<String, Long> unit : units.entrySet()) {
      if (text.isEmpty() || (quantity != 0 && quantity % unit.getValue() == 0)) {
        text = quantity / unit.getValue() + unit.getKey();
      }
    }
    return text;
  }

  /** Milliseconds by unit, the smallest first. */
  private static Map<String, Long> times() {
    Map<String, Long> units = new LinkedHashMap<>();
    units.put("ms", 1L);
    units.put("s", Duration.ofSeconds(1).toMillis());
    units.put("m", Duration.ofMinutes(1).toMillis());
    units.put("h", Duration.ofHours(1).toMillis());
    units.put("d", Duration.ofDays(1).toMillis());
    return units;
  }

  private static Map<String, Long> sizes() {
    Map<String, Long> units = new LinkedHashMap<>();
    units.put("", 1L);
    units.put("KiB", 1L << 10);
    units.put("MiB", 1L << 20);
    units.put("GiB", 1L << 30);
    return units;
  }
}
