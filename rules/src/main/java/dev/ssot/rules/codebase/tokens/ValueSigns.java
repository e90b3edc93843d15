package dev.ssot.rules.codebase.tokens;

import dev.ssot.rules.codebase.tokens.TypeNode.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/**
 * Tells tokens that cannot hold a value worth knowing (a branch over three values or more, a
 * constant, the default of a setting) from those that may; telling literals are apart.
 *
 * <p>It errs on one side only: what it rules out holds none.
 */
final class ValueSigns {

  private static final int FEWEST = 3;

  /** Methods that compare, as operators do. */
  private static final Set<String> COMPARISONS =
      Set.of("equals", "equalsIgnoreCase", "contentEquals");

  private final Tokens tokens;
  private final Supplier<Set<String>> constants;

  /**
   * The signs of some tokens.
   *
   * @param constants names of the fields of the file that may be constants
   */
  ValueSigns(Tokens tokens, Supplier<Set<String>> constants) {
    this.tokens = tokens;
    this.constants = constants;
  }

  /** Whether some tokens may hold a value. */
  boolean mayBeIn(Span span) {
    Comparing comparing = new Comparing();
    int handlers = 0;
    for (int token = span.first(); token <= span.last(); token++) {
      switch (tokens.kind(token)) {
        case SWITCH -> {
          if (labels(token) >= FEWEST) {
            return true;
          }
        }
        case LEFT_BRACE -> comparing.enter();
        case RIGHT_BRACE -> comparing.leave();
        case IF -> comparing.beginCondition(token);
        case INSTANCEOF -> comparing.at(token);
        case EQUAL -> {
          if (endsWithLabel(token - 1) || startsWithLabel(token + 1)) {
            comparing.at(token);
          }
        }
        case STRING -> handlers += mayHaveHandler(token) ? 1 : 0;
        case STATIC, INTERFACE, ENUM, RECORD -> {
          if (mayDeclareConstants(token, span)) {
            return true;
          }
        }
        case IDENTIFIER -> {
          Symbol name = tokens.symbol(token);
          if (isCalled(token)) {
            if (name.namesSettingRead() && mayHaveDefault(token + 1)) {
              return true;
            }
            if (COMPARISONS.contains(name.text()) && comparesLabel(token)) {
              comparing.at(token);
            }
          }
          handlers += mayHaveHandler(token) ? 1 : 0;
        }
        default -> {}
      }
    }
    return comparing.areEnough() || handlers >= FEWEST;
  }

  /** Whether some tokens may hold a table of handlers, perhaps over several statements. */
  boolean mayHoldTable(Span span) {
    int handlers = 0;
    for (int token = span.first(); token <= span.last(); token++) {
      handlers += mayHaveHandler(token) ? 1 : 0;
    }
    return handlers >= FEWEST;
  }

  /** Counts comparisons in the conditions of the statements that stand in one block. */
  private final class Comparing {

    private final Deque<Integer> outside = new ArrayDeque<>();
    private int here;
    private int most;
    private int conditionEnd;

    void enter() {
      outside.push(here);
      here = 0;
    }

    void leave() {
      here = outside.isEmpty() ? 0 : outside.pop();
    }

    void beginCondition(int choice) {
      conditionEnd = Math.max(conditionEnd, tokens.partner(choice + 1));
    }

    void at(int token) {
      if (token < conditionEnd) {
        here++;
        most = Math.max(most, here);
      }
    }

    boolean areEnough() {
      return most >= FEWEST;
    }
  }

  /** How many labels the cases of a switch may have, those of others in it included. */
  private int labels(int choice) {
    int body = tokens.partner(choice + 1) + 1;
    int labels = 0;
    for (int token = body; token < tokens.partner(body); token++) {
      if (tokens.kind(token) == Kind.CASE) {
        labels += labelsOfCase(token + 1);
      }
    }
    return labels;
  }

  private int labelsOfCase(int first) {
    int labels = mayBeLabel(first) ? 1 : 0;
    for (int token = first; !endsCase(tokens.kind(token)); token++) {
      if (tokens.kind(token) == Kind.LEFT_PAREN) {
        token = tokens.partner(token);
      } else if (tokens.kind(token) == Kind.COMMA && mayBeLabel(token + 1)) {
        labels++;
      }
    }
    return labels;
  }

  private static boolean endsCase(Kind kind) {
    return kind == Kind.COLON || kind == Kind.ARROW || kind == Kind.END;
  }

