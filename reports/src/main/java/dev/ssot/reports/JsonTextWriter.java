package dev.ssot.reports;

import java.io.IOException;
import java.io.Writer;

/**
 * Lets JSON text through, with every invisible character beyond ASCII escaped.
 *
 * <p>Such characters can only stand in strings, where JSON allows the escape (RFC 8259, section 7).
 * So a report that is shown with {@code cat} cannot reorder the terminal, and reads the same. Half
 * a surrogate pair has no encoding in UTF-8 and many readers refuse its escape (section 8.2); it
 * becomes U+FFFD.
 */
final class JsonTextWriter extends Writer {

  private static final char NONE = '\0';

  private final Writer out;
  private char high = NONE;

  JsonTextWriter(Writer out) {
    this.out = out;
  }

  @Override
  public void write(char[] units, int offset, int length) throws IOException {
    StringBuilder safe = new StringBuilder(length + 16);
    for (int i = offset; i < offset + length; i++) {
      append(safe, units[i]);
    }
    out.append(safe);
  }

  private void append(StringBuilder safe, char unit) {
    if (high != NONE) {
      char first = high;
      high = NONE;
      if (Character.isLowSurrogate(unit)) {
        appendPair(safe, first, unit);
        return;
      }
      safe.append(VisibleText.REPLACEMENT);
    }
    if (Character.isHighSurrogate(unit)) {
      high = unit;
    } else if (Character.isLowSurrogate(unit)) {
      safe.append(VisibleText.REPLACEMENT);
    } else if (unit > '~' && VisibleText.isInvisible(unit)) {
      safe.append(VisibleText.escape(unit));
    } else {
      safe.append(unit);
    }
  }

  private static void appendPair(StringBuilder safe, char first, char second) {
    if (VisibleText.isInvisible(Character.toCodePoint(first, second))) {
      safe.append(VisibleText.escape(first)).append(VisibleText.escape(second));
    } else {
      safe.append(first).append(second);
    }
  }

  /** Does nothing: when to flush is the caller's choice, and Jackson would after each finding. */
  @Override
  public void flush() {}

  /** Leaves the target open: it belongs to the caller. */
  @Override
  public void close() {}
}
