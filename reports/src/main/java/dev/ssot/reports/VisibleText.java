package dev.ssot.reports;

import java.util.Locale;

/**
 * Text from scanned code, made safe to show to a person.
 *
 * <p>Scanned code is not trusted: an escape sequence in a file name could clear the terminal, a
 * right-to-left override could make one path look like another (CVE-2021-42574), a line break could
 * forge a finding. Whatever is not a visible character or a plain space is written as a Java
 * escape. Half a surrogate pair becomes U+FFFD, as in the JSON report, so that a report made from
 * that one is the same.
 */
final class VisibleText {

  /** Letters, marks and symbols that show nothing: fillers, joiners, inherent vowels, braille. */
  private static final String BLANKS =
      "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0";

  /** What stands for half a surrogate pair, which has no encoding in UTF-8. */
  static final char REPLACEMENT = '\ufffd';

  private VisibleText() {}

  /** The text with every invisible character escaped; unchanged if there is none. */
  static String of(String text) {
    if (text.codePoints().noneMatch(VisibleText::isInvisible)) {
      return text;
    }
    StringBuilder visible = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(codePoint -> append(visible, codePoint));
    return visible.toString();
  }

  /**
   * Whether a code point moves the cursor, reorders or joins its neighbours, leaves no mark though
   * it may stand in an identifier, or is no character at all, as half a surrogate pair.
   */
  static boolean isInvisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> BLANKS.indexOf(codePoint) >= 0 || isVariationSelector(codePoint);
    };
  }

  private static boolean isVariationSelector(int codePoint) {
    return (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
        || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
  }

  private static void append(StringBuilder visible, int codePoint) {
    if (!isInvisible(codePoint)) {
      visible.appendCodePoint(codePoint);
      return;
    }
    if (Character.getType(codePoint) == Character.SURROGATE) {
      visible.append(REPLACEMENT);
      return;
    }
    switch (codePoint) {
      case '\n' -> visible.append("\\n");
      case '\r' -> visible.append("\\r");
      case '\t' -> visible.append("\\t");
      default -> appendUnits(visible, codePoint);
    }
  }

  private static void appendUnits(StringBuilder visible, int codePoint) {
    for (char unit : Character.toChars(codePoint)) {
      visible.append(escape(unit));
    }
  }

  /** The escape of one UTF-16 unit, the same in Java and in JSON. */
  static String escape(char unit) {
    return String.format(Locale.ROOT, "\\u%04x", (int) unit);
  }

  /** The text, or its beginning and an ellipsis where it is longer than {@code most} characters. */
  static String cut(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "\u2026";
  }

  /** The text, or an ellipsis and its end where it is longer than {@code most} characters. */
  static String cutStart(String text, int most) {
    int length = text.codePointCount(0, text.length());
    return length <= most
        ? text
        : "\u2026" + text.substring(text.offsetByCodePoints(0, length - most + 1));
  }
}
