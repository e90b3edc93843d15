package dev.ssot.rules.catalog;

import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Fingerprint;
import dev.ssot.rules.model.Related;
import dev.ssot.rules.model.Role;
import dev.ssot.rules.model.SettingValue;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.model.Statement;
import dev.ssot.rules.model.Subject;
import dev.ssot.rules.rivals.RoleCast;
import dev.ssot.rules.values.Conflicts;
import dev.ssot.rules.values.Conflicts.Conflict;
import java.util.ArrayList;
import java.util.List;

/** Finds settings of a role that have several values. */
final class ConflictingConstant implements Rule {

  private static final String UNIT = "constants and defaults around roles";

  @Override
  public String id() {
    return "conflicting-constant";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public List<String> tags() {
    return List.of("constant", "configuration", "role");
  }

  @Override
  public Judgement judge(Case facts) {
    if (facts.policy().roles().isEmpty()) {
      return Judgement.notRun(UNIT, "the policy declares no role");
    }
    Conflicts conflicts = new Conflicts(facts.codebase(), facts.constants());
    List<Finding> findings = new ArrayList<>();
    int looked = 0;
    for (RoleCast cast : facts.casts()) {
      looked += conflicts.looked(cast);
      conflicts.of(cast).forEach(conflict -> findings.add(finding(cast.role(), conflict)));
    }
    return Judgement.of(findings, looked, UNIT);
  }

  /** At the value that differs from the one that is nearest to the canonical. */
  private Finding finding(Role role, Conflict conflict) {
    SettingValue first = conflict.nearer();
    SettingValue other = conflict.other();
    Subject subject = new Subject(other.type(), other.name());
    return new Finding(
        id(),
        severity(),
        other.place(),
        subject,
        new Statement(
            "`%s` of the role `%s` is %s here and %s in `%s`"
                .formatted(
                    conflict.setting(), role.id(), other.value(), first.value(), first.type()),
            "decide on one value, declare it once and let the others use it",
            List.of(new Related("other value", first.type() + "#" + first.name(), first.place()))),
        new Evidence.Conflict(role.id(), conflict.setting(), conflict.values()),
        Fingerprint.of(id(), subject, List.of(role.id(), conflict.setting())));
  }
}
