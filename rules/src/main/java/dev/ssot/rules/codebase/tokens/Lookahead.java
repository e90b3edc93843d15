package dev.ssot.rules.codebase.tokens;

/**
 * Looks ahead for types and annotations. Its methods tell where something ends that begins at a
 * token, and change nothing.
 */
abstract class Lookahead extends Cursor {

  /** What a look ahead gives where there is not what was looked for. */
  static final int NOTHING = -1;

  Lookahead(Tokens tokens) {
    super(tokens);
  }

  /** The end of a type of any kind that begins at a token. */
  final int skipType(int from) {
    int end = skipAnnotations(from);
    if (end == NOTHING) {
      return NOTHING;
    }
    end = kind(end).sort() == Kind.Sort.PRIMITIVE ? end + 1 : skipClassType(end);
    return end == NOTHING ? NOTHING : skipDimensions(end);
  }

  private int skipClassType(int from) {
    int end = from;
    while (kind(end).isName()) {
      end++;
      if (kind(end) == Kind.LESS) {
        end = skipTypeArguments(end);
        if (end == NOTHING) {
          return NOTHING;
        }
      }
      if (kind(end) != Kind.DOT || !kind(end + 1).isName()) {
        return end;
      }
      end++;
    }
    return NOTHING;
  }

  private int skipDimensions(int from) {
    int end = from;
    int next = skipDimension(end);
    while (next != NOTHING) {
      end = next;
      next = skipDimension(end);
    }
    return end;
  }

  /** The end of a pair of brackets that begins at a token, perhaps with annotations before it. */
  final int skipDimension(int from) {
    int open = kind(from) == Kind.AT ? skipAnnotations(from) : from;
    return open != NOTHING && isBracketPair(open) ? open + 2 : NOTHING;
  }

  private boolean isBracketPair(int token) {
    return kind(token) == Kind.LEFT_BRACKET && kind(token + 1) == Kind.RIGHT_BRACKET;
  }

  /** The token behind annotations that begin at a token, if they do. */
  final int skipAnnotations(int from) {
    return tokens().behindAnnotations(Math.min(from, tokens().size() - 1));
  }

  /** The end of type arguments that begin at an opening angle. */
  final int skipTypeArguments(int from) {
    int end = from;
    do {
      end = skipTypeArgument(end + 1);
      if (end == NOTHING) {
        return NOTHING;
      }
    } while (kind(end) == Kind.COMMA);
    return kind(end) == Kind.GREATER ? end + 1 : NOTHING;
  }

  private int skipTypeArgument(int from) {
    int end = skipAnnotations(from);
    if (end == NOTHING || kind(end) != Kind.HOOK) {
      return end == NOTHING ? NOTHING : skipType(end);
    }
    boolean bounded = kind(end + 1) == Kind.EXTENDS || kind(end + 1) == Kind.SUPER;
    return bounded ? skipType(end + 2) : end + 1;
  }
}
