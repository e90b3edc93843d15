package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.model.Recognition;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * How probable it is that a type does the job of a canonical, where no policy says more.
 *
 * <p>A {@link Forest} over the {@link JobFeatures}, grown by {@code benchmarks/measure-accuracy
 * --grow} on labelled pairs of types of well-known libraries, a third of them rivals, the others
 * alike without being rivals, all judged by reading; on changed copies and wrappers made of real
 * classes, because labels hold few rivals of one source tree; and on a sample of what is near, so
 * that it says no to what is merely near. Only the nearest types are asked about. Not safe for
 * concurrent use.
 */
final class JobModel {

  /** So many of the types most like a canonical are looked at. */
  static final int NEAR = 100;

  /**
   * The share of the trees from which the {@link #confidence} is the standard threshold. On
   * projects that a forest had not seen, 95.6 % of what has this share in another source tree are
   * rivals (351 of 367 labels).
   */
  private static final int SURE = 80;

  private static final int STANDARD = Recognition.STANDARD_THRESHOLD;

  private final Affinity affinity;
  private final JobFeatures features;
  private final Map<Integer, BitSet> neighbourhoods = new HashMap<>();

  JobModel(Affinity affinity, JobFeatures features) {
    this.affinity = affinity;
    this.features = features;
  }

  /** Read when it is first needed. */
  private static final class Grown {
    static final Forest FOREST = Forest.load(JobModel.class, "job-forest.txt");

    private Grown() {}
  }

  /** Finds the neighbourhoods of several canonicals at once, which takes less than one by one. */
  void prepare(Collection<TypeEntry> canonicals) {
    affinity.prepare(canonicals);
  }

  /** The ids of the types nearest to a canonical; not to be changed. */
  BitSet near(TypeEntry canonical) {
    return neighbourhoods.computeIfAbsent(canonical.id(), id -> neighbourhood(canonical));
  }

  private BitSet neighbourhood(TypeEntry canonical) {
    BitSet near = new BitSet();
    affinity.nearest(canonical, NEAR).forEach(one -> near.set(one.entry().id()));
    return near;
  }

  /**
   * What the trees say on the mean, in per cent; 0 for a type that is not among the nearest of the
   * canonical.
   */
  int percent(TypeEntry canonical, TypeEntry entry, Likeness likeness) {
    return near(canonical).get(entry.id())
        ? Grown.FOREST.percent(features.of(canonical, entry, likeness))
        : 0;
  }

  /**
   * What the trees say, 0 to 100, on the scale of the channels: bent so that the standard threshold
   * stands where the trees are sure.
   */
  static int confidence(int percent) {
    return percent <= SURE
        ? percent * STANDARD / SURE
        : STANDARD + (percent - SURE) * (100 - STANDARD) / (100 - SURE);
  }
}
