package dev.ssot.rules.catalog;

import dev.ssot.rules.model.ConstantRef;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Fingerprint;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.Related;
import dev.ssot.rules.model.Restated;
import dev.ssot.rules.model.Role;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.model.Statement;
import dev.ssot.rules.model.Subject;
import dev.ssot.rules.rivals.RoleCast;
import dev.ssot.rules.values.Restatements;
import dev.ssot.rules.values.Restatements.Restatement;
import java.util.ArrayList;
import java.util.List;

/** Finds values of a role's constants that other code writes out again. */
final class DuplicatedLiteral implements Rule {

  private static final String UNIT = "telling constants of roles";

  @Override
  public String id() {
    return "duplicated-literal";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public List<String> tags() {
    return List.of("constant", "duplication", "role");
  }

  @Override
  public boolean isFixable() {
    return true;
  }

  @Override
  public Judgement judge(Case facts) {
    if (facts.policy().roles().isEmpty()) {
      return Judgement.notRun(UNIT, "the policy declares no role");
    }
    Restatements restatements =
        new Restatements(facts.codebase(), facts.constants(), facts.casts());
    List<Finding> findings = new ArrayList<>();
    int watched = 0;
    for (RoleCast cast : facts.casts()) {
      watched += restatements.watched(cast);
      restatements.of(cast).forEach(found -> findings.add(finding(cast.role(), found)));
    }
    return Judgement.of(findings, watched, UNIT);
  }

  private Finding finding(Role role, Restatement found) {
    ConstantRef constant = found.constant();
    Subject subject = Subject.ofType(found.unit().firstType());
    return new Finding(
        id(),
        severity(),
        new Location(found.unit().path(), found.places().get(0).region()),
        subject,
        new Statement(
            message(role, found),
            help(found),
            List.of(new Related("canonical", constant.shortName(), constant.declaration()))),
        new Evidence.Restatement(role.id(), constant, found.places()),
        Fingerprint.of(id(), subject, List.of(role.id(), constant.type(), constant.name())));
  }

  private static String message(Role role, Restatement found) {
    ConstantRef constant = found.constant();
    String first = found.places().get(0).declares();
    String what =
        first.isEmpty()
            ? "this literal writes out `%s`".formatted(constant.value())
            : "the constant `%s` declares `%s` again".formatted(first, constant.value());
    int more = found.places().size() - 1;
    String others =
        more == 0 ? "" : " (and %s more %s)".formatted(more, more == 1 ? "place" : "places");
    return "%s%s, which `%s` of the role `%s` declares"
        .formatted(what, others, constant.shortName(), role.id());
  }

  private static String help(Restatement found) {
    boolean declared =
        found.places().stream().map(Restated::declares).anyMatch(name -> !name.isEmpty());
    return declared
        ? "delete the second constant and use `%s`".formatted(found.constant().shortName())
        : "use `%s`".formatted(found.constant().shortName());
  }
}
