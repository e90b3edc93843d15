package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase.TypeEntry;
import java.util.List;

/**
 * How probable it is that a type does the job of a canonical, where no policy says more.
 *
 * <p>A logistic model. Its weights were fitted to some 1,200 pairs of types of well-known
 * libraries, a third of them rivals, the others alike without being rivals, all judged by reading.
 * What decides is the likeness as a whole, by how much it stands out from the canonical's other
 * neighbours, and, for types of one name, how many members they share. Not safe for concurrent use.
 */
final class JobModel {

  private static final double CONSTANT = -1.42;
  private static final double LIKENESS = 3.5;
  private static final double STANDING_OUT = 1.1;
  private static final double MEMBERS_OF_NAMESAKES = 2.6;
  private static final double FAMILY = -2.6;
  private static final double MIRRORED = -2.4;
  private static final double SPECIALISED = -1.3;

  private static final int NEAR = 60;
  private static final int OTHERS = 5;
  private static final int MANY_MEMBERS = 8;

  private final Affinity affinity;
  private final LikenessMeasure measure;

  JobModel(Affinity affinity, LikenessMeasure measure) {
    this.affinity = affinity;
    this.measure = measure;
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
            + byName(canonical, entry, likeness)
            + (measure.isFamily(canonical, entry) ? FAMILY : 0);
    return (int) StrictMath.floor(100 / (1 + StrictMath.exp(-sum)));
  }

  private static double byName(TypeEntry canonical, TypeEntry entry, Likeness likeness) {
    boolean namesakes = canonical.type().simpleName().equals(entry.type().simpleName());
    double members = Math.min(1.0, (double) likeness.sharedMembers() / MANY_MEMBERS);
    double relation =
        switch (Naming.relation(canonical.name(), entry.name())) {
          case MIRRORED -> MIRRORED;
          case SPECIALISED -> SPECIALISED;
          default -> 0;
        };
    return relation + (namesakes ? MEMBERS_OF_NAMESAKES * members : 0);
  }
}
