package dev.ssot.reports;

import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text from scanned code as Markdown that can neither end a table, a code span or an element nor
 * mention, link or call anything.
 *
 * <p>GitHub and GitLab look for mentions, issues, commits, addresses and emoji in rendered text, so
 * an escape does not keep them from it; code does. A word that could be any of these, or Markdown,
 * is written as code. See the GitHub Flavored Markdown Spec and "Autolinked references".
 */
final class MarkdownText {

  private static final int MOST = 600;
  private static final char QUOTE = '`';

  private static final String WORD =
      "\\(?['\"]?\\p{L}[\\p{L}\\p{N}'\u2019-]*(/\\p{L}[\\p{L}'-]*)?['\"]?";
  private static final String DAY = "\\d{4}-\\d\\d-\\d\\d";
  private static final String NUMBER = "\\(?\\p{N}{1,6}([.,]\\p{N}+)?";
  private static final String END = "\\)?[.,;:]?\\)?[.,;:]?";
  private static final String SIGNS = "[,;:.)(\u2026\u2013]{1,2}";

  /** What is prose whatever is around it. */
  private static final Pattern PLAIN =
      Pattern.compile("(%s|%s|%s|%%)%s|%s".formatted(WORD, DAY, NUMBER, END, SIGNS));

  /** Words that become links of their own: commits, issues of trackers, hosts. */
  private static final Pattern LINK =
      Pattern.compile("[0-9a-f]{7,}|[a-z]{2,}-\\d+|www", Pattern.CASE_INSENSITIVE);

  private static final Pattern WORDS = Pattern.compile("(?<= )|(?= )");

  /** A word between the signs of a sentence; a full stop within it is its own. */
  private static final Pattern AROUND =
      Pattern.compile("(\\(?)([^()]*[\\p{L}\\p{N}])([.,;:)]{1,2}|)");

  /** What can stand in a code span of Markdown in any place. */
  private static final Pattern SPAN = Pattern.compile("[^`|\\\\<>&\\s]+( [^`|\\\\<>&\\s]+)*");

  private MarkdownText() {}

  /** A sentence with names in backquotes; on one line, and cut where it is very long. */
  static String inline(String text) {
    return parts(text, MarkdownText::code);
  }

  /** The same within an element of HTML, where Markdown does not count. */
  static String html(String text) {
    return parts(text, MarkdownText::htmlCode);
  }

  private static String parts(String text, UnaryOperator<String> code) {
    StringBuilder all = new StringBuilder();
    String[] pieces = VisibleText.cut(VisibleText.of(text), MOST).split("`", -1);
    for (int i = 0; i < pieces.length; i++) {
      boolean quoted = i % 2 == 1;
      String part = part(pieces[i], quoted, code);
      boolean touching =
          !all.isEmpty() && all.charAt(all.length() - 1) == QUOTE && part.startsWith("`");
      // Two spans that touch would be one.
      all.append(touching ? part(pieces[i], quoted, MarkdownText::htmlCode) : part);
    }
    return all.toString().strip();
  }

  private static String part(String piece, boolean quoted, UnaryOperator<String> code) {
    if (!quoted) {
      return words(piece, code);
    }
    return piece.isBlank() ? "" : code.apply(piece);
  }

  private static String words(String text, UnaryOperator<String> code) {
    return WORDS
        .splitAsStream(text)
        .map(word -> word.isBlank() || isPlain(word) ? word : bare(word, code))
        .collect(Collectors.joining());
  }

  private static boolean isPlain(String word) {
    return PLAIN.matcher(word).matches() && !LINK.matcher(word).find();
  }

  /** A word as code, with the signs around it that belong to the sentence left outside. */
  private static String bare(String word, UnaryOperator<String> code) {
    Matcher matcher = AROUND.matcher(word);
    return matcher.matches()
        ? matcher.group(1) + code.apply(matcher.group(2)) + matcher.group(3)
        : code.apply(word);
  }

  /** A text as code, in a line of Markdown or a cell of a table. */
  static String code(String text) {
    String visible = VisibleText.cut(VisibleText.of(text), MOST);
    return SPAN.matcher(visible).matches() ? QUOTE + visible + QUOTE : htmlCode(visible);
  }

  private static String htmlCode(String text) {
    StringBuilder escaped = new StringBuilder("<code>");
    VisibleText.cut(VisibleText.of(text), MOST)
        .codePoints()
        .forEach(point -> append(escaped, point));
    return escaped.append("</code>").toString();
  }

  /** Whatever is neither letter nor digit becomes a reference, which Markdown takes for a text. */
  private static void append(StringBuilder escaped, int codePoint) {
    boolean plain =
        Character.isLetterOrDigit(codePoint)
            || " .-/,()".indexOf(codePoint) >= 0
            || codePoint > 127;
    if (plain) {
      escaped.appendCodePoint(codePoint);
    } else {
      escaped.append(String.format(Locale.ROOT, "&#%d;", codePoint));
    }
  }
}
