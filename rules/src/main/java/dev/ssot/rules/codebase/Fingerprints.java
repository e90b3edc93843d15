package dev.ssot.rules.codebase;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** An immutable set of 32-bit fingerprints of token sequences, kept sorted. */
public final class Fingerprints {

  private static final Fingerprints NONE = new Fingerprints(new int[0]);

  private final int[] sorted;

  private Fingerprints(int[] sorted) {
    this.sorted = sorted;
  }

  /** The empty set. */
  public static Fingerprints none() {
    return NONE;
  }

  /** The set of the first {@code count} values, in any order and with duplicates. */
  public static Fingerprints of(int[] values, int count) {
    if (count == 0) {
      return NONE;
    }
    int[] copy = Arrays.copyOf(values, count);
    Arrays.sort(copy);
    int size = 1;
    for (int i = 1; i < count; i++) {
      if (copy[i] != copy[size - 1]) {
        copy[size++] = copy[i];
      }
    }
    return new Fingerprints(size == count ? copy : Arrays.copyOf(copy, size));
  }

  /** The union of several sets. */
  public static Fingerprints union(Iterable<Fingerprints> sets) {
    int total = 0;
    for (Fingerprints set : sets) {
      total += set.size();
    }
    int[] all = new int[total];
    int at = 0;
    for (Fingerprints set : sets) {
      System.arraycopy(set.sorted, 0, all, at, set.size());
      at += set.size();
    }
    return of(all, total);
  }

  public int size() {
    return sorted.length;
  }

  public boolean isEmpty() {
    return sorted.length == 0;
  }

  /** Calls {@code action} with each fingerprint in ascending order. */
  public void forEach(IntConsumer action) {
    for (int value : sorted) {
      action.accept(value);
    }
  }

  /** Calls {@code action} with each fingerprint that is in both sets, in ascending order. */
  public void forEachShared(Fingerprints other, IntConsumer action) {
    int i = 0;
    int j = 0;
    while (i < sorted.length && j < other.sorted.length) {
      if (sorted[i] < other.sorted[j]) {
        i++;
      } else if (sorted[i] > other.sorted[j]) {
        j++;
      } else {
        action.accept(sorted[i]);
        i++;
        j++;
      }
    }
  }

  /** Number of fingerprints that are in both sets. */
  public int sharedWith(Fingerprints other) {
    int[] count = new int[1];
    forEachShared(other, value -> count[0]++);
    return count[0];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fingerprints that && Arrays.equals(sorted, that.sorted);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sorted);
  }

  @Override
  public String toString() {
    return sorted.length + " fingerprints";
  }
}
