package dev.ssot.rules.model;

import java.util.List;

/**
 * What a codebase came to over time.
 *
 * @param points in the order of time
 * @param rivals by role, then those that are there first, then by name
 * @param shims those of the last point that was scanned, in the order of their places
 */
public record History(
    Walk walk, List<HistoryPoint> points, List<RivalLife> rivals, List<ShimTrend> shims) {

  /**
   * Which commits were looked at.
   *
   * @param head the commit at the end
   * @param since where it begins, as it was asked for, or the empty string
   * @param every the distance of points, as it was asked for, or the empty string
   * @param commits number of commits between the ends, both included, on the line of first parents
   * @param limit the most points where no distance was asked for, or 0
   * @param shallow what a shallow clone lacks, a sentence; or the empty string
   * @param policy path of the policy
   * @param policyOf which policy judges a commit
   */
  public record Walk(
      String head,
      String since,
      String every,
      int commits,
      int limit,
      String shallow,
      String policy,
      PolicyOf policyOf) {}

  /** Which policy judges a commit. */
  public enum PolicyOf {
    /** That of today judges all commits. */
    TODAY("today", "the policy of today judges every commit"),
    /** Each commit is judged by its own. */
    EACH_COMMIT("each-commit", "each commit is judged by the policy that it holds");

    private final String label;
    private final String words;

    PolicyOf(String label, String words) {
      this.label = label;
      this.words = words;
    }

    /** The name as it is written in machine-readable reports. */
    public String label() {
      return label;
    }

    /** The words for a person. */
    public String words() {
      return words;
    }
  }

  public History {
    points = List.copyOf(points);
    rivals = List.copyOf(rivals);
    shims = List.copyOf(shims);
  }

  /** Number of points of which something can be said. */
  public int scanned() {
    return (int) points.stream().filter(HistoryPoint::isScanned).count();
  }

  /** Whether all of the last point was understood. */
  public boolean isKnownToday() {
    return !points.isEmpty() && points.get(points.size() - 1).isWhole();
  }

  /** Ids of all roles that a point knows, sorted. */
  public List<String> roles() {
    return points.stream()
        .flatMap(point -> point.roles().stream())
        .map(RolePoint::role)
        .distinct()
        .sorted()
        .toList();
  }

  /** The words that say how many commits were looked at, of how many. */
  public String extent() {
    if (points.size() >= walk.commits()) {
      return walk.commits() == 1 ? "one commit" : "all %s commits".formatted(walk.commits());
    }
    String choice =
        walk.every().isEmpty()
            ? "evenly spread, as %s points are the most unless `--every` says otherwise"
                .formatted(walk.limit())
            : "one every " + walk.every();
    return "%s of %s commits, %s".formatted(points.size(), walk.commits(), choice);
  }
}
