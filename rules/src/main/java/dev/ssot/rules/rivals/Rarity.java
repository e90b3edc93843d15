package dev.ssot.rules.rivals;

import java.util.Arrays;

/**
 * How much a feature says of a type, by how many types of the codebase have it.
 *
 * <p>A feature weighs {@code ln(types / types that have it)}: what everybody has says nothing.
 * Weights are whole multiples of a tiny unit, so that sums are exact: they are the same in whatever
 * order they are made, and can be kept while features come and go. Immutable.
 */
final class Rarity {

  private static final double UNIT = 0x1p-32;
  private static final double LEAST = 0.05;

  /** The logarithms of one more than each number, in units. */
  private final long[] logarithms;

  private final long everything;

  private Rarity(int types, long[] logarithms) {
    this.logarithms = logarithms;
    this.everything = logarithms[types] + StrictMath.round(LEAST / UNIT);
  }

  /** What features say in a codebase of so many types. */
  static Rarity among(int types) {
    long[] logarithms = new long[types + 1];
    Arrays.setAll(logarithms, number -> StrictMath.round(StrictMath.log1p(number) / UNIT));
    return new Rarity(types, logarithms);
  }

  /** How common a feature is that so many types have; that of several features is the sum. */
  long commonness(int having) {
    return logarithms[having];
  }

  /** What features weigh together. */
  double weight(int features, long commonness) {
    return (double) (features * everything - commonness) * UNIT;
  }

  /** What one feature weighs that one type alone has; there may be no type at all. */
  double ofOneType() {
    return weight(1, commonness(Math.min(1, logarithms.length - 1)));
  }
}
