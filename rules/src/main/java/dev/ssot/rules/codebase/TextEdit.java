package dev.ssot.rules.codebase;

import java.util.Comparator;

/**
 * A stretch of a text and what is to stand there instead.
 *
 * @param start offset of the first character, in UTF-16 units
 * @param end offset one past the last character; equal to {@code start} for an insertion
 */
public record TextEdit(int start, int end, String replacement) implements Comparable<TextEdit> {

  private static final Comparator<TextEdit> ORDER =
      Comparator.comparingInt(TextEdit::start)
          .thenComparingInt(TextEdit::end)
          .thenComparing(TextEdit::replacement);

  public TextEdit {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("Not a stretch of text: " + start + " to " + end);
    }
  }

  /** Text that is put in and replaces nothing. */
  public static TextEdit insertion(int at, String text) {
    return new TextEdit(at, at, text);
  }

  @Override
  public int compareTo(TextEdit other) {
    return ORDER.compare(this, other);
  }
}
