package dev.ssot.rules.codebase.tokens;

/** Tells operators and separators apart. */
final class Operators {

  private Operators() {}

  /** An operator is as long as it can be, but two closing angles stay apart. */
  static Kind at(char[] text, int at) {
    char c = text[at];
    char second = text[at + 1];
    boolean assigns = second == '=';
    return switch (c) {
      case ';' -> Kind.SEMICOLON;
      case ',' -> Kind.COMMA;
      case '@' -> Kind.AT;
      case '?' -> Kind.HOOK;
      case '~' -> Kind.TILDE;
      case ':' -> second == ':' ? Kind.DOUBLE_COLON : Kind.COLON;
      case '=' -> assigns ? Kind.EQUAL : Kind.ASSIGN;
      case '!' -> assigns ? Kind.NOT_EQUAL : Kind.BANG;
      case '+' -> second == '+' ? Kind.INCREMENT : assigns ? Kind.PLUS_ASSIGN : Kind.PLUS;
      case '-' -> minus(second);
      case '*' -> assigns ? Kind.STAR_ASSIGN : Kind.STAR;
      case '/' -> assigns ? Kind.SLASH_ASSIGN : Kind.SLASH;
      case '%' -> assigns ? Kind.PERCENT_ASSIGN : Kind.PERCENT;
      case '&' -> second == '&' ? Kind.AND_AND : assigns ? Kind.AND_ASSIGN : Kind.AND;
      case '|' -> second == '|' ? Kind.OR_OR : assigns ? Kind.OR_ASSIGN : Kind.OR;
      case '^' -> assigns ? Kind.CARET_ASSIGN : Kind.CARET;
      case '<' -> less(text, at);
      case '>' -> greater(text, at);
      default -> throw new Unsure("a character that begins no token");
    };
  }

  private static Kind minus(char second) {
    return switch (second) {
      case '-' -> Kind.DECREMENT;
      case '=' -> Kind.MINUS_ASSIGN;
      case '>' -> Kind.ARROW;
      default -> Kind.MINUS;
    };
  }

  private static Kind less(char[] text, int at) {
    char second = text[at + 1];
    if (second == '<') {
      return text[at + 2] == '=' ? Kind.SHIFT_LEFT_ASSIGN : Kind.SHIFT_LEFT;
    }
    return second == '=' ? Kind.LESS_EQUAL : Kind.LESS;
  }

  private static Kind greater(char[] text, int at) {
    char second = text[at + 1];
    if (second == '=') {
      return Kind.GREATER_EQUAL;
    }
    if (second == '>' && text[at + 2] == '=') {
      return Kind.SHIFT_RIGHT_ASSIGN;
    }
    boolean unsigned = second == '>' && text[at + 2] == '>' && text[at + 3] == '=';
    return unsigned ? Kind.UNSIGNED_SHIFT_RIGHT_ASSIGN : Kind.GREATER;
  }
}
