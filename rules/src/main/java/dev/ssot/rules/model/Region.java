package dev.ssot.rules.model;

import java.util.Comparator;

/**
 * A stretch of text in a file.
 *
 * <p>Lines and columns start at 1; a column counts UTF-16 units; the end column is one past the
 * last character, as in SARIF.
 */
public record Region(int line, int column, int endLine, int endColumn)
    implements Comparable<Region> {

  private static final Comparator<Region> ORDER =
      Comparator.comparingInt(Region::line)
          .thenComparingInt(Region::column)
          .thenComparingInt(Region::endLine)
          .thenComparingInt(Region::endColumn);

  public Region {
    if (line < 1 || column < 1 || endLine < line || (endLine == line && endColumn < column)) {
      throw new IllegalArgumentException(
          "Not a region: " + line + ":" + column + " to " + endLine + ":" + endColumn);
    }
  }

  /** The start of a file, for statements about the file as a whole. */
  public static Region start() {
    return new Region(1, 1, 1, 1);
  }

  /** Number of lines that the region touches, at least 1. */
  public int lines() {
    return endLine - line + 1;
  }

  /** Whether the two have a place in common; the end of each counts. */
  public boolean touches(Region other) {
    return isUpTo(other.endLine, other.endColumn) && other.isUpTo(endLine, endColumn);
  }

  private boolean isUpTo(int otherLine, int otherColumn) {
    return line < otherLine || (line == otherLine && column <= otherColumn);
  }

  @Override
  public int compareTo(Region other) {
    return ORDER.compare(this, other);
  }
}
