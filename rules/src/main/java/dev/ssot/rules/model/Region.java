package dev.ssot.rules.model;

/**
 * A stretch of text in a file.
 *
 * <p>Lines and columns start at 1; a column counts UTF-16 units; the end column is one past the
 * last character, as in SARIF.
 */
public record Region(int line, int column, int endLine, int endColumn)
    implements Comparable<Region> {

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

  // Written out, as a scan compares millions of them in code that is hardly compiled.
  @Override
  public int compareTo(Region other) {
    int order = Integer.compare(line, other.line);
    order = order == 0 ? Integer.compare(column, other.column) : order;
    order = order == 0 ? Integer.compare(endLine, other.endLine) : order;
    return order == 0 ? Integer.compare(endColumn, other.endColumn) : order;
  }
}
