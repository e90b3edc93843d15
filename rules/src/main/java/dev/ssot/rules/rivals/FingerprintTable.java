package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Fingerprints;
import java.util.Arrays;
import java.util.List;

/** In how many types each fingerprint stands. Immutable. */
final class FingerprintTable {

  private static final int SPREAD = 0x9E3779B9;
  private static final int SMALLEST = 16;

  /** Open addressing: at most two thirds of the places are taken; a frequency of 0 says free. */
  private final int[] values;

  private final int[] frequency;
  private final int shift;
  private final double[] weightByFrequency;

  /** The table over the sets of all types of a codebase. */
  FingerprintTable(List<Fingerprints> sets) {
    int total = sets.stream().mapToInt(Fingerprints::size).sum();
    int size = Math.max(SMALLEST, Integer.highestOneBit(total + total / 2) << 1);
    values = new int[size];
    frequency = new int[size];
    shift = Integer.numberOfLeadingZeros(size) + 1;
    for (Fingerprints set : sets) {
      set.forEach(this::count);
    }
    int most = Arrays.stream(frequency).max().orElse(0);
    weightByFrequency = new double[most + 1];
    for (int having = 0; having <= most; having++) {
      weightByFrequency[having] = FeatureTable.weight(sets.size(), having);
    }
  }

  private void count(int fingerprint) {
    int place = place(fingerprint);
    values[place] = fingerprint;
    frequency[place]++;
  }

  /** Where a fingerprint is, or would be. */
  private int place(int fingerprint) {
    int place = (fingerprint * SPREAD) >>> shift;
    while (frequency[place] != 0 && values[place] != fingerprint) {
      place = (place + 1) & (values.length - 1);
    }
    return place;
  }

  /** Number of types that have the fingerprint. */
  int frequency(int fingerprint) {
    return frequency[place(fingerprint)];
  }

  private double weight(int fingerprint) {
    return weightByFrequency[frequency(fingerprint)];
  }

  double total(Fingerprints set) {
    double[] sum = new double[1];
    set.forEach(value -> sum[0] += weight(value));
    return sum[0];
  }

  Overlap overlap(Fingerprints left, double leftTotal, Fingerprints right, double rightTotal) {
    double[] shared = new double[1];
    int[] count = new int[1];
    left.forEachShared(
        right,
        value -> {
          shared[0] += weight(value);
          count[0]++;
        });
    return new Overlap(count[0], shared[0], leftTotal, rightTotal);
  }
}
