package dev.ssot.rules.codebase.tokens;

import dev.ssot.rules.codebase.BodyFact;
import dev.ssot.rules.codebase.Fingerprints;
import java.util.Arrays;

/**
 * Fingerprints of token sequences by winnowing (Schleimer, Wilkerson and Aiken, 2003): of each
 * window of hashes the least one is kept, so a shared run of window + length - 1 tokens always
 * leaves a common fingerprint.
 *
 * <p>Two levels: as written, and with the project's own names and literals made alike. Names that a
 * renaming leaves alone (those of common JDK types, and of members that are asked of something)
 * stay, which keeps the second level telling; a variable or an own method may be called like one of
 * the JDK, and does not. Not safe for concurrent use.
 */
public final class Fingerprinter {

  private static final int EXACT_LENGTH = 8;
  private static final int RENAMED_LENGTH = 10;
  private static final int WINDOW = 4;
  private static final int IDENTIFIER = 1;
  private static final int LITERAL = 2;
  private static final int DOT = mixed(".".hashCode());
  private static final int REFERENCE = mixed("::".hashCode());
  private static final int THIS = mixed("this".hashCode());
  private static final int FACTOR = 0x01000193;

  /** The tokens, mixed: each is asked for twice and more. */
  private int[] exact = new int[256];

  private int[] renamed = new int[256];
  private int[] hashes = new int[256];
  private int[] kept = new int[256];
  private int count;

  /** Takes in an identifier. */
  public void identifier(String text) {
    identifier(text.hashCode(), JdkNames.ALL.contains(text), Character.isUpperCase(text.charAt(0)));
  }

  void identifier(int hash, boolean ofJdk, boolean capital) {
    add(hash, ofJdk && (capital || isAsked()) ? hash : IDENTIFIER);
  }

  /** Whether what comes next is a member of something that is named before it. */
  private boolean isAsked() {
    boolean ofSomething = count > 0 && (exact[count - 1] == DOT || exact[count - 1] == REFERENCE);
    return ofSomething && !(count > 1 && exact[count - 2] == THIS);
  }

  /** Takes in a literal that is not spelt like a keyword, by the hash code of its text. */
  public void literal(int hash) {
    add(hash, LITERAL);
  }

  /** Takes in any other token, by the hash code of its text. */
  public void other(int hash) {
    add(hash, hash);
  }

  private void add(int asWritten, int shape) {
    if (count == exact.length) {
      exact = Arrays.copyOf(exact, count * 2);
      renamed = Arrays.copyOf(renamed, count * 2);
      hashes = new int[count * 2];
      kept = new int[count * 2];
    }
    exact[count] = mixed(asWritten);
    renamed[count] = shape == asWritten ? exact[count] : mixed(shape);
    count++;
  }

  /** The fact of the declaration whose tokens were taken in; then they are forgotten. */
  public BodyFact take() {
    BodyFact fact =
        new BodyFact(count, winnow(exact, EXACT_LENGTH), winnow(renamed, RENAMED_LENGTH));
    count = 0;
    return fact;
  }

  private Fingerprints winnow(int[] tokens, int length) {
    int grams = count - length + 1;
    if (grams <= 0) {
      return count == 0 ? Fingerprints.none() : whole(tokens, count);
    }
    roll(tokens, length);
    int size = 0;
    int least = -1;
    int windows = Math.max(1, grams - WINDOW + 1);
    for (int start = 0; start < windows; start++) {
      int end = Math.min(grams, start + WINDOW);
      int last = least;
      if (least < start) {
        least = leastIn(hashes, start, end);
      } else if (hashes[end - 1] <= hashes[least]) {
        least = end - 1;
      }
      if (least != last) {
        kept[size++] = hashes[least];
      }
    }
    return Fingerprints.of(kept, size);
  }

  /** The one fingerprint of a sequence that is shorter than the usual length. */
  private static Fingerprints whole(int[] tokens, int count) {
    int hash = count;
    for (int i = 0; i < count; i++) {
      hash = hash * FACTOR + tokens[i];
    }
    return Fingerprints.of(new int[] {mixed(hash)}, 1);
  }

  private static int leastIn(int[] hashes, int from, int to) {
    int least = from;
    for (int i = from + 1; i < to; i++) {
      if (hashes[i] <= hashes[least]) {
        least = i;
      }
    }
    return least;
  }

  /** Hashes each run of so many tokens. */
  private void roll(int[] tokens, int length) {
    int highest = 1;
    for (int i = 1; i < length; i++) {
      highest *= FACTOR;
    }
    int[] into = hashes;
    int hash = 0;
    for (int i = 0; i < length - 1; i++) {
      hash = hash * FACTOR + tokens[i];
    }
    for (int i = length - 1; i < count; i++) {
      hash = hash * FACTOR + tokens[i];
      into[i - length + 1] = mixed(hash);
      hash -= tokens[i - length + 1] * highest;
    }
  }

  /** The finaliser of MurmurHash3, which spreads every bit. */
  private static int mixed(int value) {
    int h = value;
    h = (h ^ (h >>> 16)) * 0x85ebca6b;
    h = (h ^ (h >>> 13)) * 0xc2b2ae35;
    return h ^ (h >>> 16);
  }
}
