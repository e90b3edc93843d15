package dev.ssot.reports;

import dev.ssot.rules.model.Severity;
import java.io.IOException;
import java.io.Writer;

/**
 * Lines of text for a terminal.
 *
 * <p>Every text is made visible on its way in and only the page itself writes terminal sequences,
 * so no caller can let one through from scanned code.
 */
final class ConsolePage {

  /** How a text stands out; colour only repeats what the words say. */
  enum Style {
    STRONG("1"),
    FAINT("2"),
    GOOD("1;32"),
    ERROR("1;31"),
    WARNING("1;33"),
    NOTE("1;36");

    private final String code;

    Style(String code) {
      this.code = code;
    }

    static Style of(Severity severity) {
      return switch (severity) {
        case ERROR -> ERROR;
        case WARNING -> WARNING;
        case NOTE -> NOTE;
      };
    }
  }

  private static final String INDENT = "  ";

  private final boolean colour;
  private final StringBuilder text = new StringBuilder();

  ConsolePage(boolean colour) {
    this.colour = colour;
  }

  /** Starts a line {@code depth} steps to the right. */
  Line line(int depth) {
    text.append(INDENT.repeat(depth));
    return new Line();
  }

  /** Writes a whole line without style. */
  void line(int depth, String words) {
    line(depth).text(words).end();
  }

  void blank() {
    text.append('\n');
  }

  /** Moves what has been written so far to {@code out}. */
  void drainTo(Writer out) throws IOException {
    out.append(text);
    text.setLength(0);
  }

  /** What has been written so far. */
  String text() {
    return text.toString();
  }

  /** A line that is being written. */
  final class Line {

    private Line() {}

    Line text(String words) {
      text.append(VisibleText.of(words));
      return this;
    }

    Line styled(Style style, String words) {
      if (!colour) {
        return text(words);
      }
      text.append("\u001b[").append(style.code).append('m');
      text(words);
      text.append("\u001b[0m");
      return this;
    }

    void end() {
      text.append('\n');
    }
  }
}
