package dev.ssot.rules.codebase.tokens;

import dev.ssot.rules.codebase.TellingValues;
import dev.ssot.rules.codebase.Value;
import dev.ssot.rules.codebase.tokens.TypeNode.Span;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells tokens that cannot hold a value worth knowing (a branch over three values or more, a
 * constant, the default of a setting, a telling literal) from those that may.
 *
 * <p>It errs on one side only: what it rules out holds none.
 */
final class ValueSigns {

  private static final int FEWEST = 3;
  private static final int FEWEST_DIGITS = 4;
  private static final int SHORTEST_TEXT = 6;
  private static final String PLACEHOLDER = "${";

  /** Methods that compare, as operators do. */
  private static final Set<String> COMPARISONS =
      Set.of("equals", "equalsIgnoreCase", "contentEquals");

  private static final Pattern DECIMAL = Pattern.compile("[1-9][0-9]*");

  private final Tokens tokens;

  ValueSigns(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Whether some tokens may hold a value. */
  boolean mayBeIn(Span span) {
    int choices = 0;
    int comparisons = 0;
    int keys = 0;
    for (int token = span.first(); token <= span.last(); token++) {
      switch (tokens.kind(token)) {
        case SWITCH -> {
          return true;
        }
        case IF -> choices++;
        case INSTANCEOF -> comparisons++;
        case EQUAL -> comparisons += endsWithLabel(token - 1) || startsWithLabel(token + 1) ? 1 : 0;
        case STRING -> {
          if (isTellingText(token)) {
            return true;
          }
          keys += isArgument(token) ? 1 : 0;
        }
        case NUMBER -> {
          if (isTellingNumber(token)) {
            return true;
          }
        }
        case STATIC -> {
          if (isInBody(token, span)) {
            return true;
          }
        }
        case IDENTIFIER -> {
          String name = tokens.symbol(token).text();
          if (SettingReads.isOne(name) && isCalled(token)) {
            return true;
          }
          comparisons += COMPARISONS.contains(name) && comparesLabel(token) ? 1 : 0;
          keys += isArgument(token) && ConstantNames.isOne(name) ? 1 : 0;
        }
        case INTERFACE, ENUM, RECORD -> {
          return true;
        }
        default -> {}
      }
    }
    return (choices > 0 && comparisons >= FEWEST) || (keys >= FEWEST && hasHandlers(span));
  }

  /** Whether a method may be called on a label or with one; behind type arguments it always may. */
  private boolean comparesLabel(int method) {
    return isCalled(method)
        && (tokens.kind(method - 1) == Kind.GREATER
            || endsWithLabel(method - 2)
            || hasLabel(method + 1));
  }

  /** Whether an operand that ends with a token may be a label, perhaps in parentheses. */
  private boolean endsWithLabel(int token) {
    int last = token;
    while (tokens.kind(last) == Kind.RIGHT_PAREN) {
      last--;
    }
    return isLabel(last);
  }

  /** The same of an operand that begins with a token. */
  private boolean startsWithLabel(int token) {
    int last = token;
    while (tokens.kind(last) == Kind.LEFT_PAREN) {
      last++;
    }
    while (tokens.kind(last + 1) == Kind.DOT) {
      last += 2;
    }
    return isLabel(last);
  }

  /** Whether a label may be within parentheses. */
  private boolean hasLabel(int parenthesis) {
    for (int token = parenthesis; token < tokens.partner(parenthesis); token++) {
      if (isLabel(token)) {
        return true;
      }
    }
    return false;
  }

  private boolean isLabel(int token) {
    return switch (tokens.kind(token)) {
      case STRING -> true;
      case IDENTIFIER -> ConstantNames.isOne(tokens.symbol(token).text());
      default -> false;
    };
  }

  /** Whether there may be as many handlers as make a table of them. */
  private boolean hasHandlers(Span span) {
    int handlers = 0;
    for (int token = span.first(); token <= span.last(); token++) {
      boolean handles =
          switch (tokens.kind(token)) {
            case ARROW, DOUBLE_COLON -> true;
            case IDENTIFIER -> HandlerNames.isOne(tokens.symbol(token).text());
            case LEFT_BRACE -> isAnonymousBody(token);
            default -> false;
          };
      handlers += handles ? 1 : 0;
    }
    return handlers >= FEWEST;
  }

  /** Whether a brace may open the body of an anonymous class. */
  private boolean isAnonymousBody(int brace) {
    if (tokens.kind(brace - 1) != Kind.RIGHT_PAREN) {
      return false;
    }
    int type = tokens.partner(brace - 1) - 1;
    while (tokens.kind(type) == Kind.IDENTIFIER && tokens.kind(type - 1) == Kind.DOT) {
      type -= 2;
    }
    return switch (tokens.kind(type)) {
      // Behind type arguments or an annotation a name can be that of a method as well.
      case IDENTIFIER ->
          tokens.kind(type - 1) == Kind.NEW
              || tokens.kind(type - 1) == Kind.RIGHT_PAREN
              || tokens.kind(type - 1) == Kind.GREATER
              || tokens.kind(type - 2) == Kind.AT
              || tokens.kind(type - 2) == Kind.DOT;
      case GREATER -> true;
      default -> false;
    };
  }

  private boolean isCalled(int token) {
    return tokens.kind(token + 1) == Kind.LEFT_PAREN;
  }

  /** Whether a token may be the end of the first of two arguments. */
  private boolean isArgument(int token) {
    Kind next = tokens.kind(token + 1);
    return next == Kind.COMMA || next == Kind.RIGHT_PAREN;
  }

  /** Whether a modifier is one of a declaration within a body, not of the member itself. */
  private boolean isInBody(int token, Span span) {
    for (int before = span.first(); before < token; before++) {
      if (tokens.kind(before) == Kind.LEFT_BRACE) {
        return true;
      }
    }
    return false;
  }

  private boolean isTellingText(int token) {
    if (tokens.length(token) < SHORTEST_TEXT) {
      return false;
    }
    String literal = tokens.textOf(token);
    String text = literal.substring(1, literal.length() - 1);
    return text.indexOf('\\') >= 0
        || text.contains(PLACEHOLDER)
        || (text.indexOf(' ') < 0 && TellingValues.isTelling(new Value(Value.Kind.TEXT, text)));
  }

  private boolean isTellingNumber(int token) {
    if (tokens.length(token) < FEWEST_DIGITS) {
      return false;
    }
    String text = tokens.textOf(token);
    return !DECIMAL.matcher(text).matches()
        || TellingValues.isTelling(new Value(Value.Kind.NUMBER, text));
  }

  /** Whether there is any literal among some tokens. */
  boolean hasLiteral(Span span) {
    for (int token = span.first(); token <= span.last(); token++) {
      if (tokens.kind(token).sort() == Kind.Sort.LITERAL) {
        return true;
      }
    }
    return false;
  }
}
