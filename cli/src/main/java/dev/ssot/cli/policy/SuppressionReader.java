package dev.ssot.cli.policy;

import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.PolicyLine;
import dev.ssot.rules.model.PolicyText;
import dev.ssot.rules.model.Region;
import dev.ssot.rules.model.Suppression;
import dev.ssot.rules.model.Suppression.Origin;
import dev.ssot.rules.model.Suppression.Terms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code suppressions}. */
final class SuppressionReader {

  private final List<String> acceptable;
  private final PolicyErrors errors;

  /**
   * A reader.
   *
   * @param acceptable ids of the rules whose findings can be accepted
   */
  SuppressionReader(List<String> acceptable, PolicyErrors errors) {
    this.acceptable = acceptable;
    this.errors = errors;
  }

  List<Suppression> read(Section policy) {
    List<Suppression> suppressions = new ArrayList<>();
    for (Section section : policy.sections("suppressions", PolicyKeys.SUPPRESSION)) {
      suppression(section).ifPresent(suppressions::add);
    }
    return suppressions;
  }

  private Optional<Suppression> suppression(Section section) {
    Optional<String> rule =
        section.require("rule", "the id of a rule")
            ? section.node("rule").flatMap(node -> Section.choice(node, acceptable, errors))
            : Optional.empty();
    Optional<PolicyText> subject = section.requiredText("subject", Syntax.ACCESS);
    Optional<LocalDate> until = section.requiredDay("until");
    Optional<PolicyText> owner = section.text("owner", Syntax.PROSE);
    Optional<PolicyText> reason = section.requiredText("reason", Syntax.PROSE);
    if (rule.isEmpty() || subject.isEmpty() || until.isEmpty() || reason.isEmpty()) {
      return Optional.empty();
    }
    Terms terms =
        new Terms(
            reason.get().value().strip(),
            owner.map(text -> text.value().strip()).orElse(""),
            until.get());
    return Optional.of(
        new Suppression(
            rule.get(), subject.get().value(), terms, Origin.POLICY, location(subject.get())));
  }

  private static Location location(PolicyText text) {
    PolicyLine line = text.line();
    return new Location(
        line.file(),
        new Region(line.line(), line.column(), line.line(), line.column() + text.value().length()));
  }
}
