package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.cache.ByteSink;
import dev.ssot.rules.codebase.cache.ByteSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** The candidates of one look, in the order of ids, and how alike they were found to be. */
final class Couples {

  /**
   * What is known of two types.
   *
   * @param alike whether they are alike enough to be looked at
   */
  record Known(Shared shared, Likeness likeness, boolean alike) {}

  /** By type: its partners of higher ids, in ascending order. */
  private final int[][] partners;

  private final List<List<Known>> known;

  private final BitSet eligible;

  /**
   * Couples with what is known of each, in the same order.
   *
   * @param eligible the types that could be candidates
   */
  Couples(int[][] partners, List<List<Known>> known, BitSet eligible) {
    this.partners = partners;
    this.eligible = eligible;
    this.known = new ArrayList<>(known);
  }

  /** The couples of so many types that were written. */
  static Couples read(int types, ByteSource source) {
    int[][] partners = new int[types][];
    List<List<Known>> known = new ArrayList<>(types);
    for (int id = 0; id < types; id++) {
      int count = source.number();
      partners[id] = source.fixed(count);
      List<Known> ofType = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        ofType.add(new Known(Shared.read(source), Likeness.read(source), source.flag()));
      }
      known.add(ofType);
    }
    long[] eligible = new long[source.number()];
    for (int i = 0; i < eligible.length; i++) {
      eligible[i] = source.fixedLong();
    }
    return new Couples(partners, known, BitSet.valueOf(eligible));
  }

  void write(ByteSink sink) {
    for (int id = 0; id < partners.length; id++) {
      sink.number(partners[id].length);
      sink.fixed(partners[id]);
      for (Known one : known.get(id)) {
        one.shared().write(sink);
        one.likeness().write(sink);
        sink.flag(one.alike());
      }
    }
    long[] ids = eligible.toLongArray();
    sink.number(ids.length);
    for (long word : ids) {
      sink.fixed(word);
    }
  }

  /** Whether a type could be a candidate. */
  boolean isEligible(int type) {
    return eligible.get(type);
  }

  /** The partners of a type that have higher ids than it, in ascending order. */
  int[] partners(int type) {
    return partners[type];
  }

  /** What is known of each of them. */
  List<Known> known(int type) {
    return known.get(type);
  }

  /** What is known of two types, if they are candidates. */
  Optional<Known> of(int one, int other) {
    int place = Arrays.binarySearch(partners[one], other);
    return place < 0 ? Optional.empty() : Optional.of(known.get(one).get(place));
  }
}
