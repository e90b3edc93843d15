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

  /** How many characters of a text are compared at once. */
  private static final int CHARACTERS = 5;

  /** Stands for each character that a byte does not hold, and is larger than all others. */
  private static final int OTHER = 0xFF;

  private static final int PLACE_BITS = Long.SIZE - 1 - CHARACTERS * Byte.SIZE;
  private static final long PLACE = (1L << PLACE_BITS) - 1;

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
    long[] places = new long[size];
    String[] texts = new String[size];
    for (int i = 0; i < size; i++) {
      texts[i] = text.apply(seen[i]);
      places[i] = beginning(texts[i]) | i;
    }
    Arrays.sort(places);
    sortAlike(places, texts);
    List<String> all = new ArrayList<>(size * 2);
    for (long place : places) {
      int i = placeOf(place);
      for (int uses = counts[seen[i]]; uses > 0; uses /= 2) {
        all.add(texts[i]);
      }
      counts[seen[i]] = 0;
    }
    size = 0;
    return all;
  }

  /**
   * The first characters of a text, in the order of texts: of two texts whose numbers differ the
   * one with the smaller number comes first.
   */
  private static long beginning(String text) {
    long beginning = 0;
    boolean plain = true;
    for (int i = 0; i < CHARACTERS; i++) {
      int character = plain && i < text.length() ? Math.min(text.charAt(i), OTHER) : 0;
      // What may stand for several characters is followed by nothing that could decide.
      plain &= character < OTHER;
      beginning = beginning << Byte.SIZE | character;
    }
    return beginning << PLACE_BITS;
  }

  /** Puts texts in order that begin alike, which stand beside each other. */
  private static void sortAlike(long[] places, String[] texts) {
    int start = 0;
    for (int end = 1; end <= places.length; end++) {
      if (end == places.length || places[end] >> PLACE_BITS != places[start] >> PLACE_BITS) {
        if (end - start > 1) {
          sort(places, start, end, texts);
        }
        start = end;
      }
    }
  }

  private static void sort(long[] places, int start, int end, String[] texts) {
    List<Long> alike = new ArrayList<>(end - start);
    for (int i = start; i < end; i++) {
      alike.add(places[i]);
    }
    alike.sort((one, other) -> texts[placeOf(one)].compareTo(texts[placeOf(other)]));
    for (int i = start; i < end; i++) {
      places[i] = alike.get(i - start);
    }
  }

  private static int placeOf(long beginningAndPlace) {
    return (int) (beginningAndPlace & PLACE);
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
}
