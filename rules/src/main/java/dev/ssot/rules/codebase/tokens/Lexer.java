package dev.ssot.rules.codebase.tokens;

import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Cuts texts into tokens and comments. Not safe for concurrent use. */
final class Lexer {

  /** Deeper nesting is for a reader that knows what to say of it. */
  private static final int DEEPEST = 500;

  /** How far beyond a character is looked for what follows it. */
  private static final int AHEAD = 4;

  /** What can stand behind a backslash; a literal that ends with its line is turned away later. */
  private static final String ESCAPED = "btnfrs\"'\\01234567u\r\n";

  private static final Pattern DECIMAL =
      Pattern.compile("(?:[0-9][0-9_]*)?(?:\\.[0-9_]*)?(?:[eE][+-]?[0-9][0-9_]*)?[fFdDlL]?");
  private static final Pattern HEXADECIMAL =
      Pattern.compile(
          "0[xX][0-9a-fA-F_]+[lL]?|0[xX][0-9a-fA-F_]*\\.?[0-9a-fA-F_]*[pP][+-]?[0-9][0-9_]*[fFdD]?");
  private static final Pattern BINARY = Pattern.compile("0[bB][01_]+[lL]?");
  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:[btnfrs\"'\\\\]|[0-3]?[0-7]?[0-7]|u+[0-9a-fA-F]{4})");
  private static final int FACTOR = 31;
  private static final int ASCII = 128;

  private final boolean[] asciiParts = new boolean[ASCII];
  private final Symbols symbols;
  private final Symbol none;
  private final Tokens tokens = new Tokens();
  private final int[] open = new int[DEEPEST];
  private int depth;
  private char[] text = new char[1];
  private int length;
  private int at;
  private int line;
  private int lineStart;

  Lexer(Symbols symbols) {
    this.symbols = symbols;
    this.none = symbols.of("");
    for (char c = 0; c < ASCII; c++) {
      asciiParts[c] = Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }
  }

  /**
   * The tokens of a text; they last until the next text.
   *
   * @throws Unsure if something is not known for certain
   */
  Tokens read(String source) {
    length = source.length();
    if (text.length < length + AHEAD) {
      text = new char[length + (length >> 1) + AHEAD];
    }
    source.getChars(0, length, text, 0);
    Arrays.fill(text, length, length + AHEAD, (char) 0);
    tokens.begin(text);
    at = 0;
    line = 1;
    lineStart = 0;
    depth = 0;
    while (at < length) {
      next();
    }
    if (depth != 0) {
      throw new Unsure("a bracket is open at the end");
    }
    tokens.add(Kind.END, none, 0, length, length, line, column(length));
    return tokens;
  }

  private void next() {
    char c = text[at];
    switch (c) {
      case ' ', '\t', '\f' -> at++;
      case '\n' -> newLine(1);
      case '\r' -> newLine(text[at + 1] == '\n' ? 2 : 1);
      case '"' -> string();
      case '\'' -> character();
      case '/' -> slash();
      case '.' -> dot();
      case '(', '[', '{' -> opening(c);
      case ')', ']', '}' -> closing(c);
      default -> {
        if (isStart(c)) {
          word();
        } else if (isDigit(c)) {
          number();
        } else {
          symbol(Operators.at(text, at));
        }
      }
    }
  }

  private void newLine(int characters) {
    at += characters;
    line++;
    lineStart = at;
  }

