package dev.ssot.reports;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * A piece of HTML that is being written.
 *
 * <p>Whatever is given as a text or as the value of an attribute is escaped, and what a reader
 * cannot see of it is written as a Java escape, so that scanned code cannot add markup, hide or
 * reorder anything.
 */
final class HtmlPage {

  private static final Set<String> EMPTY = Set.of("col", "input", "meta");

  /** Elements of pictures, which end themselves. */
  private static final Set<String> SHAPES = Set.of("circle", "line", "polyline", "rect");

  /** Elements that stand within a line. */
  private static final Set<String> INLINE =
      Set.of("a", "b", "code", "em", "mark", "small", "span", "strong", "button", "text", "label");

  private final StringBuilder markup = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /** Opens an element; attributes are given as names and values in turn. */
  HtmlPage open(String tag, String... attributes) {
    markup.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      markup.append(' ').append(attributes[i]);
      if (!attributes[i + 1].isEmpty() || attributes[i].equals("value")) {
        markup.append("=\"").append(escaped(attributes[i + 1])).append('"');
      }
    }
    markup.append(SHAPES.contains(tag) ? "/>" : ">");
    if (!EMPTY.contains(tag) && !SHAPES.contains(tag)) {
      open.push(tag);
    }
    return this;
  }

  /** Closes the element that was opened last. */
  HtmlPage close() {
    String tag = open.pop();
    markup.append("</").append(tag).append('>');
    if (!INLINE.contains(tag)) {
      markup.append('\n');
    }
    return this;
  }

  /** Writes an element that holds a text. */
  HtmlPage element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close();
  }

  HtmlPage text(String text) {
    markup.append(escaped(text));
    return this;
  }

  /** Writes a sentence in which names stand in backquotes. */
  HtmlPage prose(String sentence) {
    String[] parts = sentence.split("`", -1);
    boolean paired = parts.length % 2 == 1;
    for (int i = 0; i < parts.length; i++) {
      if (i % 2 == 1 && paired) {
        element("code", parts[i]);
      } else {
        text(i > 0 && !paired ? "`" + parts[i] : parts[i]);
      }
    }
    return this;
  }

  /** Ends a line of preformatted text. */
  HtmlPage lineBreak() {
    markup.append('\n');
    return this;
  }

  /** Writes a style or a script of this program, which is no text of anybody else. */
  HtmlPage own(String tag, String content) {
    markup.append('<').append(tag).append('>').append(content);
    markup.append("</").append(tag).append(">\n");
    return this;
  }

  /** Writes what stands before the first element. */
  HtmlPage doctype() {
    markup.append("<!doctype html>\n");
    return this;
  }

  /** Hands over what was written since the last time. */
  void drainTo(Writer out) throws IOException {
    out.append(markup);
    markup.setLength(0);
  }

  private static String escaped(String text) {
    String visible = VisibleText.of(text);
    StringBuilder escaped = new StringBuilder(visible.length() + 16);
    for (int i = 0; i < visible.length(); i++) {
      char c = visible.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
