package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Fingerprints;
import java.util.Arrays;
import java.util.List;

/** In how many types each fingerprint stands. Immutable. */
final class FingerprintTable {

  private final int[] values;
  private final int[] frequency;
  private final double[] weightByFrequency;

  /** The table over the sets of all types of a codebase. */
  FingerprintTable(List<Fingerprints> sets) {
    int total = sets.stream().mapToInt(Fingerprints::size).sum();
    int[] all = new int[total];
    int[] at = new int[1];
    for (Fingerprints set : sets) {
      set.forEach(value -> all[at[0]++] = value);
    }
    Arrays.sort(all);
    int distinct = 0;
    int[] counts = new int[total];
    for (int i = 0; i < total; i++) {
      if (i > 0 && all[i] == all[i - 1]) {
        counts[distinct - 1]++;
      } else {
        all[distinct] = all[i];
        counts[distinct++] = 1;
      }
    }
    values = Arrays.copyOf(all, distinct);
    frequency = Arrays.copyOf(counts, distinct);
    int most = Arrays.stream(frequency).max().orElse(0);
    weightByFrequency = new double[most + 1];
    for (int having = 0; having <= most; having++) {
      weightByFrequency[having] = FeatureTable.weight(sets.size(), having);
    }
  }

  /** Number of types that have the fingerprint. */
  int frequency(int fingerprint) {
    int at = Arrays.binarySearch(values, fingerprint);
    return at < 0 ? 0 : frequency[at];
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
