package dev.ssot.rules.codebase.source;

import com.github.javaparser.JavaToken;
import com.github.javaparser.TokenRange;
import dev.ssot.rules.codebase.BodyFact;
import dev.ssot.rules.codebase.Fingerprints;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Fingerprints of token sequences by winnowing (Schleimer, Wilkerson and Aiken, 2003): of each
 * window of hashes the least one is kept, so a shared run of window + length - 1 tokens always
 * leaves a common fingerprint.
 *
 * <p>Two levels: as written, and with the project's own names and literals made alike. Names that a
 * renaming leaves alone (those of common JDK members and types) stay, which keeps the second level
 * telling. Not safe for concurrent use.
 */
final class Fingerprinter {

  private static final int EXACT_LENGTH = 8;
  private static final int RENAMED_LENGTH = 10;
  private static final int WINDOW = 4;
  private static final int IDENTIFIER = 1;
  private static final int LITERAL = 2;
  private static final int FACTOR = 0x01000193;

  private static final Set<String> PLAIN_WORDS = Set.of("true", "false", "null");

  private int[] exact = new int[256];
  private int[] renamed = new int[256];
  private int count;

  /**
   * The fact of a declaration; each of its tokens but white space is also given to {@code also}.
   */
  BodyFact of(TokenRange range, Consumer<JavaToken> also) {
    count = 0;
    for (JavaToken token : range) {
      if (!token.getCategory().isWhitespaceOrComment()) {
        add(token);
      }
      if (!token.getCategory().isWhitespace()) {
        also.accept(token);
      }
    }
    return new BodyFact(
        count, winnow(exact, count, EXACT_LENGTH), winnow(renamed, count, RENAMED_LENGTH));
  }

  private void add(JavaToken token) {
    if (count == exact.length) {
      exact = Arrays.copyOf(exact, count * 2);
      renamed = Arrays.copyOf(renamed, count * 2);
    }
    String text = token.getText();
    exact[count] = text.hashCode();
    renamed[count] = shape(token, text);
    count++;
  }

  private static int shape(JavaToken token, String text) {
    if (token.getCategory().isIdentifier() && !JdkNames.ALL.contains(text)) {
      return IDENTIFIER;
    }
    return token.getCategory().isLiteral() && !PLAIN_WORDS.contains(text)
        ? LITERAL
        : text.hashCode();
  }

  private static Fingerprints winnow(int[] tokens, int count, int length) {
    int grams = count - length + 1;
    if (grams <= 0) {
      return count == 0 ? Fingerprints.none() : whole(tokens, count);
    }
    int[] hashes = rolling(tokens, count, length, grams);
    int[] kept = new int[grams];
    int size = 0;
    int last = -1;
    int windows = Math.max(1, grams - WINDOW + 1);
    for (int start = 0; start < windows; start++) {
      int least = leastIn(hashes, start, Math.min(grams, start + WINDOW));
      if (least != last) {
        kept[size++] = hashes[least];
        last = least;
      }
    }
    return Fingerprints.of(kept, size);
  }

  /** The one fingerprint of a sequence that is shorter than the usual length. */
  private static Fingerprints whole(int[] tokens, int count) {
    int hash = count;
    for (int i = 0; i < count; i++) {
      hash = hash * FACTOR + mixed(tokens[i]);
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

  private static int[] rolling(int[] tokens, int count, int length, int grams) {
    int highest = 1;
    for (int i = 1; i < length; i++) {
      highest *= FACTOR;
    }
    int[] hashes = new int[grams];
    int hash = 0;
    for (int i = 0; i < count; i++) {
      if (i >= length) {
        hash -= mixed(tokens[i - length]) * highest;
      }
      hash = hash * FACTOR + mixed(tokens[i]);
      if (i >= length - 1) {
        hashes[i - length + 1] = mixed(hash);
      }
    }
    return hashes;
  }

  /** The finaliser of MurmurHash3, which spreads every bit. */
  private static int mixed(int value) {
    int h = value;
    h = (h ^ (h >>> 16)) * 0x85ebca6b;
    h = (h ^ (h >>> 13)) * 0xc2b2ae35;
    return h ^ (h >>> 16);
  }
}
