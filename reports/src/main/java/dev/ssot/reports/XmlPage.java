package dev.ssot.reports;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * An XML 1.0 document that is being written, an element a line.
 *
 * <p>Characters that XML forbids are written as a Java escape, whatever the caller passes.
 */
final class XmlPage {

  private final Writer out;
  private final Deque<String> open = new ArrayDeque<>();

  XmlPage(Writer out) throws IOException {
    this.out = out;
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  }

  /** Starts an element that holds others; attributes are names and values in turn. */
  void open(String name, String... attributes) throws IOException {
    tag(name, attributes);
    out.append(">\n");
    open.push(name);
  }

  /** An element without content. */
  void empty(String name, String... attributes) throws IOException {
    tag(name, attributes);
    out.append("/>\n");
  }

  /** An element that holds text only. */
  void text(String name, String text, String... attributes) throws IOException {
    tag(name, attributes);
    out.append(">" + escaped(text, true) + "</" + name + ">\n");
  }

  /** Ends the element that was opened last. */
  void close() throws IOException {
    String name = open.pop();
    out.append("  ".repeat(open.size()) + "</" + name + ">\n");
  }

  private void tag(String name, String... attributes) throws IOException {
    out.append("  ".repeat(open.size()) + "<" + name);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(" " + attributes[i] + "=\"" + escaped(attributes[i + 1], false) + "\"");
    }
  }

  /**
   * The text as content or as the value of an attribute.
   *
   * @param lines whether line breaks stay as they are
   */
  static String escaped(String text, boolean lines) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(codePoint -> append(escaped, codePoint, lines));
    return escaped.toString();
  }

  private static void append(StringBuilder escaped, int codePoint, boolean lines) {
    switch (codePoint) {
      case '&' -> escaped.append("&amp;");
      case '<' -> escaped.append("&lt;");
      case '>' -> escaped.append("&gt;");
      case '"' -> escaped.append("&quot;");
      case '\'' -> escaped.append("&#39;");
      default -> {
        if ((codePoint >= ' ' && codePoint <= '~') || (lines && codePoint == '\n')) {
          escaped.append((char) codePoint);
        } else if (codePoint == 0xFFFE || codePoint == 0xFFFF) {
          escaped.append(VisibleText.escape((char) codePoint));
        } else {
          escaped.append(VisibleText.of(Character.toString(codePoint)));
        }
      }
    }
  }
}
