package dev.ssot.rules.model;

import java.util.List;

/**
 * What a scan was compared with, and what the change permits.
 *
 * @param base what was there before
 * @param before what a scan of it came to
 * @param growth permissions that the change adds or widens, sorted
 * @param strict whether they fail the scan
 */
public record Change(Base base, Before before, List<PermissionGrowth> growth, boolean strict) {

  /**
   * The base of a comparison.
   *
   * @param asked the revision as it was asked for
   * @param commit its full id, or the empty string where there is no commit yet
   * @param relation how it comes from what was asked for
   * @param head what it is compared with, such as {@code the working tree}
   */
  public record Base(String asked, String commit, Relation relation, String head) {}

  /** How a base comes from what was asked for. */
  public enum Relation {
    /** The commit itself, which all that is compared descends from. */
    ITSELF("itself"),
    /** The last commit that it shares with the history here. */
    MERGE_BASE("merge-base"),
    /** There is no commit yet. */
    NOTHING("nothing");

    private final String label;

    Relation(String label) {
      this.label = label;
    }

    /** The name as it is written in reports. */
    public String label() {
      return label;
    }
  }

  /**
   * What the scan of the base came to.
   *
   * @param refusal why the base cannot be judged, so that all counts as introduced; or the empty
   *     string
   * @param score its score
   * @param gateMissed whether it missed its own gate
   * @param gaps what of it was not read or not understood, sorted
   */
  public record Before(String refusal, Tally score, boolean gateMissed, List<Problem> gaps) {

    public Before {
      gaps = List.copyOf(gaps);
    }

    /** A base that cannot be judged. */
    public static Before refused(String why) {
      return new Before(why, new Tally(0, 0), false, List.of());
    }
  }

  public Change {
    growth = growth.stream().sorted().toList();
  }

  /** Nothing was compared. */
  public static Change none() {
    return new Change(new Base("", "", Relation.NOTHING, ""), Before.refused(""), List.of(), false);
  }

  /** Whether there was a comparison. */
  public boolean isThere() {
    return !base.head().isEmpty();
  }

  /** Whether the permissions that it adds fail the scan. */
  public boolean overstepped() {
    return strict && !growth.isEmpty();
  }
}
