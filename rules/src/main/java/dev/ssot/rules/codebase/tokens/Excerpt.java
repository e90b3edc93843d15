package dev.ssot.rules.codebase.tokens;

import java.util.Arrays;

/**
 * A text of which stretches are left out: what stays is in its column, and each of its lines knows
 * which line it was. Not safe for concurrent use.
 */
public final class Excerpt {

  private static final int NONE = -1;

  private final String text;

  /** Whether some lines may end with carriage returns alone. */
  private final boolean returns;

  private final StringBuilder kept;

  /** By line of the excerpt, from 0, the line of the text. */
  private int[] lines = {1};

  private int count = 1;

  Excerpt(String text) {
    this.text = text;
    this.returns = text.indexOf('\r') >= 0;
    this.kept = new StringBuilder(text.length());
  }

  /** Adds a stretch of the text. */
  void keep(int start, int end) {
    kept.append(text, start, end);
    for (int at = behindLine(start, end); at != NONE; at = behindLine(at, end)) {
      add(lines[count - 1] + 1);
    }
  }

  /** Adds spaces for the last line of a stretch, and a line end for all others. */
  void leaveOut(int start, int end) {
    int ends = 0;
    int lastLine = start;
    for (int at = behindLine(start, end); at != NONE; at = behindLine(at, end)) {
      ends++;
      lastLine = at;
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

  /** What is behind the first line end in a stretch. */
  private int behindLine(int start, int end) {
    if (!returns) {
      int at = text.indexOf('\n', start);
      return at >= 0 && at < end ? at + 1 : NONE;
    }
    for (int at = start; at < end; at++) {
      if (endsLine(at)) {
        return at + 1;
      }
    }
    return NONE;
  }

  private boolean endsLine(int at) {
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
