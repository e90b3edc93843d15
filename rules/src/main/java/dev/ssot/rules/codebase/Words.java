package dev.ssot.rules.codebase;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;

/** Splits identifiers into words and reduces words to stems. */
public final class Words {

  private static final Set<String> STOP_WORDS =
      Set.of(
          "a", "an", "and", "as", "at", "by", "for", "from", "get", "has", "i", "id", "if", "impl",
          "in", "is", "it", "key", "list", "map", "name", "new", "no", "not", "object", "of", "on",
          "or", "set", "string", "the", "this", "to", "type", "value", "with");

  private static final int SHORTEST_STEM = 3;

  private Words() {}

  /** The words of an identifier in lower case: {@code parseHTTPHeader2} gives three words. */
  public static List<String> split(String identifier) {
    List<String> words = new ArrayList<>(4);
    int end;
    for (int start = start(identifier, 0);
        start < identifier.length();
        start = start(identifier, end)) {
      end = end(identifier, start);
      words.add(identifier.substring(start, end).toLowerCase(Locale.ROOT));
    }
    return words;
  }

  /** Where the next word of an identifier begins; its length if there is none. */
  public static int start(String identifier, int from) {
    int start = from;
    while (start < identifier.length() && !Character.isLetter(identifier.charAt(start))) {
      start++;
    }
    return start;
  }

  /** Where the word ends that begins at a place. */
  public static int end(String identifier, int start) {
    int end = start + 1;
    while (end < identifier.length()
        && Character.isLetter(identifier.charAt(end))
        && !startsWord(identifier, end)) {
      end++;
    }
    return end;
  }

  private static boolean startsWord(String text, int at) {
    if (!Character.isUpperCase(text.charAt(at))) {
      return false;
    }
    boolean afterLower = !Character.isUpperCase(text.charAt(at - 1));
    boolean beforeLower = at + 1 < text.length() && Character.isLowerCase(text.charAt(at + 1));
    return afterLower || beforeLower;
  }

  /** The stems of an identifier's words that carry meaning; stop words are left out. */
  public static List<String> stems(String identifier) {
    List<String> stems = new ArrayList<>(4);
    for (String word : split(identifier)) {
      if (isTelling(word)) {
        stems.add(stem(word));
      }
    }
    return stems;
  }

  /** Whether a word in lower case carries meaning. */
  public static boolean isTelling(String word) {
    return word.length() > 1 && !STOP_WORDS.contains(word);
  }

  /** Each word once, and once more whenever the number of its uses doubles; in order. */
  public static List<String> repeated(SortedMap<String, Integer> counts) {
    List<String> words = new ArrayList<>(counts.size());
    counts.forEach(
        (word, count) -> {
          for (int uses = count; uses > 0; uses /= 2) {
            words.add(word);
          }
        });
    return words;
  }

  /** The word without a plural ending; no more is taken away, so that it stays a word. */
  public static String stem(String word) {
    if (word.endsWith("ies") && word.length() > SHORTEST_STEM + 2) {
      return word.substring(0, word.length() - 3) + "y";
    }
    boolean plural =
        word.endsWith("s")
            && word.length() > SHORTEST_STEM
            && !word.endsWith("ss")
            && !word.endsWith("us")
            && !word.endsWith("is");
    return plural ? word.substring(0, word.length() - 1) : word;
  }
}
