package dev.ssot.rules.codebase.tokens;

import dev.ssot.rules.codebase.tokens.MemberNode.Variable;
import dev.ssot.rules.codebase.tokens.MemberNode.Written;

/** Spells types in the ways in which facts do. */
final class WrittenTypes {

  private static final String BRACKETS = "[]";

  private final Tokens tokens;

  WrittenTypes(Tokens tokens) {
    this.tokens = tokens;
  }

  /** As written without spaces and annotations. */
  String text(Written written) {
    if (isOneWord(written)) {
      return spelt(written.span().first());
    }
    StringBuilder text = new StringBuilder();
    for (int token = start(written); token <= written.span().last(); token = next(token)) {
      text.append(spelt(token));
    }
    return text.append(BRACKETS.repeat(written.brackets())).toString();
  }

  private static boolean isOneWord(Written written) {
    return written.span().first() == written.span().last() && written.brackets() == 0;
  }

  private int start(Written written) {
    return tokens.behindAnnotations(written.span().first());
  }

  private int next(int token) {
    return tokens.behindAnnotations(token + 1);
  }

  /** The simple name without arguments; arrays keep their brackets. */
  String erased(Written written) {
    return spell(written, false);
  }

  /** The same for a parameter, which may stand for many. */
  String erased(Variable parameter) {
    String type = erased(parameter.type());
    return parameter.variable() ? type + "..." : type;
  }

  /** The name as written without arguments, unless it is an array, which is erased. */
  String named(Written written) {
    boolean array = written.brackets() > 0 || isBracket(written.span().last());
    return spell(written, !array);
  }

  private boolean isBracket(int token) {
    return tokens.kind(token) == Kind.RIGHT_BRACKET;
  }

  private String spell(Written written, boolean qualified) {
    if (isOneWord(written)) {
      return spelt(written.span().first());
    }
    StringBuilder text = new StringBuilder();
    int depth = 0;
    for (int token = start(written); token <= written.span().last(); token = next(token)) {
      Kind kind = tokens.kind(token);
      if (kind == Kind.LESS) {
        depth++;
      } else if (kind == Kind.GREATER) {
        depth--;
      } else if (depth == 0 && kind == Kind.DOT && !qualified) {
        text.setLength(0);
      } else if (depth == 0) {
        text.append(spelt(token));
      }
    }
    return text.append(BRACKETS.repeat(written.brackets())).toString();
  }

  private String spelt(int token) {
    Kind kind = tokens.kind(token);
    return kind == Kind.IDENTIFIER ? tokens.symbol(token).text() : kind.text();
  }
}
