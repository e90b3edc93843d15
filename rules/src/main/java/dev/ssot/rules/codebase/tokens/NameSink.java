package dev.ssot.rules.codebase.tokens;

/** What hears of the names that a grammar comes across. Tokens are given by their index. */
interface NameSink {

  /**
   * The name of a type, from its first to its last token; between them there are only names and
   * dots.
   */
  void type(int first, int last);

  /** The name of an annotation. */
  void annotation(int at, int first, int last);

  /** A name of its own in an expression. */
  void name(int token);

  /** Two names or more with dots between them in an expression. */
  void chain(int first, int last);

  /** The name of a method that is called. */
  void call(int token);

  /** A string literal. */
  void string(int token);
}
