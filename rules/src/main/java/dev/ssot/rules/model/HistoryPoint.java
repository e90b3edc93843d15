package dev.ssot.rules.model;

import java.util.List;
import java.util.Optional;

/**
 * What one commit of a history came to.
 *
 * @param refusal why nothing can be said of it, or the empty string
 * @param roles in the order of ids; none where nothing can be said
 * @param unread number of problems by which something of it was not understood
 */
public record HistoryPoint(CommitRef commit, String refusal, List<RolePoint> roles, int unread) {

  public HistoryPoint {
    roles = List.copyOf(roles);
  }

  /** A commit that cannot be scanned. */
  public static HistoryPoint refused(CommitRef commit, String why) {
    return new HistoryPoint(commit, why, List.of(), 0);
  }

  /** Whether something can be said of it. */
  public boolean isScanned() {
    return refusal.isEmpty();
  }

  /** Whether all of it was understood. */
  public boolean isWhole() {
    return isScanned() && unread == 0;
  }

  /** Whether the canonical of each role was there, so that the score is that of all roles. */
  public boolean isJudged() {
    return isScanned() && roles.stream().allMatch(RolePoint::isJudged);
  }

  /** The score of all roles; no sites where one of them cannot be judged. */
  public Tally score() {
    return isJudged()
        ? roles.stream().map(RolePoint::total).reduce(new Tally(0, 0), Tally::plus)
        : new Tally(0, 0);
  }

  /** What is known of a role. */
  public Optional<RolePoint> role(String id) {
    return roles.stream().filter(one -> one.role().equals(id)).findFirst();
  }
}
