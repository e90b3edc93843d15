package dev.ssot.rules.model;

import java.util.Comparator;
import java.util.List;

/**
 * Some lines of a file, for reports that show code.
 *
 * @param line number of the first line, from 1
 * @param lines their text without line ends, never empty; a long one is cut and ends in {@code …}
 */
public record Excerpt(String path, int line, List<String> lines) implements Comparable<Excerpt> {

  private static final Comparator<Excerpt> ORDER =
      Comparator.comparing(Excerpt::path).thenComparingInt(Excerpt::line);

  public Excerpt {
    lines = List.copyOf(lines);
    if (line < 1 || lines.isEmpty()) {
      throw new IllegalArgumentException(
          "Not an excerpt: %s lines from line %s of %s".formatted(lines.size(), line, path));
    }
  }

  /** Number of the last line. */
  public int lastLine() {
    return line + lines.size() - 1;
  }

  @Override
  public int compareTo(Excerpt other) {
    return ORDER.compare(this, other);
  }
}
