package dev.ssot.rules.codebase.tokens;

import dev.ssot.rules.codebase.tokens.MemberNode.Body;
import dev.ssot.rules.codebase.tokens.MemberNode.Sort;
import dev.ssot.rules.codebase.tokens.MemberNode.Variable;
import java.util.Optional;

/** Recognises bodies that do nothing of their own: accessors and plain forwarding. */
final class SmallBodies {

  private static final int NONE = -1;

  private final Tokens tokens;
  private final WrittenTypes types;

  SmallBodies(Tokens tokens) {
    this.tokens = tokens;
    this.types = new WrittenTypes(tokens);
  }

  /** Whether a method only reads or writes one field, or returns a literal. */
  boolean isAccessor(MemberNode method) {
    Body body = method.body();
    int first = body.span().first();
    int last = body.span().last();
    if (body.statements() == 1) {
      return isAssignment(first, last) || isReturn(first, last);
    }
    if (body.statements() != 2 || !returnsThis(last)) {
      return false;
    }
    return isAssignment(first, last - "return this ;".split(" ").length);
  }

  private boolean returnsThis(int last) {
    return tokens.kind(last) == Kind.SEMICOLON
        && tokens.kind(last - 1) == Kind.THIS
        && tokens.kind(last - 2) == Kind.RETURN;
  }

  private boolean isReturn(int first, int last) {
    return tokens.kind(first) == Kind.RETURN && isPlain(first + 1, last - 1);
  }

  /** Whether a statement sets something to a plain value. */
  private boolean isAssignment(int first, int last) {
    if (tokens.kind(last) != Kind.SEMICOLON || !isExpression(first)) {
      return false;
    }
    int at = first;
    while (at < last && tokens.kind(at).sort() != Kind.Sort.ASSIGNMENT) {
      at = next(at);
    }
    return at > first && at < last && isPlain(at + 1, last - 1) && isOneName(first, at);
  }

  /** Whether what begins at a token may be an expression rather than another statement. */
  private boolean isExpression(int first) {
    Kind kind = tokens.kind(first);
    return kind.isName() || kind == Kind.THIS || kind == Kind.SUPER || kind == Kind.LEFT_PAREN;
  }

  /** Whether there is no declaration of a variable between two tokens. */
  private boolean isOneName(int first, int end) {
    int at = first;
    while (at < end) {
      Kind kind = tokens.kind(at);
      boolean between = kind == Kind.DOT || kind == Kind.LEFT_PAREN || kind == Kind.LEFT_BRACKET;
      if (at > first && kind.isName() && tokens.kind(at - 1) != Kind.DOT) {
        return false;
      }
      if (!between && !kind.isName() && kind != Kind.THIS && kind != Kind.SUPER) {
        return false;
      }
      at = next(at);
    }
    return true;
  }

  /** The token behind a token, or behind the bracket that closes it. */
  private int next(int token) {
    return switch (tokens.kind(token)) {
      case LEFT_PAREN, LEFT_BRACKET, LEFT_BRACE -> tokens.partner(token) + 1;
      default -> token + 1;
    };
  }

  /** Whether an expression is a name, a literal, or a field of one name or of {@code this}. */
  private boolean isPlain(int first, int last) {
    if (first > last) {
      return false;
    }
    if (first == last) {
      return tokens.kind(first).isName() || tokens.kind(first).isLiteral();
    }
    if (!tokens.kind(last).isName() || tokens.kind(last - 1) != Kind.DOT) {
      return false;
    }
    int scope = last - 2;
    return (scope == first && tokens.kind(scope).isName()) || isThis(first, scope);
  }

  /** Whether some tokens are {@code this}, perhaps that of an outer type. */
  private boolean isThis(int first, int last) {
    return last >= first
        && tokens.kind(last) == Kind.THIS
        && (last == first || (tokens.kind(last - 1) == Kind.DOT && isChain(first, last - 2)));
  }

  private boolean isChain(int first, int last) {
    for (int token = first; token <= last; token++) {
      boolean name = (token - first) % 2 == 0;
      if (name ? !tokens.kind(token).isName() : tokens.kind(token) != Kind.DOT) {
        return false;
      }
    }
    return first <= last && (last - first) % 2 == 0;
  }

  /**
   * The type of the receiver, as written, if the whole body is one call that passes on the method's
   * own parameters; the empty string otherwise.
   */
  String receiver(MemberNode method, TypeNode type) {
    Body body = method.body();
    int last = body.span().last();
    if (body.statements() != 1 || tokens.kind(last) != Kind.SEMICOLON) {
      return "";
    }
    int first = body.span().first();
    if (tokens.kind(first) == Kind.RETURN) {
      first++;
    }
    int name = called(method, last - 1);
    if (name == NONE || name - 2 < first) {
      return "";
    }
    int dot = beforeTypeArguments(name - 1, first);
    return dot > first && tokens.kind(dot) == Kind.DOT ? typeOf(first, dot - 1, type) : "";
  }

