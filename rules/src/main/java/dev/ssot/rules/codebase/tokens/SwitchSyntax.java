package dev.ssot.rules.codebase.tokens;

/** The grammar of {@code switch}, be it a statement or an expression. */
abstract class SwitchSyntax extends ExpressionSyntax {

  SwitchSyntax(Tokens tokens, NameSink names) {
    super(tokens, names);
  }

  @Override
  final void switchBlock() {
    expect(Kind.SWITCH);
    condition();
    expect(Kind.LEFT_BRACE);
    while (!accept(Kind.RIGHT_BRACE)) {
      if (accept(Kind.DEFAULT)) {
        entry();
      } else {
        expect(Kind.CASE);
        labels();
        entry();
      }
    }
  }

  private void labels() {
    if (isPattern()) {
      pattern();
      if (accept(Kind.WHEN)) {
        beforeArrow();
      }
      return;
    }
    boolean isNull = is(Kind.NULL);
    beforeArrow();
    while (accept(Kind.COMMA)) {
      if (!isNull || !accept(Kind.DEFAULT)) {
        beforeArrow();
      }
    }
  }

  /** Whether a pattern follows, which has no other labels beside it. */
  private boolean isPattern() {
    if (is(Kind.FINAL) || is(Kind.AT)) {
      return true;
    }
    int end = skipType(at());
    return end != NOTHING
        && (kind(end) == Kind.LEFT_PAREN || (kind(end).isName() && kind(end) != Kind.WHEN));
  }

  /** Reads what stands behind the labels of an entry. */
  private void entry() {
    if (accept(Kind.ARROW)) {
      if (is(Kind.LEFT_BRACE) || is(Kind.THROW)) {
        statement();
      } else {
        expression();
        expect(Kind.SEMICOLON);
      }
      return;
    }
    expect(Kind.COLON);
    while (!is(Kind.CASE) && !is(Kind.RIGHT_BRACE) && !is(Kind.DEFAULT)) {
      blockStatement();
    }
  }

  /** Reads an expression between parentheses. */
  final void condition() {
    expect(Kind.LEFT_PAREN);
    expression();
    expect(Kind.RIGHT_PAREN);
  }

  /** Reads a statement, or a declaration that may stand among statements. */
  abstract void blockStatement();

  /** Reads a statement. */
  abstract void statement();
}
