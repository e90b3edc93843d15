package dev.ssot.rules.codebase.tokens;

import java.util.Arrays;

/**
 * Where each word was used first since the last beginning, by the numbers of its token and its
 * symbol. Used again for one type after the other. Not safe for concurrent use.
 */
final class FirstUses {

  private static final int INITIAL = 1 << 12;

  private int[] beginnings = new int[INITIAL];
  private int[] tokens = new int[INITIAL];
  private int beginning;

  /** Forgets all uses. */
  void begin() {
    beginning++;
  }

  /** Takes note of a use; returns whether none was noted that stands at an earlier token. */
  boolean isFirst(Symbol word, int token) {
    int id = word.id();
    if (id >= tokens.length) {
      int size = Math.max(id + 1, tokens.length * 2);
      beginnings = Arrays.copyOf(beginnings, size);
      tokens = Arrays.copyOf(tokens, size);
    }
    boolean known = beginnings[id] == beginning && tokens[id] <= token;
    if (!known) {
      beginnings[id] = beginning;
      tokens[id] = token;
    }
    return !known;
  }
}
