package dev.ssot.rules.codebase.tokens;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * How often each of some numbers has come, for numbers that are small. Not safe for concurrent use.
 */
final class Counts {

  private static final int INITIAL = 1_024;

  private int[] counts = new int[INITIAL];
  private int[] seen = new int[INITIAL];
  private int size;

  void add(int number) {
    if (number >= counts.length) {
      counts = Arrays.copyOf(counts, Math.max(number + 1, counts.length * 2));
    }
    if (counts[number]++ == 0) {
      if (size == seen.length) {
        seen = Arrays.copyOf(seen, size * 2);
      }
      seen[size++] = number;
    }
  }

  /**
   * The texts of the numbers that have come, sorted; each once, and once more whenever its count
   * doubles. Then all is forgotten.
   */
  List<String> take(IntFunction<String> text) {
    List<Repeated> words = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      words.add(new Repeated(text.apply(seen[i]), counts[seen[i]]));
      counts[seen[i]] = 0;
    }
    size = 0;
    words.sort(null);
    List<String> all = new ArrayList<>(words.size() * 2);
    for (Repeated word : words) {
      for (int uses = word.count; uses > 0; uses /= 2) {
        all.add(word.text);
      }
    }
    return all;
  }

  /** Forgets one number. */
  void drop(int number) {
    if (number < counts.length && counts[number] > 0) {
      counts[number] = 0;
      for (int i = 0; i < size; i++) {
        if (seen[i] == number) {
          seen[i] = seen[--size];
        }
      }
    }
  }

  private record Repeated(String text, int count) implements Comparable<Repeated> {

    @Override
    public int compareTo(Repeated other) {
      return text.compareTo(other.text);
    }
  }
}
