package dev.ssot.rules.codebase.tokens;

import dev.ssot.rules.model.Region;
import java.util.Arrays;

/**
 * The tokens and comments of one file, in columns; used again for one file after the other. Tokens
 * are known by their index; behind the last one stands one of kind {@link Kind#END}. Not safe for
 * concurrent use.
 */
final class Tokens {

  private static final int INITIAL = 4_096;

  private char[] text = new char[0];
  private int count;
  private Kind[] kinds = new Kind[INITIAL];
  private Symbol[] symbols = new Symbol[INITIAL];
  private int[] hashes = new int[INITIAL];
  private int[] starts = new int[INITIAL];
  private int[] ends = new int[INITIAL];
  private int[] lines = new int[INITIAL];
  private int[] columns = new int[INITIAL];
  private int[] partners = new int[INITIAL];
  private int[] statementEnds = new int[INITIAL];
  private int[] commentsBefore = new int[INITIAL];
  private int commentCount;
  private int[] commentStarts = new int[INITIAL];
  private int[] commentEnds = new int[INITIAL];
  private int[] commentLines = new int[INITIAL];
  private int[] commentColumns = new int[INITIAL];

  /** Forgets all tokens; what follows are those of {@code text}. */
  void begin(char[] newText) {
    text = newText;
    count = 0;
    commentCount = 0;
  }

  char[] text() {
    return text;
  }

  /** Adds a token; {@code symbol} is that of a word, and of no account for all others. */
  void add(Kind kind, Symbol symbol, int hash, int start, int end, int line, int column) {
    if (count == kinds.length) {
      growTokens();
    }
    kinds[count] = kind;
    symbols[count] = symbol;
    hashes[count] = hash;
    starts[count] = start;
    ends[count] = end;
    lines[count] = line;
    columns[count] = column;
    commentsBefore[count] = commentCount;
    count++;
  }

  private void growTokens() {
    int size = count * 2;
    kinds = Arrays.copyOf(kinds, size);
    symbols = Arrays.copyOf(symbols, size);
    hashes = Arrays.copyOf(hashes, size);
    starts = Arrays.copyOf(starts, size);
    ends = Arrays.copyOf(ends, size);
    lines = Arrays.copyOf(lines, size);
    columns = Arrays.copyOf(columns, size);
    partners = Arrays.copyOf(partners, size);
    statementEnds = Arrays.copyOf(statementEnds, size);
    commentsBefore = Arrays.copyOf(commentsBefore, size);
  }

  void addComment(int start, int end, int line, int column) {
    if (commentCount == commentStarts.length) {
      int size = commentCount * 2;
      commentStarts = Arrays.copyOf(commentStarts, size);
      commentEnds = Arrays.copyOf(commentEnds, size);
      commentLines = Arrays.copyOf(commentLines, size);
      commentColumns = Arrays.copyOf(commentColumns, size);
    }
    commentStarts[commentCount] = start;
    commentEnds[commentCount] = end;
    commentLines[commentCount] = line;
    commentColumns[commentCount] = column;
    commentCount++;
  }

  /** Says that two brackets belong together. */
  void pair(int opening, int closing) {
    partners[opening] = closing;
    partners[closing] = opening;
  }

  /** Number of tokens so far, that at the end included. */
  int size() {
    return count;
  }

  Kind kind(int token) {
    return kinds[token];
  }

  /** The symbol of a word. */
  Symbol symbol(int token) {
    return symbols[token];
  }

  /** What {@link String#hashCode} gives for the token's text. */
  int hash(int token) {
    return hashes[token];
  }

  /** Says that a word is a name where it stands, whatever else it may be. */
  void makeName(int token) {
    kinds[token] = Kind.IDENTIFIER;
  }

  /** The bracket that belongs to a bracket. */
  int partner(int bracket) {
    return partners[bracket];
  }

  /** Says which tokens a statement of a block begins and ends with. */
  void delimit(int first, int last) {
    statementEnds[first] = last;
  }

  /** The last token of the statement of a block that begins with a token. */
  int statementEnd(int first) {
    return statementEnds[first];
  }

