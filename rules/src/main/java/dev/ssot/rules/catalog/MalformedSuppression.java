package dev.ssot.rules.catalog;

import dev.ssot.rules.catalog.Acceptance.Malformed;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Fingerprint;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.model.Statement;
import java.util.List;

/** Finds comments and annotations that were meant as suppressions and suppress nothing. */
final class MalformedSuppression implements Rule {

  @Override
  public String id() {
    return "malformed-suppression";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
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
        suppressions.malformed().stream().map(this::finding).toList(),
        suppressions.written(),
        "suppressions");
  }

  private Finding finding(Malformed malformed) {
    return new Finding(
        id(),
        severity(),
        malformed.location(),
        malformed.place(),
        new Statement(
            "this suppression suppresses nothing: " + malformed.fault(),
            malformed.remedy(),
            List.of()),
        new Evidence.MalformedSuppression(malformed.text(), malformed.fault()),
        Fingerprint.of(id(), malformed.place(), List.of(malformed.text())));
  }
}
