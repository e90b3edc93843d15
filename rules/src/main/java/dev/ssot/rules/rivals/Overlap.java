package dev.ssot.rules.rivals;

/**
 * What two weighted sets share.
 *
 * @param count number of shared features
 * @param shared their weight
 * @param left weight of the first set
 * @param right weight of the second set
 */
record Overlap(int count, double shared, double left, double right) {

  /** The share of the lighter set that is shared, 0 to 1. */
  double containment() {
    double lighter = Math.min(left, right);
    return lighter <= 0 ? 0 : shared / lighter;
  }

  /** The share of the first set that is shared, 0 to 1. */
  double ofLeft() {
    return left <= 0 ? 0 : shared / left;
  }

  /** The share of the second set that is shared, 0 to 1. */
  double ofRight() {
    return right <= 0 ? 0 : shared / right;
  }

  /** The geometric mean of the shares of either set, 0 to 1. */
  double mean() {
    return StrictMath.sqrt(ofLeft() * ofRight());
  }

  /** The share of both sets together that is shared, 0 to 1. */
  double jaccard() {
    double union = left + right - shared;
    return union <= 0 ? 0 : shared / union;
  }
}
