package dev.ssot.rules.codebase.tokens;

/**
 * The grammar of types and annotations, over tokens.
 *
 * <p>Methods of a grammar read: they go on behind what they read and tell the sink of the names in
 * it. What is not as it should be makes them throw {@link Unsure}.
 */
abstract class TypeSyntax extends Lookahead {

  private final NameSink names;

  TypeSyntax(Tokens tokens, NameSink names) {
    super(tokens);
    this.names = names;
  }

  final NameSink names() {
    return names;
  }

  /** Reads a type of any kind. */
  final void type() {
    annotations();
    if (kind().sort() == Kind.Sort.PRIMITIVE) {
      advance();
    } else {
      classType();
    }
    dimensions();
  }

  /** Reads the type of a class or an interface, and gives the last token of its name. */
  final int classType() {
    int first = at();
    int last = name();
    boolean generic = false;
    while (continues()) {
      if (is(Kind.LESS)) {
        goTo(skipTypeArguments(at()));
        generic = true;
      } else {
        advance();
        last = name();
      }
    }
    if (generic) {
      throw new Unsure("a nested type of a generic one");
    }
    names.type(first, last);
    if (is(Kind.LESS)) {
      typeArguments();
    }
    return last;
  }

  /** Whether more of the name of a class type follows, perhaps behind type arguments. */
  private boolean continues() {
    if (is(Kind.DOT)) {
      return kind(at() + 1).isName();
    }
    if (!is(Kind.LESS)) {
      return false;
    }
    int end = kind(at() + 1) == Kind.GREATER ? at() + 2 : skipTypeArguments(at());
    return end != NOTHING && kind(end) == Kind.DOT && kind(end + 1).isName();
  }

  /** Reads brackets without anything between them, and gives the number of their pairs. */
  final int dimensions() {
    int count = 0;
    while (skipDimension(at()) != NOTHING) {
      annotations();
      advance();
      advance();
      count++;
    }
    return count;
  }

  /** Reads type arguments, perhaps none between the angles. */
  final void typeArguments() {
    expect(Kind.LESS);
    if (accept(Kind.GREATER)) {
      return;
    }
    do {
      annotations();
      if (accept(Kind.HOOK)) {
        if (accept(Kind.EXTENDS) || accept(Kind.SUPER)) {
          type();
        }
      } else {
        type();
      }
    } while (accept(Kind.COMMA));
    expect(Kind.GREATER);
  }

  /** Reads type parameters if there are some. */
  final void typeParameters() {
    if (!accept(Kind.LESS)) {
      return;
    }
    do {
      annotations();
      name();
      if (accept(Kind.EXTENDS)) {
        do {
          annotations();
          classType();
        } while (accept(Kind.AND));
      }
    } while (accept(Kind.COMMA));
    expect(Kind.GREATER);
  }

  /** Reads annotations as long as there are some. */
  final void annotations() {
    while (is(Kind.AT) && kind(at() + 1) != Kind.INTERFACE) {
      annotation();
    }
  }

  /** Reads an annotation, and gives the last token of its name. */
  final int annotation() {
    int begin = at();
    expect(Kind.AT);
    int first = at();
    int last = dottedName();
    names.annotation(begin, first, last);
    if (accept(Kind.LEFT_PAREN)) {
      if (!is(Kind.RIGHT_PAREN)) {
        elements();
      }
      expect(Kind.RIGHT_PAREN);
    }
    return last;
  }

  private void elements() {
    if (!kind().isName() || kind(at() + 1) != Kind.ASSIGN) {
      elementValue();
      return;
    }
    do {
      name();
      expect(Kind.ASSIGN);
      elementValue();
    } while (accept(Kind.COMMA));
  }

  /** Reads the value of an annotation's element. */
  final void elementValue() {
    if (is(Kind.AT)) {
      annotation();
    } else if (accept(Kind.LEFT_BRACE)) {
      while (!is(Kind.RIGHT_BRACE)) {
        elementValue();
        if (!is(Kind.RIGHT_BRACE)) {
          expect(Kind.COMMA);
        }
      }
      advance();
    } else {
      conditional();
    }
  }

  /** Reads an expression that is no assignment. */
  abstract void conditional();
}
