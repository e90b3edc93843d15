package dev.ssot.rules.codebase.source;

import java.util.Set;
import java.util.TreeSet;

/** Finds identifiers in the text of a Java file without a parser. */
final class WordScanner {

  private final String text;
  private int at;

  private WordScanner(String text) {
    this.text = text;
  }

  /** Which of some identifiers stand anywhere in a text. */
  static Set<String> anywhere(String text, Set<String> wanted) {
    return new WordScanner(text).scan(wanted, false);
  }

  /** Which of some identifiers stand in code and neither in comments nor in literals. */
  static Set<String> inCode(String text, Set<String> wanted) {
    return new WordScanner(text).scan(wanted, true);
  }

  private Set<String> scan(Set<String> wanted, boolean code) {
    Set<String> found = new TreeSet<>();
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isJavaIdentifierStart(c)) {
        String word = word();
        if (wanted.contains(word)) {
          found.add(word);
        }
      } else if (Character.isJavaIdentifierPart(c)) {
        word();
      } else if (!code || !skip()) {
        at++;
      }
    }
    return found;
  }

  private String word() {
    int start = at;
    while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  /** Goes behind the comment or literal that starts here; false if there is none. */
  private boolean skip() {
    if (text.startsWith("//", at)) {
      while (at < text.length() && "\r\n".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      return true;
    }
    if (text.startsWith("/*", at)) {
      goBehind("*/", 2);
      return true;
    }
    if (text.startsWith("\"\"\"", at)) {
      quoted("\"\"\"");
      return true;
    }
    char c = text.charAt(at);
    boolean quote = c == '"' || c == '\'';
    if (quote) {
      quoted(String.valueOf(c));
    }
    return quote;
  }

  private void goBehind(String end, int opening) {
    int found = text.indexOf(end, at + opening);
    at = found < 0 ? text.length() : found + end.length();
  }

  private void quoted(String quote) {
    at += quote.length();
    while (at < text.length() && !text.startsWith(quote, at)) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at = Math.min(text.length(), at + quote.length());
  }
}
