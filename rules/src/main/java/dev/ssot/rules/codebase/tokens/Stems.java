package dev.ssot.rules.codebase.tokens;

import dev.ssot.rules.codebase.Interner;
import dev.ssot.rules.codebase.Words;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The stems of words, by numbers from 0 on. A word that has come before is found by its characters,
 * without a text being made of them. Not safe for concurrent use.
 */
final class Stems {

  /** The number of a word that carries no meaning. */
  static final int NONE = -1;

  private static final int INITIAL = 1 << 12;
  private static final int FACTOR = 31;
  private static final int ASCII = 128;

  private final Interner interner;
  private final Map<String, Integer> numbers = new HashMap<>();
  private String[] stems = new String[INITIAL];

  /**
   * Words in lower case at the places that their hash codes give, and the numbers of their stems.
   */
  private @Nullable String[] words = new @Nullable String[INITIAL];

  private int[] stemsOfWords = new int[INITIAL];
  private int count;

  /** None yet. */
  Stems(Interner interner) {
    this.interner = interner;
  }

  /** The text of a stem. */
  String text(int number) {
    return stems[number];
  }

  /** The number of the stem of a word in an identifier, or {@link #NONE}. */
  int of(char[] identifier, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      if (identifier[i] >= ASCII) {
        return of(word(identifier, start, end));
      }
      hash = FACTOR * hash + lower(identifier[i]);
    }
    int mask = words.length - 1;
    int at = Symbols.spread(hash) & mask;
    for (String known = words[at]; known != null; known = words[at]) {
      if (known.hashCode() == hash && isSpelt(known, identifier, start, end)) {
        return stemsOfWords[at];
      }
      at = (at + 1) & mask;
    }
    String word = word(identifier, start, end);
    int stem = of(word);
    words[at] = word;
    stemsOfWords[at] = stem;
    count++;
    if (count * 2 > words.length) {
      grow();
    }
    return stem;
  }

  private static String word(char[] identifier, int start, int end) {
    return new String(identifier, start, end - start).toLowerCase(Locale.ROOT);
  }

  /** The small letter of a letter of ASCII. */
  private static char lower(char letter) {
    return letter <= 'Z' ? (char) (letter + 'a' - 'A') : letter;
  }

  private static boolean isSpelt(String word, char[] identifier, int start, int end) {
    if (word.length() != end - start) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) != lower(identifier[start + i])) {
        return false;
      }
    }
    return true;
  }

  private int of(String word) {
    return Words.isTelling(word) ? number(Words.stem(word)) : NONE;
  }

  private int number(String stem) {
    Integer known = numbers.get(stem);
    if (known != null) {
      return known;
    }
    int number = numbers.size();
    if (number == stems.length) {
      stems = Arrays.copyOf(stems, number * 2);
    }
    stems[number] = interner.one(stem);
    numbers.put(stems[number], number);
    return number;
  }

  private void grow() {
    @Nullable String[] before = words;
    int[] stemsBefore = stemsOfWords;
    words = new @Nullable String[before.length * 2];
    stemsOfWords = new int[words.length];
    int mask = words.length - 1;
    for (int i = 0; i < before.length; i++) {
      String word = before[i];
      if (word != null) {
        int at = Symbols.spread(word.hashCode()) & mask;
        while (words[at] != null) {
          at = (at + 1) & mask;
        }
        words[at] = word;
        stemsOfWords[at] = stemsBefore[i];
      }
    }
  }
}
