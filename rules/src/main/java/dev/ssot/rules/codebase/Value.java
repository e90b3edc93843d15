package dev.ssot.rules.codebase;

/**
 * A value that a simple constant expression has.
 *
 * @param text the text itself, a decimal number, milliseconds, {@code true} or {@code false}, or
 *     for an alias the name as written
 */
public record Value(Kind kind, String text) {

  /** What a value is. */
  public enum Kind {
    TEXT,
    NUMBER,
    /** In milliseconds. */
    DURATION,
    TRUTH,
    /** The value of another constant. */
    ALIAS
  }
}
