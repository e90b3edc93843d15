package dev.ssot.rules.codebase.tokens;

/** A place among tokens that moves on as they are read. */
abstract class Cursor {

  private final Tokens tokens;
  private int at;

  /** Begins with the first of some tokens. */
  Cursor(Tokens tokens) {
    this.tokens = tokens;
  }

  final Tokens tokens() {
    return tokens;
  }

  /** The token that is to be read. */
  final int at() {
    return at;
  }

  final Kind kind() {
    return tokens.kind(at);
  }

  final Kind kind(int token) {
    return tokens.kind(Math.min(token, tokens.size() - 1));
  }

  final void advance() {
    at++;
  }

  final boolean is(Kind kind) {
    return kind() == kind;
  }

  /** Reads a token if it is of a kind. */
  final boolean accept(Kind kind) {
    if (kind() != kind) {
      return false;
    }
    at++;
    return true;
  }

  final void expect(Kind kind) {
    if (kind() != kind) {
      throw unsure();
    }
    at++;
  }

  final Unsure unsure() {
    return new Unsure("a token that was not expected");
  }

  /** Reads a name, and makes the word one whatever else it can be; gives its token. */
  final int name() {
    if (!kind().isName()) {
      throw unsure();
    }
    tokens.makeName(at);
    return at++;
  }

  /** Reads names with dots between them, and gives the last. */
  final int dottedName() {
    int last = name();
    while (is(Kind.DOT) && kind(at + 1).isName()) {
      at++;
      last = name();
    }
    return last;
  }

  /** The same, and gives the text of all of them. */
  final String dotted() {
    int first = at;
    return tokens.dotted(first, dottedName());
  }

  /** Goes on at a token that was found by looking ahead. */
  final void goTo(int token) {
    at = token;
  }
}
