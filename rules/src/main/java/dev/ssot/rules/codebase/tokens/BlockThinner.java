package dev.ssot.rules.codebase.tokens;

import dev.ssot.rules.codebase.tokens.TypeNode.Span;
import java.util.function.Predicate;

/**
 * Takes out of a block the statements that are not asked for, so that what is left is a block, and
 * says the same of those that are.
 *
 * <p>Choices that follow each other directly may be one chain: they stay or go together, and those
 * that stand apart stay so. Within a choice nothing is taken out, since what its ways do counts.
 */
final class BlockThinner {

  private final Tokens tokens;
  private final Predicate<Span> isAskedFor;
  private final Taker taker;

  /** Takes out some tokens. */
  interface Taker {

    void leaveOut(int first, int last);
  }

  BlockThinner(Tokens tokens, Predicate<Span> isAskedFor, Taker taker) {
    this.tokens = tokens;
    this.isAskedFor = isAskedFor;
    this.taker = taker;
  }

  /** Thins the statements of a block. */
  void thin(Span statements) {
    boolean behindChoice = false;
    int end;
    for (int token = statements.first(); token <= statements.last(); token = end + 1) {
      boolean choice = isChoice(token);
      end = choice ? endOfChoices(token) : tokens.statementEnd(token);
      boolean separates = behindChoice && isChoice(end + 1);
      boolean canGo = !separates || tokens.kind(end) == Kind.SEMICOLON;
      if (canGo && !isAskedFor.test(new Span(token, end))) {
        taker.leaveOut(token, separates ? end - 1 : end);
        behindChoice &= !separates;
      } else {
        thinBlocks(token, end);
        behindChoice = choice;
      }
    }
  }

  private boolean isChoice(int token) {
    return tokens.kind(token) == Kind.IF;
  }

  /** The end of the last of several choices in a row. */
  private int endOfChoices(int first) {
    int end = tokens.statementEnd(first);
    while (isChoice(end + 1)) {
      end = tokens.statementEnd(end + 1);
    }
    return end;
  }

  /** Thins the blocks of a statement that goes no ways of its own. */
  private void thinBlocks(int first, int last) {
    int token = first;
    while (token <= last) {
      switch (tokens.kind(token)) {
        case TRY, CATCH, FINALLY, FOR, WHILE, DO, SYNCHRONIZED -> {}
        case LEFT_PAREN -> token = tokens.partner(token);
        case LEFT_BRACE -> {
          thin(new Span(token + 1, tokens.partner(token) - 1));
          token = tokens.partner(token);
        }
        default -> {
          return;
        }
      }
      token++;
    }
  }
}