  /** Whether what a case names first is no number, character or keyword. */
  private boolean mayBeLabel(int token) {
    return switch (tokens.kind(token)) {
      case NUMBER, CHARACTER, MINUS, NULL, TRUE, FALSE, DEFAULT -> false;
      default -> true;
    };
  }

  /** Whether a call may be given a key, by a text or a constant of the file, and a default. */
  private boolean mayHaveDefault(int parenthesis) {
    int end = tokens.partner(parenthesis);
    boolean key = false;
    for (int token = parenthesis + 1; token < end; token++) {
      switch (tokens.kind(token)) {
        case COMMA -> {
          return key && mayHoldDefault(token + 1, end - 1);
        }
        case LESS -> {
          // A comma may be one of type arguments.
          return true;
        }
        case LEFT_PAREN -> {
          key |= mayHoldKey(token, tokens.partner(token));
          token = tokens.partner(token);
        }
        case LEFT_BRACE, LEFT_BRACKET -> token = tokens.partner(token);
        default -> key |= mayHoldKey(token, token);
      }
    }
    return false;
  }

  private boolean mayHoldKey(int first, int last) {
    return any(first, last, token -> tokens.kind(token) == Kind.STRING || isOfFile(token));
  }

  private boolean mayHoldDefault(int first, int last) {
    return any(
        first, last, token -> tokens.kind(token).isLiteral() || isLabel(token) || isOfFile(token));
  }

  /** Whether a token is the name of a constant of the file. */
  private boolean isOfFile(int token) {
    return tokens.kind(token).isName() && constants.get().contains(tokens.symbol(token).text());
  }

  /** Whether a call may be one on a label or with one; behind type arguments it always may. */
  private boolean comparesLabel(int method) {
    return tokens.kind(method - 1) == Kind.GREATER
        || endsWithLabel(method - 2)
        || hasLabel(method + 1);
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
    return any(parenthesis, tokens.partner(parenthesis), this::isLabel);
  }

  private boolean isLabel(int token) {
    return switch (tokens.kind(token)) {
      case STRING -> true;
      case IDENTIFIER -> tokens.symbol(token).namesConstant();
      default -> false;
    };
  }

  /** Whether a token may be the end of an argument behind which its handler is another. */
  private boolean mayHaveHandler(int token) {
    int behind = token + 1;
    while (tokens.kind(behind) == Kind.RIGHT_PAREN) {
      behind++;
    }
    return tokens.kind(behind) == Kind.COMMA && isLabel(token) && mayBeHandler(behind + 1);
  }

  /** Whether the argument that begins with a token may be a handler. */
  private boolean mayBeHandler(int first) {
    int token = first;
    while (true) {
      switch (tokens.kind(token)) {
        // A comma behind it may be one of type arguments.
        case ARROW, DOUBLE_COLON, LESS -> {
          return true;
        }
        case IDENTIFIER -> {
          if (tokens.symbol(token).namesHandler()) {
            return true;
          }
        }
        case LEFT_BRACE -> {
          if (isAnonymousBody(token)) {
            return true;
          }
          token = tokens.partner(token);
        }
        case LEFT_PAREN, LEFT_BRACKET -> token = tokens.partner(token);
        case COMMA, SEMICOLON, RIGHT_PAREN, RIGHT_BRACE, RIGHT_BRACKET, END -> {
          return false;
        }
        default -> {}
      }
      token++;
    }
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

  /** Whether a constant may be declared within a member. */
  boolean mayDeclareConstants(Span span) {
    return any(span.first(), span.last(), token -> mayDeclareConstants(token, span));
  }

  private boolean mayDeclareConstants(int token, Span member) {
    return switch (tokens.kind(token)) {
      case STATIC -> isInBody(token, member);
      case INTERFACE, ENUM, RECORD -> true;
      default -> false;
    };
  }

  /** Whether a modifier is one of a declaration within a body, not of the member itself. */
  private boolean isInBody(int token, Span member) {
    return any(member.first(), token - 1, before -> tokens.kind(before) == Kind.LEFT_BRACE);
  }

  /** Whether there is any literal among some tokens. */
  boolean hasLiteral(Span span) {
    return any(span.first(), span.last(), token -> tokens.kind(token).sort() == Kind.Sort.LITERAL);
  }

  private static boolean any(int first, int last, IntPredicate isOne) {
    for (int token = first; token <= last; token++) {
      if (isOne.test(token)) {
        return true;
      }
    }
    return false;
  }
}
