package dev.ssot.rules.codebase;

import dev.ssot.rules.model.Region;
import dev.ssot.rules.model.Subject;

/**
 * What a file says to have a finding accepted, as it is written.
 *
 * @param text what follows the delimiter of the comment, with its continuation; the text of the
 *     annotation
 * @param place the declaration that it stands above or in
 * @param covered the lines whose findings it is about
 */
public record SuppressionFact(Form form, String text, Subject place, Region region, Lines covered) {

  /** How it is written. */
  public enum Form {
    /** A comment that ends with its line. */
    COMMENT,
    /** A comment between delimiters, which is no form for it. */
    BLOCK_COMMENT,
    /** An annotation with which no comment for its rule stands. */
    LONE_ANNOTATION
  }

  /**
   * Some lines of a file.
   *
   * @param from the first, starting at 1
   * @param to the last; before {@code from} for no line at all
   */
  public record Lines(int from, int to) {

    /** One line. */
    public static Lines of(int line) {
      return new Lines(line, line);
    }

    /** No line. */
    public static Lines none() {
      return new Lines(1, 0);
    }

    public boolean contains(int line) {
      return from <= line && line <= to;
    }
  }
}
