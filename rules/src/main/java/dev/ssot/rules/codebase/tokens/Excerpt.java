package dev.ssot.rules.codebase.tokens;

import java.util.Arrays;

/**
 * A text of which stretches are left out: what stays is in its column, and each of its lines knows
 * which line it was. Not safe for concurrent use.
 */
public final class Excerpt {

  private final StringBuilder kept;

  /** By line of the excerpt, from 0, the line of the text. */
  private int[] lines = {1};

  private int count = 1;

  Excerpt(int length) {
    kept = new StringBuilder(length);
  }

  /** Adds a stretch of the text. */
  void keep(String text, int start, int end) {
    kept.append(text, start, end);
    for (int i = start; i < end; i++) {
      if (endsLine(text, i)) {
        add(lines[count - 1] + 1);
      }
    }
  }

  /** Adds spaces for the last line of a stretch, and a line end for all others. */
  void leaveOut(String text, int start, int end) {
    int ends = 0;
    int lastLine = start;
    for (int i = start; i < end; i++) {
      if (endsLine(text, i)) {
        ends++;
        lastLine = i + 1;
      }
    }
    if (ends > 0) {
      kept.append('\n');
      add(lines[count - 1] + ends);
    }
    kept.append(" ".repeat(end - lastLine));
  }

  private void add(int line) {
    if (count == lines.length) {
      lines = Arrays.copyOf(lines, 2 * count);
    }
    lines[count++] = line;
  }

  private static boolean endsLine(String text, int at) {
    char c = text.charAt(at);
    return c == '\n' || (c == '\r' && (at + 1 == text.length() || text.charAt(at + 1) != '\n'));
  }

  /** What stays. */
  public String text() {
    return kept.toString();
  }

  /**
   * The line of the text that a line of the excerpt was.
   *
   * @param line from 1
   */
  public int lineOf(int line) {
    return lines[line - 1];
  }
}
