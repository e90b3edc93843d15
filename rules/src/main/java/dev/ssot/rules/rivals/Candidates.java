package dev.ssot.rules.rivals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Finds the pairs of types that are worth a closer look, from posting lists of rare features.
 *
 * <p>Cost grows with the number of shared rare features and never with the number of all pairs.
 */
final class Candidates {

  /** Features that more types have are too common to suggest that two of them do one job. */
  private static final int COMMON_BODY = 12;

  private static final int COMMON_MEMBER = 10;
  private static final int FEWEST_BODIES = 4;
  private static final int FEWEST_MEMBERS = 2;

  private final ProfileIndex index;
  private final List<Profile> eligible;

  Candidates(ProfileIndex index, List<Profile> eligible) {
    this.index = index;
    this.eligible = eligible;
  }

  /** Calls {@code action} once for each candidate pair, in the order of ids. */
  void forEach(BiConsumer<Profile, Profile> action) {
    long[] byBodies = atLeast(pairs(bodyPostings()), FEWEST_BODIES);
    long[] byMembers = atLeast(pairs(memberPostings()), FEWEST_MEMBERS);
    for (long pair : union(byBodies, byMembers)) {
      action.accept(index.all().get((int) (pair >>> 32)), index.all().get((int) pair));
    }
  }

  private long[] bodyPostings() {
    LongList postings = new LongList();
    for (Profile profile : eligible) {
      profile.bodies.forEach(
          value -> {
            int frequency = index.bodies.frequency(value);
            if (frequency > 1 && frequency <= COMMON_BODY) {
              postings.add(((long) value << 32) | profile.id());
            }
          });
    }
    return postings.sorted();
  }

  private long[] memberPostings() {
    LongList postings = new LongList();
    for (Profile profile : eligible) {
      for (int member : profile.of(Trait.MEMBERS)) {
        int frequency = index.table(Trait.MEMBERS).frequency(member);
        if (frequency > 1 && frequency <= COMMON_MEMBER) {
          postings.add(((long) member << 32) | profile.id());
        }
      }
    }
    return postings.sorted();
  }

  /** The pairs of ids within each run of equal features, sorted, one for each shared feature. */
  private static long[] pairs(long[] postings) {
    LongList pairs = new LongList();
    int start = 0;
    for (int end = 1; end <= postings.length; end++) {
      if (end == postings.length || (postings[end] >>> 32) != (postings[start] >>> 32)) {
        for (int i = start; i < end; i++) {
          for (int j = i + 1; j < end; j++) {
            pairs.add(((postings[i] & 0xFFFFFFFFL) << 32) | (postings[j] & 0xFFFFFFFFL));
          }
        }
        start = end;
      }
    }
    return pairs.sorted();
  }

  private static long[] atLeast(long[] sortedPairs, int fewest) {
    LongList kept = new LongList();
    int start = 0;
    for (int end = 1; end <= sortedPairs.length; end++) {
      if (end == sortedPairs.length || sortedPairs[end] != sortedPairs[start]) {
        if (end - start >= fewest) {
          kept.add(sortedPairs[start]);
        }
        start = end;
      }
    }
    return kept.sorted();
  }

  private static List<Long> union(long[] one, long[] other) {
    LongList all = new LongList();
    Arrays.stream(one).forEach(all::add);
    Arrays.stream(other).forEach(all::add);
    List<Long> distinct = new ArrayList<>();
    long[] sorted = all.sorted();
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        distinct.add(sorted[i]);
      }
    }
    return distinct;
  }

  /** A growing array of longs. */
  private static final class LongList {

    private long[] values = new long[1024];
    private int size;

    void add(long value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size * 2);
      }
      values[size++] = value;
    }

    long[] sorted() {
      long[] result = Arrays.copyOf(values, size);
      Arrays.sort(result);
      return result;
    }
  }
}
