package dev.ssot.rules.codebase.tokens;

/** The grammar of statements. */
abstract class StatementSyntax extends SwitchSyntax {

  StatementSyntax(Tokens tokens, NameSink names) {
    super(tokens, names);
  }

  @Override
  final void block() {
    statements();
  }

  /** Reads a block, and gives the number of its statements. */
  final int statements() {
    expect(Kind.LEFT_BRACE);
    int count = 0;
    while (!is(Kind.RIGHT_BRACE)) {
      blockStatement();
      count++;
    }
    advance();
    return count;
  }

  @Override
  final void blockStatement() {
    int first = at();
    anyStatement();
    tokens().delimit(first, at() - 1);
  }

  private void anyStatement() {
    if (isLocalType()) {
      localType();
    } else if (isVariable()) {
      variable();
      expect(Kind.SEMICOLON);
    } else {
      statement();
    }
  }

  /** Whether a declaration of a type follows, with or without modifiers. */
  private boolean isLocalType() {
    int token = at();
    while (kind(token).sort() == Kind.Sort.MODIFIER || isAnnotation(token)) {
      token = isAnnotation(token) ? skipAnnotations(token) : token + 1;
      if (token == NOTHING) {
        throw unsure();
      }
    }
    return beginsType(token);
  }

  private boolean isAnnotation(int token) {
    return kind(token) == Kind.AT && kind(token + 1) != Kind.INTERFACE;
  }

  /** Whether the declaration of a type begins at a token, its modifiers aside. */
  final boolean beginsType(int token) {
    return switch (kind(token)) {
      case CLASS, INTERFACE, ENUM -> true;
      case AT -> kind(token + 1) == Kind.INTERFACE;
      case RECORD ->
          kind(token + 1).isName()
              && (kind(token + 2) == Kind.LEFT_PAREN || kind(token + 2) == Kind.LESS);
      default -> false;
    };
  }

  private boolean isVariable() {
    if (is(Kind.FINAL) || is(Kind.AT)) {
      return true;
    }
    if (is(Kind.YIELD) || !(kind().isName() || kind().sort() == Kind.Sort.PRIMITIVE)) {
      return false;
    }
    int end = skipType(at());
    return end != NOTHING && kind(end).isName();
  }

  /** Reads the declaration of local variables, up to what ends it. */
  private void variable() {
    modifiersOfVariable();
    type();
    do {
      name();
      dimensions();
      if (accept(Kind.ASSIGN)) {
        initializer();
      }
    } while (accept(Kind.COMMA));
  }

  @Override
  final void statement() {
    switch (kind()) {
      case LEFT_BRACE -> block();
      case SEMICOLON -> advance();
      case IF -> ifStatement();
      case WHILE -> {
        advance();
        condition();
        statement();
      }
      case DO -> {
        advance();
        statement();
        expect(Kind.WHILE);
        condition();
        expect(Kind.SEMICOLON);
      }
      case FOR -> forStatement();
      case TRY -> tryStatement();
      case SWITCH -> switchBlock();
      case SYNCHRONIZED -> {
        advance();
        condition();
        block();
      }
      case RETURN -> {
        advance();
        if (!is(Kind.SEMICOLON)) {
          expression();
        }
        expect(Kind.SEMICOLON);
      }
      case THROW -> {
        advance();
        expression();
        expect(Kind.SEMICOLON);
      }
      case BREAK, CONTINUE -> {
        advance();
        if (!is(Kind.SEMICOLON)) {
          name();
        }
        expect(Kind.SEMICOLON);
      }
      case ASSERT -> {
        advance();
        expression();
        if (accept(Kind.COLON)) {
          expression();
        }
        expect(Kind.SEMICOLON);
      }
      case YIELD -> yieldStatement();
      case THIS, SUPER -> own();
      case LESS -> {
        typeArguments();
        constructorCall();
      }
      default -> named();
    }
  }

  private void ifStatement() {
    advance();
    condition();
    statement();
    if (accept(Kind.ELSE)) {
      statement();
    }
  }

  private void named() {
    if (kind().isName() && kind(at() + 1) == Kind.COLON) {
      name();
      advance();
      statement();
      return;
    }
    effect();
    // The end of `outer.super(…)`, a call of a constructor.
    if (is(Kind.LEFT_PAREN) && kind(at() - 1) == Kind.SUPER) {
      arguments();
    }
    expect(Kind.SEMICOLON);
  }

  private void own() {
    if (kind(at() + 1) == Kind.LEFT_PAREN) {
      constructorCall();
    } else {
      effect();
      expect(Kind.SEMICOLON);
    }
  }

  private void constructorCall() {
    if (!accept(Kind.THIS)) {
      expect(Kind.SUPER);
    }
    arguments();
    expect(Kind.SEMICOLON);
  }

  private void yieldStatement() {
    Kind next = kind(at() + 1);
    boolean certain =
        next.isLiteral()
            || next.isName()
            || next == Kind.NEW
            || next == Kind.SWITCH
            || next == Kind.BANG
            || next == Kind.THIS
            || (next == Kind.LEFT_PAREN && isOneExpression(at() + 1));
    if (!certain) {
      throw new Unsure("a word that may be a name");
    }
    advance();
    expression();
    expect(Kind.SEMICOLON);
  }

  /** Whether parentheses hold something that is no list of arguments or parameters. */
  private boolean isOneExpression(int parenthesis) {
    int end = tokens().partner(parenthesis);
    int token = parenthesis + 1;
    while (token < end && kind(token) != Kind.COMMA) {
      boolean opening =
          kind(token) == Kind.LEFT_PAREN
              || kind(token) == Kind.LEFT_BRACKET
              || kind(token) == Kind.LEFT_BRACE;
      token = opening ? tokens().partner(token) + 1 : token + 1;
    }
    return token == end && end > parenthesis + 1;
  }

  private void forStatement() {
    advance();
    expect(Kind.LEFT_PAREN);
    boolean declares = isVariable();
    if (declares) {
      variable();
    } else if (!is(Kind.SEMICOLON)) {
      effects();
    }
    if (declares && accept(Kind.COLON)) {
      expression();
    } else {
      expect(Kind.SEMICOLON);
      if (!is(Kind.SEMICOLON)) {
        expression();
      }
      expect(Kind.SEMICOLON);
      if (!is(Kind.RIGHT_PAREN)) {
        effects();
      }
    }
    expect(Kind.RIGHT_PAREN);
    statement();
  }

  private void effects() {
    do {
      effect();
    } while (accept(Kind.COMMA));
  }

  private void tryStatement() {
    advance();
    boolean resources = accept(Kind.LEFT_PAREN);
    if (resources) {
      while (!is(Kind.RIGHT_PAREN)) {
        resource();
        if (!is(Kind.RIGHT_PAREN)) {
          expect(Kind.SEMICOLON);
        }
      }
      advance();
    }
    block();
    boolean handled = resources;
    while (accept(Kind.CATCH)) {
      expect(Kind.LEFT_PAREN);
      modifiersOfVariable();
      do {
        type();
      } while (accept(Kind.OR));
      name();
      expect(Kind.RIGHT_PAREN);
      block();
      handled = true;
    }
    if (accept(Kind.FINALLY)) {
      block();
      handled = true;
    }
    if (!handled) {
      throw unsure();
    }
  }

  private void resource() {
    if (isVariable()) {
      modifiersOfVariable();
      type();
      name();
      expect(Kind.ASSIGN);
      expression();
    } else {
      primary();
      suffixes(false);
    }
  }

  /** Reads the declaration of a type inside of a method. */
  abstract void localType();
}
