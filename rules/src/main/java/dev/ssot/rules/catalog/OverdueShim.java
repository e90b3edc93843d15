package dev.ssot.rules.catalog;

import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Fingerprint;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.model.Statement;
import dev.ssot.rules.model.Subject;
import dev.ssot.rules.model.TypeRef;
import dev.ssot.rules.rivals.UsageIndex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds shims that are past their end date, or have no owner or no end date. */
final class OverdueShim implements Rule {

  private static final String ID = "overdue-shim";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public List<String> tags() {
    return List.of("role", "shim");
  }

  @Override
  public Judgement judge(Case facts) {
    List<KnownShim> shims = facts.shims();
    UsageIndex usages =
        new UsageIndex(facts.codebase(), shims.stream().map(shim -> shim.entry().name()).toList());
    List<Finding> findings = new ArrayList<>();
    for (KnownShim shim : shims) {
      List<TypeRef> users = ShimFinding.users(shim, usages);
      lapsed(facts, shim, users).or(() -> unbound(facts, shim, users)).ifPresent(findings::add);
    }
    return Judgement.of(findings, shims.size(), "shims");
  }

  private static Optional<Finding> lapsed(Case facts, KnownShim shim, List<TypeRef> users) {
    Optional<LocalDate> until = shim.until().filter(last -> facts.today().isAfter(last));
    return until.map(
        last ->
            finding(
                facts,
                shim,
                users,
                Severity.ERROR,
                "is a shim%s whose last day, %s, has passed"
                    .formatted(ShimFinding.ofCanonical(shim), last),
                users.isEmpty()
                    ? "delete it: nothing in this codebase uses it"
                    : "move its %s and delete it"
                        .formatted(users.size() == 1 ? "user" : users.size() + " users")));
  }

  /** A shim that nothing binds to an end: without an owner, a date, or with what is no date. */
  private static Optional<Finding> unbound(Case facts, KnownShim shim, List<TypeRef> users) {
    List<String> lacks = new ArrayList<>();
    if (shim.terms().owner().isBlank()) {
      lacks.add("no owner");
    }
    if (shim.terms().until().isBlank()) {
      lacks.add("no end date");
    } else if (shim.until().isEmpty()) {
      lacks.add("`%s` for an end date, which is none".formatted(shim.terms().until()));
    }
    return lacks.isEmpty()
        ? Optional.empty()
        : Optional.of(
            finding(
                facts,
                shim,
                users,
                Severity.WARNING,
                "is a shim%s and has %s"
                    .formatted(ShimFinding.ofCanonical(shim), String.join(" and ", lacks)),
                "name its owner and its last day, as in `@Shim(owner = \"routing\", until ="
                    + " \"2027-06-30\")` or under `shims` in the policy"));
  }

  private static Finding finding(
      Case facts,
      KnownShim shim,
      List<TypeRef> users,
      Severity severity,
      String what,
      String help) {
    Subject subject = Subject.ofType(shim.entry().name());
    return new Finding(
        ID,
        severity,
        shim.entry().location(),
        subject,
        new Statement(
            "`%s` %s".formatted(shim.entry().name(), what),
            help,
            ShimFinding.related(facts.codebase(), shim)),
        new Evidence.Shim(shim.canonical(), shim.entry().ref(), shim.terms(), users),
        Fingerprint.of(ID, subject, List.of(severity == Severity.ERROR ? "lapsed" : "unbound")));
  }
}
