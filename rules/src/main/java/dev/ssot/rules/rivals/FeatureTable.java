package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.cache.ByteSink;
import dev.ssot.rules.codebase.cache.ByteSource;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntConsumer;

/**
 * How many types of a codebase have each of the features of one kind (words, member names …), which
 * go by their {@link Numbers}. Immutable.
 *
 * <p>Of a codebase that was looked at before the table knows which features more types have now, or
 * fewer: what was computed from the others holds.
 */
final class FeatureTable {

  /** So many numbers without a type are no waste. */
  private static final int SOME = 10_000;

  private final Numbers numbers;
  private final Rarity rarity;
  private final int[] frequency;
  private final BitSet changed;
  private final BitSet touched;
  private final int unused;

  private FeatureTable(
      Numbers numbers, Rarity rarity, int[] frequency, BitSet changed, BitSet touched) {
    this.numbers = numbers;
    this.rarity = rarity;
    this.frequency = frequency;
    this.changed = changed;
    this.touched = touched;
    int free = 0;
    for (int types : frequency) {
      free += types == 0 ? 1 : 0;
    }
    this.unused = free;
  }

  /**
   * The table of a codebase.
   *
   * @param all the features of each type, each set in ascending order
   */
  static FeatureTable of(Numbers numbers, Rarity rarity, Iterable<int[]> all) {
    int[] frequency = new int[numbers.size()];
    all.forEach(set -> count(set, 1, frequency));
    return new FeatureTable(numbers, rarity, frequency, new BitSet(), new BitSet());
  }

  /** The table that was written. */
  static FeatureTable read(Numbers numbers, Rarity rarity, ByteSource source) {
    int[] frequency = source.fixed(source.number());
    return new FeatureTable(numbers, rarity, frequency, new BitSet(), new BitSet());
  }

  void write(ByteSink sink) {
    sink.number(frequency.length);
    sink.fixed(frequency);
  }

  /**
   * The table of the same codebase some changes later.
   *
   * @param gone the features of each type that is there no longer
   * @param come those of each that is new
   */
  FeatureTable next(Rarity now, Iterable<int[]> gone, Iterable<int[]> come) {
    int[] counted = Arrays.copyOf(frequency, numbers.size());
    gone.forEach(set -> count(set, -1, counted));
    come.forEach(set -> count(set, 1, counted));
    BitSet met = new BitSet();
    gone.forEach(set -> add(set, met));
    come.forEach(set -> add(set, met));
    BitSet different = new BitSet();
    met.stream().filter(id -> counted[id] != frequencyIfAny(id)).forEach(different::set);
    return new FeatureTable(numbers, now, counted, different, met);
  }

  private static void count(int[] set, int by, int[] frequency) {
    for (int i = 0; i < set.length; i++) {
      if (i == 0 || set[i] != set[i - 1]) {
        frequency[set[i]] += by;
      }
    }
  }

  private static void add(int[] set, BitSet into) {
    for (int id : set) {
      into.set(id);
    }
  }

  private int frequencyIfAny(int id) {
    return id < frequency.length ? frequency[id] : 0;
  }

  /** Whether most of the numbers are those of features that no type has any more. */
  boolean isMostlyUnused() {
    return unused > SOME && unused > frequency.length / 2;
  }

  /** The number of types that have a feature. */
  int frequency(int id) {
    return frequency[id];
  }

  /** How common a feature is, as the rarity sees it. */
  long commonness(int id) {
    return rarity.commonness(frequency[id]);
  }

  /** The number of features that have a number. */
  int size() {
    return frequency.length;
  }

  /** The name that a feature is. */
  String feature(int id) {
    return names().name(id);
  }

  private Numbers.OfNames names() {
    if (numbers instanceof Numbers.OfNames names) {
      return names;
    }
    throw new IllegalStateException("Fingerprints have no names");
  }

  /** The number of a feature by its name, or -1 if no type has had it. */
  int number(String feature) {
    return names().find(feature);
  }

  /** What a feature weighs; one that no type has weighs more than any that there is. */
  double weight(String feature) {
    int id = number(feature);
    return rarity.weight(1, rarity.commonness(id < 0 ? 0 : frequencyIfAny(id)));
  }

  /** Whether one of some features has become more or less frequent since the look before. */
  boolean isChanged(int[] set) {
    if (!changed.isEmpty()) {
      for (int id : set) {
        if (changed.get(id)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Whether there may be other types than at the look before that have one of some features.
   *
   * @param most features that more types have, and had, do not count
   */
  boolean isTouched(int[] set, int most) {
    if (!touched.isEmpty()) {
      for (int id : set) {
        if (touched.get(id) && (frequency[id] <= most || changed.get(id))) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * What some features weigh, of which {@link #sum} or {@link #shared} tells how common they are.
   */
  double weight(Common common) {
    return rarity.weight(common.count(), common.commonness());
  }

  /**
   * Features as the rarity sees them.
   *
   * @param count how many they are
   * @param commonness the sum of theirs
   */
  record Common(int count, long commonness) {

    /** What was written. */
    static Common read(ByteSource source) {
      return new Common(source.number(), source.fixedLong());
    }

    void write(ByteSink sink) {
      sink.number(count);
      sink.fixed(commonness);
    }
  }

  /** How common some features are. */
  Common sum(int[] set) {
    long sum = 0;
    for (int id : set) {
      sum += commonness(id);
    }
    return new Common(set.length, sum);
  }

  /** How common the features are that stand in both ascending sets. */
  Common shared(int[] left, int[] right) {
    long sum = 0;
    int count = 0;
    int i = 0;
    int j = 0;
    while (i < left.length && j < right.length) {
      int one = left[i];
      int other = right[j];
      if (one == other) {
        sum += commonness(one);
        count++;
      }
      i += one <= other ? 1 : 0;
      j += other <= one ? 1 : 0;
    }
    return new Common(count, sum);
  }

  /** How much two sets of features weigh, and how much of it they share. */
  Overlap overlap(Common shared, double left, double right) {
    return new Overlap(shared.count(), weight(shared), left, right);
  }

  /** Calls {@code action} with each feature that is in both ascending sets, in ascending order. */
  static void forEachShared(int[] left, int[] right, IntConsumer action) {
    int i = 0;
    int j = 0;
    while (i < left.length && j < right.length) {
      if (left[i] < right[j]) {
        i++;
      } else if (left[i] > right[j]) {
        j++;
      } else {
        action.accept(left[i]);
        i++;
        j++;
      }
    }
  }
}
