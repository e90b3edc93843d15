package dev.ssot.rules.codebase;

import java.util.regex.Pattern;

/**
 * Tells values that say by themselves what they stand for, such as {@code agent_started} or 4429,
 * from those that mean something else in every place, such as {@code name} or 1024.
 */
public final class TellingValues {

  private static final int SHORTEST = 6;
  private static final int LONGEST = 100;
  private static final int FEWEST_DIGITS = 4;
  private static final long SECONDS_PER_MINUTE = 60;
  private static final long THOUSAND = 1_000;

  /** Two words or more by their separators, or three by their humps: two are a property's name. */
  private static final Pattern WORDS =
      Pattern.compile(
          "[/$@.]?[A-Za-z][A-Za-z0-9]*(?:[-_./:]+[A-Za-z0-9]+)+/?"
              + "|[a-z][a-z0-9]*(?:[A-Z][a-z0-9]+){2,}"
              + "|/[A-Za-z][A-Za-z0-9]+/?");

  /** Names that the Java platform gives to its settings; everybody writes them. */
  private static final Pattern OF_THE_PLATFORM =
      Pattern.compile(
          "(?:java|javax|jdk|sun|os|user)\\..+|(?:line|file|path)\\.separator|file\\.encoding");

  private static final Pattern WHOLE = Pattern.compile("[1-9][0-9]{3,17}");
  private static final Pattern ZEROS_BEHIND = Pattern.compile("0+$");

  private TellingValues() {}

  /** Whether a value is telling. */
  public static boolean isTelling(Value value) {
    return switch (value.kind()) {
      case TEXT -> isTelling(value.text());
      case NUMBER -> isTellingNumber(value.text());
      default -> false;
    };
  }

  private static boolean isTelling(String text) {
    return text.length() >= SHORTEST
        && text.length() <= LONGEST
        && !OF_THE_PLATFORM.matcher(text).matches()
        && WORDS.matcher(text).matches()
        && text.chars().filter(Character::isLetter).count() >= SHORTEST - 1;
  }

  /**
   * Four digits or more that are neither round in the decimal nor in the binary system nor next to
   * a round number, nor a number of minutes.
   */
  private static boolean isTellingNumber(String digits) {
    if (!WHOLE.matcher(digits).matches()) {
      return false;
    }
    String significant = ZEROS_BEHIND.matcher(digits).replaceFirst("");
    long number = Long.parseLong(digits);
    return significant.length() >= FEWEST_DIGITS
        && significant.chars().distinct().count() > 1
        && number % SECONDS_PER_MINUTE != 0
        && (number + 1) % THOUSAND > 2
        && !isRoundInBinary(number);
  }

  /** Whether a number has few ones or few zeros at the front and none of them later. */
  private static boolean isRoundInBinary(long number) {
    long odd = number >> Long.numberOfTrailingZeros(number);
    return odd < 16 || Long.bitCount(number) == 1 || nearPowerOfTwo(number);
  }

  private static boolean nearPowerOfTwo(long number) {
    return Long.bitCount(number + 1) == 1
        || Long.bitCount(number - 1) == 1
        || Long.bitCount(number + 2) == 1;
  }
}
