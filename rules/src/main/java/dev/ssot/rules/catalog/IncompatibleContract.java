package dev.ssot.rules.catalog;

import dev.ssot.rules.catalog.ContractCheck.Verdict;
import dev.ssot.rules.model.Breach;
import dev.ssot.rules.model.BrokenCall;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Fingerprint;
import dev.ssot.rules.model.Part;
import dev.ssot.rules.model.Role;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.model.Statement;
import dev.ssot.rules.model.Subject;
import dev.ssot.rules.rivals.RoleCast;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds rivals, shims and namesakes of a canonical whose callers would not bind to it.
 *
 * <p>Only the files that name such a type are read again. A call of which the file does not show
 * enough is counted as unknown and never as a breach.
 */
final class IncompatibleContract implements Rule {

  private static final int MOST_NAMES = 5;

  @Override
  public String id() {
    return "incompatible-contract";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public List<String> tags() {
    return List.of("role", "contract");
  }

  @Override
  public Judgement judge(Case facts) {
    String unit = "call sites of rivals, shims and namesakes";
    if (facts.policy().roles().isEmpty()) {
      return Judgement.notRun(unit, "the policy declares no role");
    }
    List<Finding> findings = new ArrayList<>();
    int looked = 0;
    int unknown = 0;
    for (RoleCast cast : facts.casts()) {
      for (Verdict verdict : new ContractCheck(facts, cast).verdicts()) {
        looked += verdict.broken().size() + verdict.bound();
        unknown += verdict.unknown();
        if (verdict.breaks()) {
          findings.add(finding(cast, verdict));
        }
      }
    }
    return Judgement.of(
        findings,
        looked,
        unknown == 0 ? unit : "%s (%s more could not be bound)".formatted(unit, unknown));
  }

  private Finding finding(RoleCast cast, Verdict verdict) {
    Role role = cast.role();
    Subject subject = Subject.ofType(verdict.entry().name());
    return new Finding(
        id(),
        verdict.part() == Part.NAMESAKE ? Severity.WARNING : Severity.ERROR,
        verdict.entry().location(),
        subject,
        new Statement(message(role, verdict), help(role, verdict), cast.related()),
        new Evidence.IncompatibleContract(
            role.canonical().value(),
            verdict.part(),
            verdict.entry().ref(),
            verdict.broken(),
            verdict.bound(),
            verdict.unknown()),
        Fingerprint.of(id(), subject, List.of(role.id(), role.canonical().value())));
  }

  private static String message(Role role, Verdict verdict) {
    int all = verdict.broken().size() + verdict.bound();
    return "`%s` is %s of `%s`, which holds the role `%s`, with another contract: %s of its %s would not bind"
        .formatted(
            verdict.entry().name(),
            verdict.part().words(),
            role.canonical().value(),
            role.id(),
            verdict.broken().size(),
            all == 1 ? "1 call site" : all + " call sites");
  }

  private static String help(Role role, Verdict verdict) {
    if (verdict.part() == Part.NAMESAKE) {
      return "rename one of the two, or list it as `unrelated` to the role `%s`"
          .formatted(role.id());
    }
    List<String> missing =
        verdict.broken().stream()
            .filter(call -> call.breach() == Breach.MISSING_MEMBER)
            .map(BrokenCall::member)
            .distinct()
            .sorted()
            .toList();
    String first =
        missing.isEmpty()
            ? ""
            : "decide who offers `%s`%s, and "
                .formatted(
                    String.join("`, `", missing.subList(0, Math.min(MOST_NAMES, missing.size()))),
                    missing.size() > MOST_NAMES
                        ? " and %s more".formatted(missing.size() - MOST_NAMES)
                        : "");
    return first + "rewrite the calls that would not bind before it goes";
  }
}
