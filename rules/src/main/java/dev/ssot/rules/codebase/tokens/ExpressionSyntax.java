package dev.ssot.rules.codebase.tokens;

/**
 * The grammar of expressions. Precedence is of no account: an expression is operands with operators
 * between them.
 */
abstract class ExpressionSyntax extends PrimarySyntax {

  ExpressionSyntax(Tokens tokens, NameSink names) {
    super(tokens, names);
  }

  @Override
  final void expression() {
    operands(true);
  }

  @Override
  final void conditional() {
    operands(false);
  }

  private void operands(boolean assignments) {
    boolean more = true;
    boolean lambda = !doesArrowEnd();
    while (more) {
      operand(lambda);
      lambda = false;
      while (is(Kind.INSTANCEOF)) {
        advance();
        patternOrType();
      }
      Kind.Sort sort = kind().sort();
      if (accept(Kind.HOOK)) {
        within();
        expect(Kind.COLON);
        lambda = !doesArrowEnd();
      } else if (is(Kind.GREATER)) {
        greaterOrShift();
      } else if (sort == Kind.Sort.INFIX) {
        advance();
      } else if (assignments && sort == Kind.Sort.ASSIGNMENT) {
        advance();
        lambda = !doesArrowEnd();
      } else {
        more = false;
      }
    }
  }

  /** Reads a comparison, or a shift to the right, whose angles are tokens of their own. */
  private void greaterOrShift() {
    advance();
    if (tokens().touchesNext(at() - 1) && accept(Kind.GREATER) && tokens().touchesNext(at() - 1)) {
      accept(Kind.GREATER);
    }
  }

  /** Reads an operand; a lambda is one only where it is all that is assigned or given. */
  private void operand(boolean lambda) {
    while (kind().sort() == Kind.Sort.PREFIX
        || kind().sort() == Kind.Sort.STEP
        || is(Kind.PLUS)
        || is(Kind.MINUS)) {
      advance();
    }
    if (is(Kind.LEFT_PAREN)) {
      afterParenthesis(lambda);
    } else if (lambda && kind().isName() && kind(at() + 1) == Kind.ARROW) {
      name();
      lambdaBody();
    } else if (is(Kind.SWITCH)) {
      switchBlock();
    } else {
      primary();
      suffixes(true);
    }
  }

  private void afterParenthesis(boolean lambda) {
    int close = tokens().partner(at());
    if (lambda && kind(close + 1) == Kind.ARROW) {
      lambdaParameters();
      lambdaBody();
    } else if (isCast(close)) {
      advance();
      type();
      while (accept(Kind.AND)) {
        annotations();
        classType();
      }
      expect(Kind.RIGHT_PAREN);
      operand(lambda);
    } else {
      advance();
      within();
      expect(Kind.RIGHT_PAREN);
      suffixes(true);
    }
  }

  private boolean isCast(int close) {
    int from = at() + 1;
    int end = skipType(from);
    while (end != NOTHING && kind(end) == Kind.AND) {
      end = skipType(end + 1);
    }
    if (end != close) {
      return false;
    }
    if (kind(from).sort() == Kind.Sort.PRIMITIVE && end == from + 1) {
      return true;
    }
    Kind next = kind(close + 1);
    return next.isName()
        || next.isLiteral()
        || next.sort() == Kind.Sort.PRIMITIVE
        || next.sort() == Kind.Sort.PREFIX
        || switch (next) {
          case LEFT_PAREN, THIS, SUPER, NEW, VOID, SWITCH -> true;
          default -> false;
        };
  }

  /** Reads parameters of which either all have types or none has one. */
  private void lambdaParameters() {
    expect(Kind.LEFT_PAREN);
    boolean inferred = kind().isName() && endsParameter(kind(at() + 1));
    if (!is(Kind.RIGHT_PAREN)) {
      do {
        lambdaParameter(inferred);
      } while (accept(Kind.COMMA));
    }
    expect(Kind.RIGHT_PAREN);
  }

  private void lambdaParameter(boolean inferred) {
    if (inferred) {
      name();
      return;
    }
    modifiersOfVariable();
    type();
    accept(Kind.ELLIPSIS);
    name();
    dimensions();
  }

  private static boolean endsParameter(Kind kind) {
    return kind == Kind.COMMA || kind == Kind.RIGHT_PAREN;
  }

  private void lambdaBody() {
    expect(Kind.ARROW);
    if (is(Kind.LEFT_BRACE)) {
      apart(this::block);
    } else {
      expression();
    }
  }

  /** Reads annotations and {@code final}. */
  final void modifiersOfVariable() {
    while (is(Kind.AT) || is(Kind.FINAL)) {
      if (!accept(Kind.FINAL)) {
        annotation();
      }
    }
  }

  private void patternOrType() {
    modifiersOfVariable();
    if (kind().sort() == Kind.Sort.PRIMITIVE && kind(at() + 1) != Kind.LEFT_BRACKET) {
      throw new Unsure("a primitive type that is tested for");
    }
    type();
    if (is(Kind.LEFT_PAREN)) {
      components();
    } else if (kind().isName() && !(is(Kind.WHEN) && doesArrowEnd())) {
      name();
    }
  }

  /** Reads a pattern of a case or of a record. */
  final void pattern() {
    if (is(Kind.UNDERSCORE) && endsParameter(kind(at() + 1))) {
      advance();
      return;
    }
    modifiersOfVariable();
    type();
    if (is(Kind.LEFT_PAREN)) {
      components();
    } else {
      name();
    }
  }

  private void components() {
    if (!kind(at() - 1).isName() && kind(at() - 1) != Kind.GREATER) {
      throw unsure();
    }
    expect(Kind.LEFT_PAREN);
    if (!is(Kind.RIGHT_PAREN)) {
      do {
        pattern();
      } while (accept(Kind.COMMA));
    }
    expect(Kind.RIGHT_PAREN);
  }

  /** Reads an expression that may stand as a statement: a call, an assignment, a creation. */
  final void effect() {
    boolean stepped = kind().sort() == Kind.Sort.STEP;
    if (stepped) {
      advance();
    }
    if (is(Kind.LEFT_PAREN)) {
      if (isCast(tokens().partner(at()))) {
        throw unsure();
      }
      afterParenthesis(false);
    } else {
      primary();
      suffixes(false);
    }
    stepped |= kind(at() - 1).sort() == Kind.Sort.STEP;
    if (!stepped && kind().sort() == Kind.Sort.ASSIGNMENT) {
      advance();
      expression();
    }
  }

  /** Reads a block. */
  abstract void block();

  /** Reads a {@code switch} with its selector and all of its entries. */
  abstract void switchBlock();
}