  private int column(int position) {
    return position - lineStart + 1;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private boolean isStart(char c) {
    if (c < ASCII) {
      return asciiParts[c] && !isDigit(c);
    }
    return isCertain(c, Character.isJavaIdentifierStart(c));
  }

  private boolean isPart(char c) {
    if (c < ASCII) {
      return asciiParts[c];
    }
    return isCertain(c, Character.isJavaIdentifierPart(c));
  }

  private static boolean isCertain(char c, boolean ofIdentifier) {
    if (!ofIdentifier || Character.isIdentifierIgnorable(c) || Character.isSurrogate(c)) {
      throw new Unsure("a rare character outside of comments and literals");
    }
    return true;
  }

  private void word() {
    char[] characters = text;
    int start = at;
    int end = start;
    int hash = 0;
    do {
      hash = FACTOR * hash + characters[end];
      end++;
    } while (isPart(characters[end]));
    at = end;
    Symbol symbol = symbols.of(text, start, at, hash);
    if (text[at] == '-' && symbol.text().equals("non")) {
      nonSealed(start, symbol, hash);
    } else {
      tokens.add(symbol.kind(), symbol, hash, start, at, line, column(start));
    }
  }

  private void nonSealed(int start, Symbol non, int hash) {
    String word = Kind.NON_SEALED.text();
    int end = start + word.length();
    boolean sealed = end <= length && new String(text, start, word.length()).equals(word);
    if (sealed && !isPart(text[end])) {
      at = end;
      tokens.add(Kind.NON_SEALED, none, Kind.NON_SEALED.hash(), start, end, line, column(start));
    } else {
      tokens.add(Kind.IDENTIFIER, non, hash, start, at, line, column(start));
    }
  }

  private void number() {
    int start = at;
    boolean prefixed = text[at] == '0' && Character.isLetter(text[at + 1]);
    char base = prefixed ? Character.toLowerCase(text[at + 1]) : '0';
    boolean hexadecimal = base == 'x';
    while (isPart(text[at]) || text[at] == '.' || isExponentSign(hexadecimal)) {
      at++;
    }
    Pattern form = hexadecimal ? HEXADECIMAL : base == 'b' ? BINARY : DECIMAL;
    if (at - start > 1 && !form.matcher(CharBuffer.wrap(text, start, at - start)).matches()) {
      throw new Unsure("a number that is not known");
    }
    literal(Kind.NUMBER, start, line, column(start));
  }

  private boolean isExponentSign(boolean hexadecimal) {
    char before = Character.toLowerCase(text[at - 1]);
    return (text[at] == '+' || text[at] == '-') && before == (hexadecimal ? 'p' : 'e');
  }

  private void literal(Kind kind, int start, int startLine, int startColumn) {
    int hash = 0;
    for (int i = start; i < at; i++) {
      hash = FACTOR * hash + text[i];
    }
    tokens.add(kind, none, hash, start, at, startLine, startColumn);
  }

  private void string() {
    if (text[at + 1] == '"' && text[at + 2] == '"') {
      textBlock();
    } else {
      quoted(Kind.STRING, '"');
    }
  }

  private void character() {
    quoted(Kind.CHARACTER, '\'');
    int start = at - tokens.length(tokens.size() - 1);
    boolean plain = at - start == "'x'".length() && text[start + 1] != '\\';
    if (!plain && !ESCAPE.matcher(CharBuffer.wrap(text, start + 1, at - start - 2)).matches()) {
      throw new Unsure("a character literal that is not known");
    }
  }

  private void quoted(Kind kind, char quote) {
    int start = at;
    at++;
    while (text[at] != quote) {
      if (text[at] == '\\') {
        at++;
        checkEscape();
      }
      if (at >= length || text[at] == '\n' || text[at] == '\r') {
        throw new Unsure("a literal is open at the end of its line");
      }
      at++;
    }
    at++;
    literal(kind, start, line, column(start));
  }

  /** Checks that what stands behind a backslash may stand there. */
  private void checkEscape() {
    if (ESCAPED.indexOf(text[at]) < 0) {
      throw new Unsure("an escape that is not known");
    }
  }

  private void textBlock() {
    int start = at;
    int startLine = line;
    int startColumn = column(start);
    at += 3;
    while (text[at] == ' ' || text[at] == '\t' || text[at] == '\f') {
      at++;
    }
    if (text[at] != '\n' && text[at] != '\r') {
      throw new Unsure("a text block that does not begin with a new line");
    }
    while (!(text[at] == '"' && text[at + 1] == '"' && text[at + 2] == '"')) {
      boolean escape = text[at] == '\\';
      skipOneOf("text block");
      if (escape) {
        checkEscape();
        skipOneOf("text block");
      }
    }
    at += 3;
    literal(Kind.TEXT_BLOCK, start, startLine, startColumn);
  }

  /** Skips one character, or one line end. */
  private void skipOneOf(String what) {
    if (at >= length) {
      throw new Unsure("a " + what + " is open at the end");
    }
    if (text[at] == '\n') {
      newLine(1);
    } else if (text[at] == '\r') {
      newLine(text[at + 1] == '\n' ? 2 : 1);
    } else {
      at++;
    }
  }

  private void slash() {
    if (text[at + 1] == '/') {
      lineComment();
    } else if (text[at + 1] == '*') {
      blockComment();
    } else {
      symbol(Operators.at(text, at));
    }
  }

  private void lineComment() {
    char[] characters = text;
    int start = at;
    int end = start;
    while (end < length && characters[end] != '\n' && characters[end] != '\r') {
      end++;
    }
    at = end;
    tokens.addComment(start, at, line, column(start));
  }

  private void blockComment() {
    int start = at;
    int startLine = line;
    int startColumn = column(start);
    at += 2;
    skipPlain();
    while (!(text[at] == '*' && text[at + 1] == '/')) {
      skipOneOf("comment");
      skipPlain();
    }
    at += 2;
    tokens.addComment(start, at, startLine, startColumn);
  }

  /** Skips what neither ends a line nor a comment; most characters are such. */
  private void skipPlain() {
    char[] characters = text;
    int end = at;
    char c = characters[end];
    while (c != '*' && c != '\n' && c != '\r' && end < length) {
      end++;
      c = characters[end];
    }
    at = end;
  }

  private void dot() {
    if (isDigit(text[at + 1])) {
      number();
    } else if (text[at + 1] == '.' && text[at + 2] == '.') {
      symbol(Kind.ELLIPSIS);
    } else {
      symbol(Kind.DOT);
    }
  }

  private void opening(char c) {
    if (depth == open.length) {
      throw new Unsure("deeply nested");
    }
    open[depth++] = tokens.size();
    symbol(
        switch (c) {
          case '(' -> Kind.LEFT_PAREN;
          case '[' -> Kind.LEFT_BRACKET;
          default -> Kind.LEFT_BRACE;
        });
  }

  private void closing(char c) {
    Kind kind =
        switch (c) {
          case ')' -> Kind.RIGHT_PAREN;
          case ']' -> Kind.RIGHT_BRACKET;
          default -> Kind.RIGHT_BRACE;
        };
    if (depth == 0 || closes(tokens.kind(open[depth - 1])) != kind) {
      throw new Unsure("brackets do not match");
    }
    symbol(kind);
    tokens.pair(open[--depth], tokens.size() - 1);
  }

  private static Kind closes(Kind opening) {
    return switch (opening) {
      case LEFT_PAREN -> Kind.RIGHT_PAREN;
      case LEFT_BRACKET -> Kind.RIGHT_BRACKET;
      default -> Kind.RIGHT_BRACE;
    };
  }

  private void symbol(Kind kind) {
    int start = at;
    at += kind.text().length();
    tokens.add(kind, none, kind.hash(), start, at, line, column(start));
  }
}
