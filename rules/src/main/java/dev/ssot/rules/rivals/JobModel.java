package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase.TypeEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How probable it is that a type does the job of a canonical, where no policy says more.
 *
 * <p>A logistic model. Its weights were fitted to some 1,100 pairs of types of well-known
 * libraries, a third of them rivals, the others alike without being rivals, all judged by reading.
 * What decides is how much of the other type the canonical covers, how much the likeness stands out
 * from the canonical's other neighbours, and, for types of one name, how many members they share.
 * Types of one source tree are mostly alike on purpose, those of one family more so. Not safe for
 * concurrent use.
 */
final class JobModel {

  private static final double CONSTANT = -2.3;
  private static final double COVERED = 3.7;
  private static final double STANDING_OUT = 3.1;
  private static final double MEMBERS_OF_NAMESAKES = 2.5;
  private static final double CALLS = 1.2;
  private static final double SIGNATURES = 0.3;
  private static final double SAME_TREE = -2.6;
  private static final double FAMILY = -1.6;
  private static final double MIRRORED = -3.9;
  private static final double OTHER_PARENTS = -0.6;
  private static final double OTHER_APIS = -3.3;

  private static final int NEAR = 300;
  private static final int OTHERS = 5;
  private static final int MANY_MEMBERS = 8;

  private final Affinity affinity;
  private final ProfileIndex index;
  private final LikenessMeasure measure;
  private final OtherReasons reasons;
  private final Map<Integer, Neighbourhood> neighbourhoods = new HashMap<>();

  JobModel(Affinity affinity, ProfileIndex index, LikenessMeasure measure, OtherReasons reasons) {
    this.affinity = affinity;
    this.index = index;
    this.measure = measure;
    this.reasons = reasons;
  }

  /** The probability in per cent; 0 for a type that is not among the nearest of the canonical. */
  int confidence(TypeEntry canonical, TypeEntry entry, Likeness likeness) {
    Neighbourhood near =
        neighbourhoods.computeIfAbsent(
            canonical.id(), id -> Neighbourhood.of(affinity.nearest(canonical, NEAR)));
    Double score = near.scores().get(entry.id());
    return score == null ? 0 : confidence(canonical, entry, likeness, score - near.others());
  }

  /**
   * The types near a canonical.
   *
   * @param scores likeness by id
   * @param others likeness of those behind the likest
   */
  private record Neighbourhood(Map<Integer, Double> scores, double others) {

    static Neighbourhood of(List<Affinity.Ranked> near) {
      return new Neighbourhood(
          near.stream().collect(Collectors.toMap(one -> one.entry().id(), Affinity.Ranked::score)),
          near.size() < OTHERS ? 0 : near.get(OTHERS - 1).score());
    }
  }

  private int confidence(
      TypeEntry canonical, TypeEntry entry, Likeness likeness, double standingOut) {
    Profile one = index.of(canonical);
    Profile other = index.of(entry);
    double sum =
        CONSTANT
            + COVERED * affinity.score(entry, canonical)
            + STANDING_OUT * Math.max(0, standingOut)
            + CALLS * index.overlap(Trait.CALLS, one, other).jaccard()
            + SIGNATURES * index.overlap(Trait.SIGNATURES, one, other).jaccard()
            + namesakes(canonical, entry, likeness)
            + byOtherReasons(canonical, entry);
    return Logistic.percent(sum);
  }

  private static double namesakes(TypeEntry canonical, TypeEntry entry, Likeness likeness) {
    double members = Math.min(1.0, (double) likeness.sharedMembers() / MANY_MEMBERS);
    return canonical.isNamesakeOf(entry) ? MEMBERS_OF_NAMESAKES * members : 0;
  }

  private double byOtherReasons(TypeEntry canonical, TypeEntry entry) {
    boolean mirrored = Naming.relation(canonical.name(), entry.name()) == Naming.Relation.MIRRORED;
    return (canonical.unit().root().equals(entry.unit().root()) ? SAME_TREE : 0)
        + (mirrored ? MIRRORED : 0)
        + (measure.isFamily(canonical, entry) ? FAMILY : 0)
        + (reasons.haveOtherParents(canonical, entry) ? OTHER_PARENTS : 0)
        + (reasons.useOtherApis(canonical, entry) ? OTHER_APIS : 0);
  }
}
