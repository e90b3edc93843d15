package dev.ssot.rules.catalog;

import dev.ssot.rules.model.Severity;
import java.util.List;

/** Finds suppressions that accept nothing. */
final class UnusedSuppression implements Rule {

  @Override
  public String id() {
    return "unused-suppression";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public List<String> tags() {
    return List.of("acceptance", "suppression");
  }

  @Override
  public boolean judgesAcceptance() {
    return true;
  }

  /** Of a scan that is incomplete or has left a rule out nothing can be said. */
  @Override
  public Judgement judge(Case facts) {
    Acceptance acceptance = facts.acceptance();
    if (!acceptance.blind().isEmpty()) {
      return Judgement.notRun("suppressions", acceptance.blind());
    }
    return Judgement.of(
        acceptance.suppressions().unused().stream()
            .map(
                suppression ->
                    IdleSuppressions.finding(
                        this,
                        suppression,
                        "this suppression accepts nothing: `%s` finds nothing at its place"
                            .formatted(suppression.rule()),
                        "delete it, or put it on or right above the line of the finding"
                            + IdleSuppressions.owner(suppression)))
            .toList(),
        acceptance.suppressions().judged(),
        "suppressions");
  }
}
