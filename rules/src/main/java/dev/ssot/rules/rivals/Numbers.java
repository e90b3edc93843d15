package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Fingerprints;
import dev.ssot.rules.codebase.cache.ByteSink;
import dev.ssot.rules.codebase.cache.ByteSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers for the features of one kind, from 0 on, in the order in which they are met.
 *
 * <p>A number is never taken back, so that what is known of a type by the numbers of its features
 * holds when others have come. Not safe for concurrent use.
 */
sealed interface Numbers {

  /** How many there are. */
  int size();

  /** Numbers for names. */
  final class OfNames implements Numbers {

    private final KeptNames kept;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    OfNames() {
      this(KeptNames.none());
    }

    /** Numbers that go on where those of an earlier run ended. */
    OfNames(KeptNames kept) {
      this.kept = kept;
    }

    /** The numbers of names in ascending order, repeated ones as often as they are given. */
    int[] of(Collection<String> features) {
      int[] result = new int[features.size()];
      int size = 0;
      String last = "";
      for (String feature : features) {
        // What repeats stands beside itself.
        boolean again = size > 0 && feature.equals(last);
        result[size] = again ? result[size - 1] : of(feature);
        size++;
        last = feature;
      }
      Arrays.sort(result);
      return result;
    }

    /** The number of a name. */
    int of(String feature) {
      Integer known = numbers.get(feature);
      if (known != null) {
        return known;
      }
      int number = kept.number(feature);
      if (number < 0) {
        number = size();
        names.add(feature);
      }
      numbers.put(feature, number);
      return number;
    }

    /** The number that a name has, or -1. */
    int find(String feature) {
      Integer known = numbers.get(feature);
      return known == null ? kept.number(feature) : known;
    }

    /** The name that has a number. */
    String name(int number) {
      return number < kept.size() ? kept.name(number) : names.get(number - kept.size());
    }

    @Override
    public int size() {
      return kept.size() + names.size();
    }
  }

  /** Numbers for fingerprints. */
  final class OfPrints implements Numbers {

    private static final int SPREAD = 0x9E3779B9;
    private static final int SMALLEST = 1 << 10;
    private static final int FREE = -1;

    /** Open addressing: at most two thirds of the places are taken. */
    private int[] prints = new int[SMALLEST];

    private int[] numbers = free(SMALLEST);
    private int size;

    OfPrints() {}

    /** The numbers that were written. */
    OfPrints(ByteSource source) {
      size = source.number();
      int places = source.number();
      if (size < 0 || Integer.bitCount(places) != 1 || places <= size) {
        throw new IllegalArgumentException(places + " places for " + size + " fingerprints");
      }
      prints = source.fixed(places);
      numbers = source.fixed(places);
    }

    void write(ByteSink sink) {
      sink.number(size);
      sink.number(prints.length);
      sink.fixed(prints);
      sink.fixed(numbers);
    }

    private static int[] free(int places) {
      int[] numbers = new int[places];
      Arrays.fill(numbers, FREE);
      return numbers;
    }

    /** The numbers of different fingerprints in ascending order. */
    int[] of(Fingerprints fingerprints) {
      int[] result = new int[fingerprints.size()];
      int[] size = new int[1];
      fingerprints.forEach(print -> result[size[0]++] = of(print));
      Arrays.sort(result);
      return result;
    }

    private int of(int print) {
      int place = place(print);
      if (numbers[place] == FREE) {
        if (3 * size >= 2 * prints.length) {
          grow();
          place = place(print);
        }
        prints[place] = print;
        numbers[place] = size++;
      }
      return numbers[place];
    }

    /** Where a fingerprint is, or would be. */
    private int place(int print) {
      int place = (print * SPREAD) >>> (Integer.numberOfLeadingZeros(prints.length) + 1);
      while (numbers[place] != FREE && prints[place] != print) {
        place = (place + 1) & (prints.length - 1);
      }
      return place;
    }

    private void grow() {
      int[] known = prints;
      int[] itsNumbers = numbers;
      prints = new int[known.length * 2];
      numbers = free(known.length * 2);
      for (int i = 0; i < known.length; i++) {
        if (itsNumbers[i] != FREE) {
          int place = place(known[i]);
          prints[place] = known[i];
          numbers[place] = itsNumbers[i];
        }
      }
    }

    @Override
    public int size() {
      return size;
    }
  }
}
