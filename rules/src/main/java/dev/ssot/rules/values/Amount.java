package dev.ssot.rules.values;

import dev.ssot.rules.codebase.ConstantFact;
import dev.ssot.rules.codebase.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The value of a setting, with the unit that its name or its type gives it.
 *
 * @param name of the setting without its unit
 * @param unit of the number
 */
record Amount(String name, Value value, Unit unit) {

  /** What a number counts. */
  enum Unit {
    NONE,
    /** A millisecond. */
    TIME,
    /** A byte. */
    SIZE
  }

  private static final Pattern SUFFIX =
      Pattern.compile(
          "(.+?)_(?:IN_)?(NANOS|NANOSECONDS|NS|MICROS|MS|MSEC|MSECS|MILLIS|MILLISECONDS|S|SEC|SECS"
              + "|SECONDS|MIN|MINS|MINUTES|H|HOURS|DAYS|BYTES|KB|KIB|KILOBYTES|MB|MIB|MEGABYTES)");
  private static final Map<String, String> TIMES =
      Map.ofEntries(
          Map.entry("NANOS", "0.000001"),
          Map.entry("NANOSECONDS", "0.000001"),
          Map.entry("NS", "0.000001"),
          Map.entry("MICROS", "0.001"),
          Map.entry("MS", "1"),
          Map.entry("MSEC", "1"),
          Map.entry("MSECS", "1"),
          Map.entry("MILLIS", "1"),
          Map.entry("MILLISECONDS", "1"),
          Map.entry("S", "1000"),
          Map.entry("SEC", "1000"),
          Map.entry("SECS", "1000"),
          Map.entry("SECONDS", "1000"),
          Map.entry("MIN", "60000"),
          Map.entry("MINS", "60000"),
          Map.entry("MINUTES", "60000"),
          Map.entry("H", "3600000"),
          Map.entry("HOURS", "3600000"),
          Map.entry("DAYS", "86400000"));
  private static final Map<String, String> SIZES =
      Map.of(
          "BYTES", "1",
          "KB", "1024",
          "KIB", "1024",
          "KILOBYTES", "1024",
          "MB", "1048576",
          "MIB", "1048576",
          "MEGABYTES", "1048576");
  private static final List<String> TIME_SCALES =
      List.of("0.000001", "0.001", "1", "1000", "60000", "3600000", "86400000");
  private static final List<String> SIZE_SCALES = List.of("1", "1024", "1048576");

  /** The amount that a constant declares. */
  static Amount of(ConstantFact fact, Value value) {
    if (value.kind() == Value.Kind.DURATION) {
      return new Amount(stripped(fact.name()), value, Unit.TIME);
    }
    Matcher matcher = SUFFIX.matcher(fact.name().toUpperCase(Locale.ROOT));
    if (fact.isSetting() || value.kind() != Value.Kind.NUMBER || !matcher.matches()) {
      return new Amount(fact.name(), value, Unit.NONE);
    }
    boolean time = TIMES.containsKey(matcher.group(2));
    String factor = (time ? TIMES : SIZES).get(matcher.group(2));
    Value scaled =
        new Value(
            Value.Kind.NUMBER,
            plain(number(value).multiply(new BigDecimal(String.valueOf(factor)))));
    return new Amount(stripped(fact.name()), scaled, time ? Unit.TIME : Unit.SIZE);
  }

  private static String stripped(String name) {
    Matcher matcher = SUFFIX.matcher(name.toUpperCase(Locale.ROOT));
    return matcher.matches() ? name.substring(0, matcher.end(1)) : name;
  }

  private static BigDecimal number(Value value) {
    return new BigDecimal(value.text());
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private boolean isNumber() {
    return value.kind() == Value.Kind.NUMBER || value.kind() == Value.Kind.DURATION;
  }

  /** Whether both say the same, or cannot be compared. */
  boolean agrees(Amount other) {
    if (!isNumber() || !other.isNumber()) {
      return value.kind() != other.value.kind() || value.text().equals(other.value.text());
    }
    BigDecimal one = number(value);
    BigDecimal two = number(other.value);
    if (one.compareTo(two) == 0) {
      return true;
    }
    if (unit == other.unit) {
      return false;
    }
    if (unit == Unit.NONE) {
      return fits(one, two, other.unit);
    }
    return other.unit == Unit.NONE && fits(two, one, unit);
  }

  /** Whether a number without a unit is an amount in some unit of its kind. */
  private static boolean fits(BigDecimal bare, BigDecimal amount, Unit unit) {
    List<String> scales = unit == Unit.TIME ? TIME_SCALES : SIZE_SCALES;
    return scales.stream()
        .anyMatch(scale -> bare.multiply(new BigDecimal(scale)).compareTo(amount) == 0);
  }

  /** The value as a reader would write it. */
  String words() {
    return switch (unit) {
      case TIME -> value.text() + " ms";
      case SIZE -> value.text() + " bytes";
      case NONE -> value.kind() == Value.Kind.TEXT ? "\"" + value.text() + "\"" : value.text();
    };
  }
}
