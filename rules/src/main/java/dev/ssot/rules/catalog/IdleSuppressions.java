package dev.ssot.rules.catalog;

import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Fingerprint;
import dev.ssot.rules.model.Statement;
import dev.ssot.rules.model.Subject;
import dev.ssot.rules.model.Suppression;
import java.util.List;

/** The findings of the rules on suppressions that accept nothing, or nothing any more. */
final class IdleSuppressions {

  private IdleSuppressions() {}

  static Finding finding(Rule rule, Suppression suppression, String message, String help) {
    Subject subject = Subject.ofType(suppression.subject());
    return new Finding(
        rule.id(),
        rule.severity(),
        suppression.location(),
        subject,
        new Statement(message, help, List.of()),
        new Evidence.IdleSuppression(suppression),
        Fingerprint.of(
            rule.id(),
            subject,
            List.of(suppression.rule(), suppression.terms().until().toString())));
  }

  /** Who is to be asked, as the end of a sentence. */
  static String owner(Suppression suppression) {
    String owner = suppression.terms().owner();
    return owner.isEmpty() ? "" : " (owner: %s)".formatted(owner);
  }
}
