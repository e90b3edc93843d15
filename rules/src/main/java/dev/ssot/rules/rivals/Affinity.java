package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.Hierarchy;
import dev.ssot.rules.codebase.SourceKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Ranks the types of a codebase by how much their job is like that of a given one.
 *
 * <p>The weights were fitted to the labelled rivals of some 480 types of well-known libraries, so
 * that a rival comes before everything else that is like the type. The direction matters: what
 * counts most is how much of the type that is asked about the other has too. Bodies are kept in for
 * the sake of copies, of which those labels hold few, and types of one tree or package lose less
 * than the fit would take away, because a codebase is asked about itself more often than beside
 * others. What explains a likeness without rivalry takes a little away and never decides.
 *
 * <p>What was ranked once is kept. Not safe for concurrent use.
 */
final class Affinity {

  private static final List<Weight> WEIGHTS =
      List.of(
          new Weight(Trait.NAME, 0, 9.4, 0),
          new Weight(Trait.WORDS, 0, 0, 3.2),
          new Weight(Trait.WORD_USES, 0, 0, 1.2),
          new Weight(Trait.MEMBER_WORDS, 1.2, 0.6, 0),
          new Weight(Trait.COMMENTS, 2.6, 0, 0),
          new Weight(Trait.SHAPES, 2.9, 0, 0),
          new Weight(Trait.TYPES, 1.5, 0, 0));

  private static final double BODIES = 1.5;
  private static final double SAME_KIND = 1.3;
  private static final double SAME_TREE = -1.5;
  private static final double SAME_PACKAGE = -2.1;
  private static final double IMPLEMENTATION = 0.9;
  private static final double NESTED = -1.2;
  private static final double OTHER_PARENTS = -0.7;
  private static final double FORWARDS = -1.1;
  private static final double RELATED = -1.1;
  private static final double OTHER_NUMBERS = -4;
  private static final double ONLY_OTHER_TESTS = -10;

  private static final int ENOUGH = 4;
  private static final int ENOUGH_BODIES = 10;
  private static final int LOOKED_AT_TWICE = 300;

  private final ProfileIndex index;
  private final Hierarchy hierarchy;
  private final Classifier classifier;
  private final OtherReasons reasons;
  private final Shims shims;
  private final Map<Integer, List<Ranked>> ranked = new HashMap<>();

  Affinity(ProfileIndex index, Hierarchy hierarchy, Classifier classifier, OtherReasons reasons) {
    this.index = index;
    this.hierarchy = hierarchy;
    this.classifier = classifier;
    this.reasons = reasons;
    this.shims = new Shims(hierarchy);
  }

  /**
   * A type with its likeness to the one that was asked for.
   *
   * @param score 0 to 1, where a copy in another tree would have 1
   */
  record Ranked(TypeEntry entry, double score) {}

  /**
   * What counts of a trait.
   *
   * @param asked by the share of the features of the type that is asked about
   * @param other by the share of the features of the other type
   * @param both by the mean of both shares
   */
  private record Weight(Trait trait, double asked, double other, double both) {

    /** The likeness by the trait; a share counts less where few features are shared. */
    double of(Overlap overlap) {
      double enough = Math.min(1, (double) overlap.count() / ENOUGH);
      return asked * overlap.ofLeft() * enough
          + other * overlap.ofRight() * enough
          + both * overlap.mean();
    }
  }

  /** The most alike types, the likest first; equally alike ones in the order of ids. */
  List<Ranked> nearest(TypeEntry type, int limit) {
    if (limit > LOOKED_AT_TWICE) {
      return rank(type, limit);
    }
    List<Ranked> near = ranked.computeIfAbsent(type.id(), id -> rank(type, LOOKED_AT_TWICE));
    return near.subList(0, Math.min(limit, near.size()));
  }

  /** How like another type is to the one that is asked about; 0 to 1, as in a ranking. */
  double score(TypeEntry type, TypeEntry other) {
    Profile query = index.of(type);
    double sum = alike(query, index.of(other)) + byPlace(type, other) + byJudgement(type, other);
    return share(sum, most(query));
  }

  /** What a copy in another tree would reach. */
  private double most(Profile query) {
    return alike(query, query) + IMPLEMENTATION;
  }

  private static double share(double sum, double most) {
    return Math.max(0, Math.min(1, sum / most));
  }

  private List<Ranked> rank(TypeEntry type, int limit) {
    Profile query = index.of(type);
    List<Ranked> first = new ArrayList<>();
    for (Profile other : index.all()) {
      if (other.id() != query.id()) {
        first.add(new Ranked(other.entry, alike(query, other) + byPlace(type, other.entry)));
      }
    }
    List<Ranked> second = new ArrayList<>();
    for (Ranked one : best(first, limit)) {
      second.add(new Ranked(one.entry(), one.score() + byJudgement(type, one.entry())));
    }
    double most = most(query);
    return best(second, limit).stream()
        .map(one -> new Ranked(one.entry(), share(one.score(), most)))
        .toList();
  }

  private static List<Ranked> best(List<Ranked> all, int limit) {
    return all.stream()
        .sorted(
            Comparator.comparingDouble((Ranked one) -> -one.score())
                .thenComparingInt(one -> one.entry().id()))
        .limit(limit)
        .toList();
  }

  private double alike(Profile query, Profile other) {
    double sum = query.entry.type().kind() == other.entry.type().kind() ? SAME_KIND : 0;
    for (Weight weight : WEIGHTS) {
      sum += weight.of(index.overlap(weight.trait(), query, other));
    }
    return sum + BODIES * bodies(query, other);
  }

  private double bodies(Profile query, Profile other) {
    Overlap overlap = index.overlap(Trait.BODIES, query, other);
    double share = (overlap.containment() + overlap.jaccard()) / 2;
    return Math.max(0, Math.min(1, (share - 0.15) / 0.6))
        * Math.min(1, (double) overlap.count() / ENOUGH_BODIES);
  }

  /** What types of one tree, and more so of one package, have in common anyway. */
  private static double byPlace(TypeEntry type, TypeEntry other) {
    boolean onlyOtherTests =
        other.unit().kind() == SourceKind.TEST && type.unit().kind() != SourceKind.TEST;
    return (type.unit().root().equals(other.unit().root()) ? SAME_TREE : 0)
        + (type.isPackagedWith(other) ? SAME_PACKAGE : 0)
        + (onlyOtherTests ? ONLY_OTHER_TESTS : 0);
  }

  private double byJudgement(TypeEntry type, TypeEntry other) {
    double byClass =
        switch (classifier.classify(other)) {
          case IMPLEMENTATION -> IMPLEMENTATION;
          case NESTED -> NESTED;
          default -> 0;
        };
    return byClass
        + (reasons.haveOtherParents(type, other) ? OTHER_PARENTS : 0)
        + (shims.forwards(other, type) ? FORWARDS : 0)
        + (hierarchy.related(type, other) ? RELATED : 0)
        + (Naming.haveOtherNumbers(type.name(), other.name()) ? OTHER_NUMBERS : 0);
  }
}
