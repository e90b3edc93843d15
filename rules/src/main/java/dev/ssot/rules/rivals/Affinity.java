package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.Hierarchy;
import dev.ssot.rules.codebase.SourceKind;
import dev.ssot.rules.codebase.SourceUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

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

  private static final Comparator<Ranked> LIKEST_FIRST =
      Comparator.comparingDouble((Ranked one) -> -one.score())
          .thenComparingInt(one -> one.entry().id());

  private final ProfileIndex index;
  private final Hierarchy hierarchy;
  private final Classifier classifier;
  private final OtherReasons reasons;
  private final Shims shims;
  private final KnownPairs<Double> judgements;
  private final Map<Integer, List<Ranked>> ranked = new HashMap<>();
  private final Map<Integer, Double> most = new HashMap<>();

  Affinity(
      ProfileIndex index,
      Hierarchy hierarchy,
      Classifier classifier,
      OtherReasons reasons,
      Shims shims,
      KnownPairs<Double> judgements) {
    this.index = index;
    this.hierarchy = hierarchy;
    this.classifier = classifier;
    this.reasons = reasons;
    this.shims = shims;
    this.judgements = judgements;
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
      return rank(type, scores(List.of(type))[0], limit);
    }
    prepare(List.of(type));
    List<Ranked> near = ranked.getOrDefault(type.id(), List.of());
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
    return most.computeIfAbsent(query.id(), id -> alike(query, query) + IMPLEMENTATION);
  }

  private static double share(double sum, double whole) {
    return Math.max(0, Math.min(1, sum / whole));
  }

  /** Ranks the types beside each of several, of which {@link #nearest} then knows. */
  void prepare(Collection<TypeEntry> types) {
    for (List<TypeEntry> some : Shares.parts(types, ranked.keySet())) {
      double[][] scores = scores(some);
      for (int i = 0; i < some.size(); i++) {
        ranked.put(some.get(i).id(), rank(some.get(i), scores[i], LOOKED_AT_TWICE));
      }
    }
  }

  private List<Ranked> rank(TypeEntry type, double[] scores, int limit) {
    List<Ranked> second = new ArrayList<>();
    for (Ranked one : best(type, scores, limit)) {
      second.add(new Ranked(one.entry(), one.score() + byJudgement(type, one.entry())));
    }
    second.sort(LIKEST_FIRST);
    double whole = most(index.of(type));
    return second.stream().map(one -> new Ranked(one.entry(), share(one.score(), whole))).toList();
  }

  /** The other types with the highest scores; of equal ones those with lower ids. */
  private Collection<Ranked> best(TypeEntry type, double[] scores, int limit) {
    PriorityQueue<Ranked> best = new PriorityQueue<>(LIKEST_FIRST.reversed());
    double least = Double.NEGATIVE_INFINITY;
    for (Profile other : index.all()) {
      double score = scores[other.id()];
      boolean more = best.size() < limit;
      if ((more || score > least) && other.id() != type.id()) {
        if (!more) {
          best.remove();
        }
        best.add(new Ranked(other.entry, score));
        least = best.element().score();
      }
    }
    return best;
  }

  /**
   * By types, then by the ids of all types: how alike they are, and what their places make of it.
   */
  private double[][] scores(List<TypeEntry> types) {
    int[] asked = types.stream().mapToInt(TypeEntry::id).toArray();
    double[][] scores = new double[asked.length][index.all().size()];
    for (int place = 0; place < asked.length; place++) {
      addKinds(types.get(place), scores[place]);
    }
    for (Weight weight : WEIGHTS) {
      add(weight.trait(), asked, scores, weight::of);
    }
    add(Trait.BODIES, asked, scores, Affinity::bodies);
    addPlaces(types, scores);
    return scores;
  }

  private void addKinds(TypeEntry type, double[] scores) {
    for (Profile other : index.all()) {
      scores[other.id()] = byKind(type, other.entry);
    }
  }

  /** Adds what two types share of a trait; nothing in common adds nothing. */
  private void add(
      Trait trait, int[] asked, double[][] scores, ToDoubleFunction<Overlap> likeness) {
    new Shares(index.columns().of(trait), asked)
        .forEach((place, id, overlap) -> scores[place][id] += likeness.applyAsDouble(overlap));
  }

  private void addPlaces(List<TypeEntry> types, double[][] scores) {
    @Nullable SourceUnit unit = null;
    List<String> roots = types.stream().map(type -> type.unit().root()).toList();
    double[] byPlace = new double[scores.length];
    for (Profile other : index.all()) {
      if (unit == null || !unit.isVery(other.entry.unit())) {
        unit = other.entry.unit();
        String root = unit.root();
        for (int place = 0; place < byPlace.length; place++) {
          byPlace[place] = byPlace(types.get(place), other.entry, root.equals(roots.get(place)));
        }
      }
      for (int place = 0; place < byPlace.length; place++) {
        scores[place][other.id()] += byPlace[place];
      }
    }
  }

  private double alike(Profile query, Profile other) {
    double sum = byKind(query.entry, other.entry);
    for (Weight weight : WEIGHTS) {
      sum += weight.of(index.overlap(weight.trait(), query, other));
    }
    return sum + bodies(index.overlap(Trait.BODIES, query, other));
  }

  private static double byKind(TypeEntry type, TypeEntry other) {
    return type.type().kind() == other.type().kind() ? SAME_KIND : 0;
  }

  private static double bodies(Overlap overlap) {
    double share = (overlap.containment() + overlap.jaccard()) / 2;
    return BODIES
        * (Math.max(0, Math.min(1, (share - 0.15) / 0.6))
            * Math.min(1, (double) overlap.count() / ENOUGH_BODIES));
  }

  /** What types of one tree, and more so of one package, have in common anyway. */
  private static double byPlace(TypeEntry type, TypeEntry other) {
    return byPlace(type, other, type.unit().root().equals(other.unit().root()));
  }

  private static double byPlace(TypeEntry type, TypeEntry other, boolean sameTree) {
    boolean onlyOtherTests =
        other.unit().kind() == SourceKind.TEST && type.unit().kind() != SourceKind.TEST;
    return (sameTree ? SAME_TREE : 0)
        + (type.isPackagedWith(other) ? SAME_PACKAGE : 0)
        + (onlyOtherTests ? ONLY_OTHER_TESTS : 0);
  }

  private double byJudgement(TypeEntry type, TypeEntry other) {
    return judgements.of(type, other, () -> judge(type, other));
  }

  private double judge(TypeEntry type, TypeEntry other) {
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
