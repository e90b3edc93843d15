package dev.ssot.rules.catalog;

import dev.ssot.rules.model.Severity;
import java.util.List;

/** Finds suppressions whose end date has passed. */
final class ExpiredSuppression implements Rule {

  @Override
  public String id() {
    return "expired-suppression";
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

  @Override
  public Judgement judge(Case facts) {
    Acceptance.Suppressions suppressions = facts.acceptance().suppressions();
    return Judgement.of(
        suppressions.expired().stream()
            .map(
                suppression ->
                    IdleSuppressions.finding(
                        this,
                        suppression,
                        "this suppression of `%s` ended on %s and accepts nothing any more"
                            .formatted(suppression.rule(), suppression.terms().until()),
                        "mend what it accepted and delete it, or agree on a new date"
                            + IdleSuppressions.owner(suppression)))
            .toList(),
        suppressions.written() - suppressions.malformed().size(),
        "suppressions");
  }
}
