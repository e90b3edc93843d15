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
 * <p>The weights were fitted by logistic regression to labelled pairs of types of well-known
 * libraries, with bodies and member names kept in for the sake of copies, of which those labels
 * hold few. What explains a likeness without rivalry (a common super-type, the two sides of one
 * thing, one using the other) takes a little away and never decides: half of the rivals that
 * maintainers have merged stood under one super-type.
 *
 * <p>What was ranked once is kept. Not safe for concurrent use.
 */
final class Affinity {

  private static final Map<Trait, Double> BY_UNION =
      Map.of(
          Trait.WORD_USES, 4.0,
          Trait.CALLS, 1.5,
          Trait.NAME, 2.0,
          Trait.MEMBERS, 1.0,
          Trait.SIGNATURES, 1.0);

  private static final Map<Trait, Double> BY_SMALLER =
      Map.of(
          Trait.MEMBER_WORDS, 1.2,
          Trait.COMMENTS, 1.2,
          Trait.LITERALS, 0.7,
          Trait.IMPORTS, 0.8);

  private static final double BODIES = 2;
  private static final double MEMBER_WORDS_OF_NAMESAKES = 2.7;

  /** What two types reach that have everything in common: the sum of the weights. */
  private static final double MOST = 4 + 1.5 + 2 + 1 + 1 + 1.2 + 1.2 + 0.7 + 0.8 + 2 + 2.7;

  private static final int ENOUGH = 4;
  private static final int ENOUGH_BODIES = 10;
  private static final int LOOKED_AT_TWICE = 300;

  private static final Map<Naming.Relation, Double> BY_NAMES =
      Map.of(
          Naming.Relation.MIRRORED, -1.0,
          Naming.Relation.SPECIALISED, -1.0,
          Naming.Relation.REPLICATED, -0.3,
          Naming.Relation.PEERS, -0.2);

  private final ProfileIndex index;
  private final Hierarchy hierarchy;
  private final LikenessMeasure measure;
  private final Map<Integer, List<Ranked>> ranked = new HashMap<>();

  Affinity(ProfileIndex index, Hierarchy hierarchy, LikenessMeasure measure) {
    this.index = index;
    this.hierarchy = hierarchy;
    this.measure = measure;
  }

  /** A type with its likeness to the one that was asked for, 0 to 1. */
  record Ranked(TypeEntry entry, double score) {}

  /** The most alike types, the likest first; equally alike ones in the order of ids. */
  List<Ranked> nearest(TypeEntry type, int limit) {
    if (limit > LOOKED_AT_TWICE) {
      return rank(type, limit);
    }
    List<Ranked> near = ranked.computeIfAbsent(type.id(), id -> rank(type, LOOKED_AT_TWICE));
    return near.subList(0, Math.min(limit, near.size()));
  }

  private List<Ranked> rank(TypeEntry type, int limit) {
    Profile query = index.of(type);
    List<Ranked> first = new ArrayList<>();
    for (Profile other : index.all()) {
      if (other.id() != query.id()) {
        first.add(new Ranked(other.entry, alike(query, other)));
      }
    }
    List<Ranked> second = new ArrayList<>();
    for (Ranked one : best(first, limit)) {
      double score = one.score() + otherwiseExplained(type, one.entry());
      second.add(new Ranked(one.entry(), Math.max(0, Math.min(1, score / MOST))));
    }
    return best(second, limit);
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
    double sum = 0;
    for (Trait trait : Trait.values()) {
      double byUnion = BY_UNION.getOrDefault(trait, 0.0);
      double bySmaller = BY_SMALLER.getOrDefault(trait, 0.0);
      if (byUnion + bySmaller > 0) {
        Overlap overlap = index.overlap(trait, query, other);
        sum += byUnion * overlap.jaccard() + bySmaller * bySmaller(overlap);
      }
    }
    if (query.entry.isNamesakeOf(other.entry)) {
      sum += MEMBER_WORDS_OF_NAMESAKES * bySmaller(index.overlap(Trait.MEMBER_WORDS, query, other));
    }
    return sum + BODIES * bodies(query, other);
  }

  /** The share of the smaller set, less where fewer than four features are shared. */
  private static double bySmaller(Overlap overlap) {
    return Math.min(1, overlap.containment()) * Math.min(1, (double) overlap.count() / ENOUGH);
  }

  private double bodies(Profile query, Profile other) {
    Overlap overlap =
        index.bodies.overlap(query.bodies, query.bodyWeight, other.bodies, other.bodyWeight);
    double share = (overlap.containment() + overlap.jaccard()) / 2;
    return Math.max(0, Math.min(1, (share - 0.15) / 0.6))
        * Math.min(1, (double) overlap.count() / ENOUGH_BODIES);
  }

  /** What is to be taken away because something else explains the likeness. */
  private double otherwiseExplained(TypeEntry type, TypeEntry other) {
    double sum = BY_NAMES.getOrDefault(Naming.relation(type.name(), other.name()), 0.0);
    sum -= uses(type, other) || uses(other, type) ? 0.5 : 0;
    sum -= hierarchy.related(type, other) ? 1 : 0;
    sum -= isNestedIn(type, other) || isNestedIn(other, type) ? 0.6 : 0;
    sum -= measure.isFamily(type, other) ? 0.5 : 0;
    boolean onlyOtherTests =
        other.unit().kind() == SourceKind.TEST && type.unit().kind() != SourceKind.TEST;
    return onlyOtherTests ? sum - MOST / 2 : sum;
  }

  private boolean uses(TypeEntry user, TypeEntry used) {
    FeatureTable table = index.table(Trait.CONTEXT);
    for (int id : index.of(user).of(Trait.CONTEXT)) {
      if (table.feature(id).equals(used.type().simpleName())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNestedIn(TypeEntry inner, TypeEntry outer) {
    return inner.name().startsWith(outer.name() + ".");
  }
}