  /** The token before the type arguments that end at a token, or the token itself without any. */
  private int beforeTypeArguments(int last, int first) {
    int token = last;
    if (tokens.kind(token) != Kind.GREATER) {
      return token;
    }
    int depth = 0;
    do {
      depth += tokens.kind(token) == Kind.GREATER ? 1 : 0;
      depth -= tokens.kind(token) == Kind.LESS ? 1 : 0;
      token--;
    } while (depth > 0 && token > first);
    return token;
  }

  /** The name of the method whose call ends at a token and gets nothing but own parameters. */
  private int called(MemberNode method, int close) {
    if (tokens.kind(close) != Kind.RIGHT_PAREN) {
      return NONE;
    }
    int open = tokens.partner(close);
    for (int token = open + 1; token < close; token++) {
      boolean argument = (token - open) % 2 == 1;
      if (argument ? !isParameter(method, token) : tokens.kind(token) != Kind.COMMA) {
        return NONE;
      }
    }
    return tokens.kind(open - 1).isName() ? open - 1 : NONE;
  }

  private boolean isParameter(MemberNode method, int token) {
    return tokens.kind(token).isName()
        && method.variables().stream().anyMatch(parameter -> isSame(parameter.name(), token));
  }

  private boolean isSame(int one, int other) {
    return tokens.symbol(one).equals(tokens.symbol(other));
  }

  private String typeOf(int first, int last, TypeNode type) {
    if (isChain(first, last)) {
      return first == last ? ofName(first, type) : ofChain(first, last);
    }
    boolean field = tokens.kind(last).isName() && tokens.kind(last - 1) == Kind.DOT;
    if (field && isThis(first, last - 2)) {
      return fieldType(last, type).orElse("");
    }
    if (field && tokens.symbol(last).isCapital() && !isNoReceiver(first, last)) {
      throw new Unsure("a constant of what is not a name");
    }
    boolean call = tokens.kind(last) == Kind.RIGHT_PAREN && tokens.partner(last) == first + 1;
    return call && tokens.kind(first).isName() ? ofCall(first, type) : "";
  }

  /** Whether what begins with some tokens is certainly something else than a call on them. */
  private boolean isNoReceiver(int first, int last) {
    boolean other =
        switch (tokens.kind(first)) {
          case THROW, ASSERT -> true;
          case NEW -> isChain(first + 1, last);
          case LEFT_PAREN -> isCast(tokens.kind(tokens.partner(first) + 1));
          default -> false;
        };
    return other || hasOperator(first, last);
  }

  /** Whether parentheses hold a type, by what stands behind them. */
  private static boolean isCast(Kind behind) {
    return behind.isName() || behind == Kind.THIS || behind == Kind.LEFT_PAREN;
  }

  private boolean hasOperator(int first, int last) {
    int openings = 0;
    int closings = 0;
    for (int token = first; token <= last; token = next(token)) {
      switch (tokens.kind(token)) {
        // As many of either may be brackets around type arguments.
        case LESS -> openings++;
        case GREATER -> closings++;
        case COLON, INSTANCEOF, ARROW -> {
          return true;
        }
        default -> {
          Kind.Sort sort = tokens.kind(token).sort();
          if (sort == Kind.Sort.INFIX || sort == Kind.Sort.PREFIX) {
            return true;
          }
        }
      }
    }
    return openings != closings;
  }

  private String ofName(int name, TypeNode type) {
    Symbol symbol = tokens.symbol(name);
    return fieldType(name, type).orElse(symbol.isCapital() ? symbol.text() : "");
  }

  private String ofChain(int first, int last) {
    return tokens.symbol(last).isCapital() ? tokens.dotted(first, last) : "";
  }

  private String ofCall(int name, TypeNode type) {
    return type.members().stream()
        .filter(member -> member.sort() == Sort.METHOD && isSame(member.name(), name))
        .findFirst()
        .map(member -> types.named(member.type()))
        .orElse("");
  }

  private Optional<String> fieldType(int name, TypeNode type) {
    return variable(Sort.FIELD, name, type).or(() -> variable(Sort.COMPONENT, name, type));
  }

  private Optional<String> variable(Sort sort, int name, TypeNode type) {
    return type.members().stream()
        .filter(member -> member.sort() == sort)
        .flatMap(member -> member.variables().stream())
        .filter(variable -> isSame(variable.name(), name))
        .findFirst()
        .map(Variable::type)
        .map(types::named);
  }
}
