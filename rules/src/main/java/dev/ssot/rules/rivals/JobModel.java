package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase.TypeEntry;
import java.util.List;

/**
 * How probable it is that a type does the job of a canonical, where no policy says more.
 *
 * <p>A logistic model. Its weights were fitted to some 1,200 pairs of types of well-known
 * libraries, a third of them rivals, the others alike without being rivals, all judged by reading.
 * What decides is the likeness as a whole, by how much it stands out from the canonical's other
 * neighbours, and, for types of one name, how many members they share. Types of one source tree are
 * mostly alike on purpose, those of one package and of one family more so. Not safe for concurrent
 * use.
 */
final class JobModel {

  private static final double CONSTANT = -1.5;
  private static final double LIKENESS = 5.9;
  private static final double STANDING_OUT = 1.6;
  private static final double MEMBERS_OF_NAMESAKES = 1.9;
  private static final double SAME_TREE = -2.9;
  private static final double SAME_PACKAGE = -0.8;
  private static final double FAMILY = -1.5;
  private static final double MIRRORED = -2.6;
  private static final double OTHER_PARENTS = -0.8;
  private static final double OTHER_APIS = -6.4;

  private static final int NEAR = 60;
  private static final int OTHERS = 5;
  private static final int MANY_MEMBERS = 8;

  private final Affinity affinity;
  private final LikenessMeasure measure;
  private final OtherReasons reasons;

  JobModel(Affinity affinity, LikenessMeasure measure, OtherReasons reasons) {
    this.affinity = affinity;
    this.measure = measure;
    this.reasons = reasons;
  }

  /** The probability in per cent; 0 for a type that is not among the nearest of the canonical. */
  int confidence(TypeEntry canonical, TypeEntry entry, Likeness likeness) {
    List<Affinity.Ranked> near = affinity.nearest(canonical, NEAR);
    double others = near.size() < OTHERS ? 0 : near.get(OTHERS - 1).score();
    return near.stream()
        .filter(one -> one.entry().id() == entry.id())
        .findFirst()
        .map(one -> confidence(canonical, entry, likeness, one.score(), others))
        .orElse(0);
  }

  private int confidence(
      TypeEntry canonical, TypeEntry entry, Likeness likeness, double score, double others) {
    double sum =
        CONSTANT
            + LIKENESS * score
            + STANDING_OUT * (score - others)
            + namesakes(canonical, entry, likeness)
            + byPlace(canonical, entry)
            + byOtherReasons(canonical, entry);
    return Logistic.percent(sum);
  }

  private static double namesakes(TypeEntry canonical, TypeEntry entry, Likeness likeness) {
    double members = Math.min(1.0, (double) likeness.sharedMembers() / MANY_MEMBERS);
    return canonical.isNamesakeOf(entry) ? MEMBERS_OF_NAMESAKES * members : 0;
  }

  private static double byPlace(TypeEntry one, TypeEntry other) {
    return (one.unit().root().equals(other.unit().root()) ? SAME_TREE : 0)
        + (one.isPackagedWith(other) ? SAME_PACKAGE : 0);
  }

  private double byOtherReasons(TypeEntry canonical, TypeEntry entry) {
    boolean mirrored = Naming.relation(canonical.name(), entry.name()) == Naming.Relation.MIRRORED;
    return (mirrored ? MIRRORED : 0)
        + (measure.isFamily(canonical, entry) ? FAMILY : 0)
        + (reasons.haveOtherParents(canonical, entry) ? OTHER_PARENTS : 0)
        + (reasons.useOtherApis(canonical, entry) ? OTHER_APIS : 0);
  }
}
