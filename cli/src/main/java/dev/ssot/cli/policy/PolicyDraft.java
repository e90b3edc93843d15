package dev.ssot.cli.policy;

import dev.ssot.rules.model.CandidateRole;
import dev.ssot.rules.model.ProposedRole;
import dev.ssot.rules.model.SourceLayout;
import dev.ssot.rules.model.Tally;
import java.util.List;

/**
 * What a first policy is to say.
 *
 * @param read what it was made from, such as {@code 120 files with 340 types}
 * @param build what builds the code, such as {@code Maven}; the empty string where nothing says
 * @param roles those that it declares
 * @param undecided those that a person has to decide about
 * @param score that of the code by this policy; without sites where it is not known yet
 */
public record PolicyDraft(
    String read,
    String build,
    SourceLayout layout,
    List<ProposedRole> roles,
    List<CandidateRole> undecided,
    Tally score) {

  public PolicyDraft {
    roles = List.copyOf(roles);
    undecided = List.copyOf(undecided);
  }

  /** The same draft with another score. */
  public PolicyDraft with(Tally other) {
    return new PolicyDraft(read, build, layout, roles, undecided, other);
  }

  /** The text of the policy, in YAML, with the reason for each line. */
  public String text() {
    return new PolicyWriter(this).text();
  }

  /** The score in whole percent, rounded down, so that the code reaches it. */
  int minimumScore() {
    return score.permille() / 10;
  }
}