  int line(int token) {
    return lines[token];
  }

  int column(int token) {
    return columns[token];
  }

  /** Where a token begins in the text. */
  int start(int token) {
    return starts[token];
  }

  /** Where a token ends in the text. */
  int end(int token) {
    return ends[token];
  }

  int length(int token) {
    return ends[token] - starts[token];
  }

  /** Whether nothing stands between a token and the next one. */
  boolean touchesNext(int token) {
    return ends[token] == starts[token + 1];
  }

  String textOf(int token) {
    return new String(text, starts[token], ends[token] - starts[token]);
  }

  /** Names with the dots between them, from the first name to the last. */
  String dotted(int first, int last) {
    if (first == last) {
      return symbols[first].text();
    }
    if (isInOnePiece(first, last)) {
      return new String(text, starts[first], ends[last] - starts[first]);
    }
    StringBuilder name = new StringBuilder();
    for (int token = first; token <= last; token++) {
      name.append(kinds[token] == Kind.DOT ? "." : symbols[token].text());
    }
    return name.toString();
  }

  private boolean isInOnePiece(int first, int last) {
    for (int token = first; token < last; token++) {
      if (!touchesNext(token)) {
        return false;
      }
    }
    return true;
  }

  /**
   * The token behind annotations that begin at a token, that token itself if there are none, or
   * {@link Lookahead#NOTHING} for an {@code @} that begins no annotation.
   */
  int behindAnnotations(int from) {
    int end = from;
    while (kinds[end] == Kind.AT) {
      end++;
      while (kinds[end].isName() && kinds[end + 1] == Kind.DOT) {
        end += 2;
      }
      if (!kinds[end].isName()) {
        return Lookahead.NOTHING;
      }
      end++;
      if (kinds[end] == Kind.LEFT_PAREN) {
        end = partners[end] + 1;
      }
    }
    return end;
  }

  /** The region from the first character of a token to the last of another on one line. */
  Region region(int first, int last) {
    return new Region(lines[first], columns[first], lines[last], columns[last] + length(last));
  }

  Region region(int token) {
    return region(token, token);
  }

  /** Index of the first comment behind a token's predecessor or further down. */
  int commentsBefore(int token) {
    return commentsBefore[token];
  }

  /** Index of the comment right before a token; -1 if there is none. */
  int commentAt(int token) {
    int before = commentsBefore[token];
    int earlier = token == 0 ? 0 : commentsBefore[token - 1];
    return before > earlier ? before - 1 : -1;
  }

  int commentCount() {
    return commentCount;
  }

  int commentStart(int comment) {
    return commentStarts[comment];
  }

  int commentEnd(int comment) {
    return commentEnds[comment];
  }

  int commentLine(int comment) {
    return commentLines[comment];
  }

  int commentColumn(int comment) {
    return commentColumns[comment];
  }

  String comment(int comment) {
    return new String(text, commentStarts[comment], commentEnds[comment] - commentStarts[comment]);
  }

  /** Whether a comment is one of documentation between delimiters. */
  boolean isJavadoc(int comment) {
    int start = commentStarts[comment];
    return commentEnds[comment] - start > "/**/".length()
        && text[start + 1] == '*'
        && text[start + 2] == '*';
  }

  /** What stands between the delimiters of a comment of documentation. */
  String javadoc(int comment) {
    int start = commentStarts[comment] + "/**".length();
    return new String(text, start, commentEnds[comment] - "*/".length() - start);
  }

  /** Whether a comment holds an {@code @} with one of two letters behind it. */
  boolean mayHoldTag(int comment, char letter, char other) {
    for (int i = commentStarts[comment]; i < commentEnds[comment]; i++) {
      if (text[i] == '@' && (text[i + 1] == letter || text[i + 1] == other)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a comment begins with three slashes, which may be documentation. */
  boolean isMarkdown(int comment) {
    int start = commentStarts[comment];
    return commentEnds[comment] - start > 2 && text[start + 1] == '/' && text[start + 2] == '/';
  }
}
