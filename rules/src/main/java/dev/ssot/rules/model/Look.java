package dev.ssot.rules.model;

import java.util.List;
import java.util.Optional;

/**
 * What a scan came to, held against the one before it in the same run.
 *
 * @param number of the look, starting at 1
 * @param appeared findings to be reported that were not there before, sorted
 * @param gone findings that were reported before and are not there any more, sorted; none while not
 *     everything could be read, for a finding may be hidden by that
 * @param open number of findings to be reported that are there
 * @param unread what could not be read or not be understood, sorted
 * @param before the score of the look before; none for the first
 * @param score the score now
 * @param outcome what the scan comes to
 */
public record Look(
    int number,
    List<Finding> appeared,
    List<Finding> gone,
    int open,
    List<Problem> unread,
    Optional<Tally> before,
    Tally score,
    Outcome outcome) {

  public Look {
    appeared = List.copyOf(appeared);
    gone = List.copyOf(gone);
    unread = List.copyOf(unread);
  }

  /** Whether it shows what the look before did not. */
  public boolean isNews(Look earlier) {
    return !appeared.isEmpty()
        || !gone.isEmpty()
        || open != earlier.open
        || !unread.equals(earlier.unread)
        || !score.equals(earlier.score)
        || outcome != earlier.outcome;
  }
}
