package dev.ssot.router.protocol;

import org.jspecify.annotations.Nullable;

/** Sizes of JSON texts in UTF-8 (RFC 8259), found without writing them. */
final class JsonSize {

  private static final int QUOTES = 2;
  private static final int SHORT_ESCAPE = 2;
  private static final int LONG_ESCAPE = 6;
  private static final int TEN = 10;

  private JsonSize() {}

  static int ofText(String text) {
    int bytes = QUOTES;
    for (int i = 0; i < text.length(); i++) {
      bytes += ofChar(text.charAt(i));
    }
    return bytes;
  }

  /** The size of anything but a text, an array and an object. */
  static int ofScalar(@Nullable Object value) {
    return value instanceof Long number ? ofWhole(number) : String.valueOf(value).length();
  }

  private static int ofWhole(long number) {
    if (number < 0) {
      return String.valueOf(number).length();
    }
    int digits = 1;
    for (long rest = number / TEN; rest > 0; rest /= TEN) {
      digits++;
    }
    return digits;
  }

  /** Half a surrogate pair counts two bytes, so that a pair counts the four that it takes. */
  private static int ofChar(char c) {
    if (c < ' ') {
      return "\b\t\n\f\r".indexOf(c) >= 0 ? SHORT_ESCAPE : LONG_ESCAPE;
    }
    if (c == '"' || c == '\\') {
      return SHORT_ESCAPE;
    }
    if (c < 0x80) {
      return 1;
    }
    return c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
  }
}
