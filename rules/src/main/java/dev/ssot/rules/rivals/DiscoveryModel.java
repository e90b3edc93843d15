package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase.TypeEntry;

/**
 * How probable it is that a maintainer would see one of two alike types as one too many, where no
 * policy names a canonical and nothing else explains their likeness.
 *
 * <p>Two logistic models, one after the other. The first finds the few pairs that are worth a
 * second look; its weights were fitted to pairs of types of well-known libraries that were judged
 * by reading. What decides is how much the two share, fingerprints of code, words, signatures and
 * literals, and what tells of neglect: one is deprecated, or one is used and the other is not.
 * Types of one package or of one family mostly stand beside each other on purpose.
 *
 * <p>The second tells of these what would be merged; its weights were fitted to what discovery
 * printed about 69 libraries when it had the first alone, judged by reading. Large types share much
 * code and are kept apart all the same, so that size speaks against a merger; for it speak a small
 * type beside a large one, shared members and words, and neglect again.
 */
final class DiscoveryModel {

  private static final double CONSTANT = -8.0;
  private static final double SHARED_CODE = 0.91;
  private static final double WORDS = 2.7;
  private static final double SIGNATURES = 1.3;
  private static final double LITERALS = 1.3;
  private static final double DEPRECATED = 2.5;
  private static final double UNUSED = 1.1;
  private static final double SAME_PACKAGE = -1.3;
  private static final double FAMILY = -1.7;

  private static final double MERGED_CONSTANT = -0.64;
  private static final double MERGED_SIZE = -0.245;
  private static final double MERGED_UNEVEN = 0.84;
  private static final double MERGED_MEMBERS = 1.7;
  private static final double MERGED_WORDS = 2.4;
  private static final double MERGED_DEPRECATED = 2.4;
  private static final double MERGED_UNUSED = 1.0;

  private static final double ENOUGH = 0.4;

  private final ProfileIndex index;
  private final LikenessMeasure measure;

  DiscoveryModel(ProfileIndex index, LikenessMeasure measure) {
    this.index = index;
    this.measure = measure;
  }

  /**
   * How probable it is that two types are worth a second look, in per cent.
   *
   * @param oneUnused whether one of the two is used and the other is not
   */
  int suspicion(Profile one, Profile other, Likeness likeness, boolean oneUnused) {
    double sum =
        CONSTANT
            + SHARED_CODE * log2(1 + likeness.sharedBodies())
            + WORDS * index.overlap(Trait.WORD_USES, one, other).jaccard()
            + SIGNATURES * index.overlap(Trait.SIGNATURES, one, other).jaccard()
            + LITERALS * index.overlap(Trait.LITERALS, one, other).jaccard()
            + DEPRECATED * succession(one.entry, other.entry, likeness)
            + (oneUnused ? UNUSED : 0)
            + byPlace(one.entry, other.entry);
    return Logistic.percent(sum);
  }

  /**
   * How probable it is that one of two types that were worth a second look is one too many, in per
   * cent.
   *
   * @param oneUnused whether one of the two is used and the other is not
   */
  int confidence(Profile one, Profile other, Likeness likeness, boolean oneUnused) {
    double size = log2(one.tokens());
    double sizeOfOther = log2(other.tokens());
    double sum =
        MERGED_CONSTANT
            + MERGED_SIZE * (size + sizeOfOther) / 2
            + MERGED_UNEVEN * Math.abs(size - sizeOfOther)
            + MERGED_MEMBERS * index.overlap(Trait.MEMBERS, one, other).jaccard()
            + MERGED_WORDS * index.overlap(Trait.WORD_USES, one, other).jaccard()
            + MERGED_DEPRECATED * succession(one.entry, other.entry, likeness)
            + (oneUnused ? MERGED_UNUSED : 0);
    return Logistic.percent(sum);
  }

  /** How surely one is the deprecated edition of the other, 0 to 1. */
  private static double succession(TypeEntry one, TypeEntry other, Likeness likeness) {
    if (!OtherReasons.succeeds(one, other)) {
      return 0;
    }
    double alike = Math.max(likeness.bodiesMutual(), likeness.bodies() / 2) / ENOUGH;
    return Naming.relation(one.name(), other.name()) == Naming.Relation.SAME
        ? 1
        : Math.min(1, alike);
  }

  private double byPlace(TypeEntry one, TypeEntry other) {
    return (one.isPackagedWith(other) ? SAME_PACKAGE : 0)
        + (measure.isFamily(one, other) ? FAMILY : 0);
  }

  private static double log2(double number) {
    return StrictMath.log(number) / StrictMath.log(2);
  }
}
