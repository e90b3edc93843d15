package dev.ssot.rules.codebase.tokens;

/** The grammar of what expressions are made of: names, calls, literals, creations. */
abstract class PrimarySyntax extends TypeSyntax {

  /** Whether an arrow ends what is read, as in the label of a case. */
  private boolean arrowEnds;

  PrimarySyntax(Tokens tokens, NameSink names) {
    super(tokens, names);
  }

  /** Whether an arrow ends what is read, rather than being that of a lambda. */
  final boolean doesArrowEnd() {
    return arrowEnds;
  }

  /** Reads an expression that ends before an arrow. */
  final void beforeArrow() {
    boolean outer = arrowEnds;
    arrowEnds = true;
    conditional();
    arrowEnds = outer;
  }

  /** Reads an expression between brackets, where an arrow is that of a lambda. */
  final void within() {
    apart(this::expression);
  }

  /** Reads the first part of a primary expression. */
  final void primary() {
    Kind kind = kind();
    if (kind == Kind.STRING) {
      names().string(at());
      advance();
    } else if (kind.isLiteral() || kind == Kind.THIS) {
      advance();
    } else if (kind == Kind.SUPER) {
      advance();
      if (!is(Kind.DOT) && !is(Kind.DOUBLE_COLON)) {
        throw unsure();
      }
    } else if (kind == Kind.NEW) {
      creation();
    } else if (kind == Kind.VOID) {
      advance();
      expect(Kind.DOT);
      expect(Kind.CLASS);
    } else if (kind.sort() == Kind.Sort.PRIMITIVE) {
      ofType();
    } else {
      startingWithName();
    }
  }

  /** Reads a class literal or a method of a type. */
  private void ofType() {
    type();
    if (accept(Kind.DOT)) {
      expect(Kind.CLASS);
    } else if (!is(Kind.DOUBLE_COLON)) {
      throw unsure();
    }
  }

  private void startingWithName() {
    int first = at();
    int last = first;
    if (!kind().isName()) {
      throw unsure();
    }
    while (kind(last + 1) == Kind.DOT && kind(last + 2).isName()) {
      last += 2;
    }
    if (isType(first, last)) {
      ofType();
      return;
    }
    makeNames(first, last);
    Kind next = kind();
    if (next == Kind.LEFT_PAREN) {
      scope(first, last - 2);
      names().call(last);
      arguments();
    } else if (next == Kind.DOT && kind(at() + 1) == Kind.THIS) {
      advance();
      advance();
    } else if (next == Kind.DOT && kind(at() + 1) == Kind.SUPER) {
      advance();
      advance();
      if (is(Kind.LEFT_PAREN)) {
        scope(first, last);
      }
    } else {
      scope(first, last);
    }
  }

  private void makeNames(int first, int last) {
    name();
    while (at() <= last) {
      advance();
      name();
    }
    if (at() != last + 1 || first > last) {
      throw unsure();
    }
  }

  private void scope(int first, int last) {
    if (first == last) {
      names().name(first);
    } else if (first < last) {
      names().chain(first, last);
    }
  }

  /** Whether the names from one token to another are those of a type. */
  private boolean isType(int first, int last) {
    Kind next = kind(last + 1);
    return switch (next) {
      case DOUBLE_COLON -> true;
      case DOT -> kind(last + 2) == Kind.CLASS;
      case LEFT_BRACKET -> kind(last + 2) == Kind.RIGHT_BRACKET;
      case LESS -> {
        int end = skipType(first);
        yield end != NOTHING && kind(end) == Kind.DOUBLE_COLON;
      }
      default -> false;
    };
  }

  /** Reads what follows a primary expression, references to methods only if they may follow. */
  final void suffixes(boolean references) {
    boolean more = true;
    while (more) {
      switch (kind()) {
        case DOT -> member();
        case LEFT_BRACKET -> {
          advance();
          within();
          expect(Kind.RIGHT_BRACKET);
        }
        case DOUBLE_COLON -> {
          if (!references) {
            throw unsure();
          }
          advance();
          if (is(Kind.LESS)) {
            typeArguments();
          }
          if (!accept(Kind.NEW)) {
            name();
          }
        }
        case INCREMENT, DECREMENT -> advance();
        default -> more = false;
      }
    }
  }

  private void member() {
    expect(Kind.DOT);
    if (is(Kind.NEW)) {
      creation();
      return;
    }
    if (is(Kind.LESS)) {
      typeArguments();
    }
    int name = name();
    if (is(Kind.LEFT_PAREN)) {
      names().call(name);
      arguments();
    }
  }

  /** Reads arguments between parentheses. */
  final void arguments() {
    expect(Kind.LEFT_PAREN);
    if (!is(Kind.RIGHT_PAREN)) {
      do {
        within();
      } while (accept(Kind.COMMA));
    }
    expect(Kind.RIGHT_PAREN);
  }

  private void creation() {
    expect(Kind.NEW);
    annotations();
    boolean primitive = kind().sort() == Kind.Sort.PRIMITIVE;
    if (primitive) {
      advance();
    } else {
      classType();
    }
    if (is(Kind.LEFT_BRACKET)) {
      array();
    } else if (primitive) {
      throw unsure();
    } else {
      arguments();
      if (is(Kind.LEFT_BRACE)) {
        apart(this::anonymousBody);
      }
    }
  }

  private void array() {
    if (kind(at() + 1) == Kind.RIGHT_BRACKET) {
      dimensions();
      arrayInitializer();
      return;
    }
    while (is(Kind.LEFT_BRACKET) && kind(at() + 1) != Kind.RIGHT_BRACKET) {
      advance();
      within();
      expect(Kind.RIGHT_BRACKET);
    }
    dimensions();
  }

  /** Reads the initial value of a variable. */
  final void initializer() {
    if (is(Kind.LEFT_BRACE)) {
      arrayInitializer();
    } else {
      expression();
    }
  }

  private void arrayInitializer() {
    expect(Kind.LEFT_BRACE);
    while (!is(Kind.RIGHT_BRACE)) {
      apart(this::initializer);
      if (!is(Kind.RIGHT_BRACE)) {
        expect(Kind.COMMA);
      }
    }
    advance();
  }

  /** Reads the body of a class that has no name. */
  abstract void anonymousBody();

  /** Reads a part that has its own brackets, where an arrow is that of a lambda. */
  final void apart(Runnable part) {
    boolean outer = arrowEnds;
    arrowEnds = false;
    part.run();
    arrowEnds = outer;
  }

  /** Reads an expression. */
  abstract void expression();
}
