package dev.ssot.rules.model;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * How a file holds its text.
 *
 * @param mark whether a byte-order mark stands in front
 */
public record TextEncoding(Charset charset, boolean mark) {

  private static final String MARK = "\ufeff";

  /** UTF-8 without a mark. */
  public static TextEncoding standard() {
    return new TextEncoding(StandardCharsets.UTF_8, false);
  }

  /** The bytes of a text in this encoding. */
  public byte[] encode(String text) {
    return (mark ? MARK + text : text).getBytes(charset);
  }

  /** A name with those characters as Unicode escapes of Java that the encoding lacks. */
  public String spelled(String name) {
    if (charset.newEncoder().canEncode(name)) {
      return name;
    }
    StringBuilder spelled = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char unit = name.charAt(i);
      if (charset.newEncoder().canEncode(unit)) {
        spelled.append(unit);
      } else {
        spelled.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
      }
    }
    return spelled.toString();
  }
}
