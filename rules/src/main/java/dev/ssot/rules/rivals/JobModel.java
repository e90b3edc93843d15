package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase.TypeEntry;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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

  private final Affinity affinity;
  private final JobFeatures features;
  private final Map<Integer, Set<Integer>> neighbourhoods = new HashMap<>();

  JobModel(Affinity affinity, JobFeatures features) {
    this.affinity = affinity;
    this.features = features;
  }

  /** Read when it is first needed. */
  private static final class Grown {
    static final Forest FOREST = Forest.load(JobModel.class, "job-forest.txt");

    private Grown() {}
  }

  /** The probability in per cent; 0 for a type that is not among the nearest of the canonical. */
  int confidence(TypeEntry canonical, TypeEntry entry, Likeness likeness) {
    Set<Integer> near =
        neighbourhoods.computeIfAbsent(
            canonical.id(),
            id ->
                affinity.nearest(canonical, NEAR).stream()
                    .map(one -> one.entry().id())
                    .collect(Collectors.toUnmodifiableSet()));
    return near.contains(entry.id())
        ? Grown.FOREST.percent(features.of(canonical, entry, likeness))
        : 0;
  }
}
