package dev.ssot.rules.codebase.source;

/**
 * How deeply the brackets of a Java text are nested, outside of comments and literals.
 *
 * <p>The parser goes down with every bracket. Whether its stack lasts depends on the machine, so a
 * text that is nested more deeply than any real one is turned away before, on every machine alike.
 */
final class Nesting {

  /** Real code stays below a hundred; a thousand levels fit into the reader's stack many times. */
  static final int DEEPEST = 1_000;

  private final String text;
  private int at;
  private int depth;
  private int deepest;

  private Nesting(String text) {
    this.text = text;
  }

  /** Whether a text is nested too deeply to be parsed. */
  static boolean isTooDeep(String text) {
    Nesting nesting = new Nesting(text);
    nesting.scan();
    return nesting.deepest > DEEPEST;
  }

  private void scan() {
    while (at < text.length()) {
      switch (text.charAt(at)) {
        case '(', '[', '{' -> deepest = Math.max(deepest, ++depth);
        case ')', ']', '}' -> depth--;
        case '/' -> skipComment();
        case '"' -> skipString();
        case '\'' -> skipLiteral('\'');
        default -> {}
      }
      at++;
    }
  }

  private void skipComment() {
    if (text.startsWith("//", at)) {
      skipLine();
    } else if (text.startsWith("/*", at)) {
      at += 2;
      skipTo("*/");
    }
  }

  private void skipLine() {
    while (at < text.length() && !isLineEnd(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  private void skipTo(String end) {
    int found = text.indexOf(end, at);
    at = found < 0 ? text.length() : found + end.length() - 1;
  }

  private void skipString() {
    if (text.startsWith("\"\"\"", at)) {
      at += 3;
      while (at < text.length() && !text.startsWith("\"\"\"", at)) {
        at += text.charAt(at) == '\\' ? 2 : 1;
      }
      at += 2;
    } else {
      skipLiteral('"');
    }
  }

  /** Skips to the closing quote, or to the end of the line where there is none. */
  private void skipLiteral(char quote) {
    at++;
    while (at < text.length() && text.charAt(at) != quote && !isLineEnd(text.charAt(at))) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
  }
}
