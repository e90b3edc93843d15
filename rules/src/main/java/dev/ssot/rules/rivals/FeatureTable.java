package dev.ssot.rules.rivals;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * The features of one kind (words, member names …) that the types of a codebase have, each with the
 * number of types that have it.
 *
 * <p>A feature weighs {@code ln(types / types that have it)}: what everybody has says nothing.
 * Filled once, then only read.
 */
final class FeatureTable {

  private final Map<String, Integer> ids = new HashMap<>();
  private String[] features = new String[1024];
  private int[] frequency = new int[1024];
  private double[] weights = new double[0];

  /**
   * Adds the features of one more type; gives their ids in ascending order, repeated ones as often
   * as they are given.
   */
  int[] add(Collection<String> ofType) {
    int[] result = new int[ofType.size()];
    int size = 0;
    for (String feature : ofType) {
      result[size++] = idOf(feature);
    }
    Arrays.sort(result);
    for (int i = 0; i < size; i++) {
      if (i == 0 || result[i] != result[i - 1]) {
        frequency[result[i]]++;
      }
    }
    return result;
  }

  private int idOf(String feature) {
    Integer known = ids.get(feature);
    if (known != null) {
      return known;
    }
    int id = ids.size();
    ids.put(feature, id);
    if (id == features.length) {
      features = Arrays.copyOf(features, id * 2);
      frequency = Arrays.copyOf(frequency, id * 2);
    }
    features[id] = feature;
    return id;
  }

  /** Fixes the weights for a codebase of {@code types} types. */
  void weigh(int types) {
    weights = new double[ids.size()];
    for (int id = 0; id < weights.length; id++) {
      weights[id] = weight(types, frequency[id]);
    }
  }

  static double weight(int types, int having) {
    return StrictMath.log((1.0 + types) / (1.0 + having)) + 0.05;
  }

  double weight(int id) {
    return weights[id];
  }

  String feature(int id) {
    return features[id];
  }

  /** Number of types that have the feature. */
  int frequency(int id) {
    return frequency[id];
  }

  int size() {
    return ids.size();
  }

  /** How much two sets of features weigh, and how much of it they share. */
  Overlap overlap(int[] left, int[] right) {
    return overlap(left, total(left), right, total(right));
  }

  /** The same where it is known how much each set weighs. */
  Overlap overlap(int[] left, double leftTotal, int[] right, double rightTotal) {
    double[] shared = new double[1];
    int[] count = new int[1];
    forEachShared(
        left,
        right,
        id -> {
          shared[0] += weights[id];
          count[0]++;
        });
    return new Overlap(count[0], shared[0], leftTotal, rightTotal);
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

  /** How much a set of features weighs. */
  double total(int[] set) {
    double total = 0;
    for (int id : set) {
      total += weights[id];
    }
    return total;
  }
}
