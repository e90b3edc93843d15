package dev.ssot.rules.codebase.tokens;

import dev.ssot.rules.codebase.tokens.TypeNode.Head;
import dev.ssot.rules.codebase.tokens.TypeNode.Span;
import java.util.List;

/**
 * The declaration of a member, in tokens.
 *
 * @param span all of its tokens
 * @param type of a method, a field or a component; nothing for others
 * @param variables what it declares: fields, or parameters
 * @param body the statements between the braces of a method, if it has some
 */
record MemberNode(
    Sort sort, Head head, Span span, int name, Written type, List<Variable> variables, Body body) {

  /** What is declared. */
  enum Sort {
    METHOD,
    CONSTRUCTOR,
    FIELD,
    ENTRY,
    COMPONENT,
    /** An initialiser, a compact constructor, or an element of an annotation. */
    OTHER
  }

  /**
   * A type as written, with the brackets that may stand elsewhere.
   *
   * @param span its tokens with those of its brackets
   * @param brackets pairs of brackets behind a name
   */
  record Written(Span span, int brackets) {

    static Written nothing() {
      return new Written(new Span(0, -1), 0);
    }

    Written with(int more) {
      return more == 0 ? this : new Written(span, brackets + more);
    }
  }

  /** A name with its type. */
  record Variable(int name, Written type, boolean variable) {}

  /**
   * The statements of a method.
   *
   * @param span their tokens
   * @param statements their number
   */
  record Body(Span span, int statements) {

    static Body none() {
      return new Body(new Span(0, -1), 0);
    }
  }
}
