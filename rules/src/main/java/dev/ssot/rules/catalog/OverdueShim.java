package dev.ssot.rules.catalog;

import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds shims that are past their end date, or have no owner or no end date. */
final class OverdueShim implements Rule {

  @Override
  public String id() {
    return "overdue-shim";
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
    List<Finding> findings = new ArrayList<>();
    for (KnownShim shim : facts.shims()) {
      ShimFinding about = ShimFinding.of(facts, shim);
      lapsed(about, facts.today()).or(() -> unbound(about)).ifPresent(findings::add);
    }
    return Judgement.of(findings, facts.shims().size(), "shims");
  }

  private Optional<Finding> lapsed(ShimFinding about, LocalDate today) {
    int users = about.users().size();
    return about
        .shim()
        .until()
        .filter(today::isAfter)
        .map(
            last ->
                about.finding(
                    this,
                    Severity.ERROR,
                    " whose last day, %s, has passed".formatted(last),
                    users == 0
                        ? "delete it: nothing in this codebase uses it"
                        : "move its %s and delete it"
                            .formatted(users == 1 ? "user" : users + " users"),
                    List.of("lapsed")));
  }

  /** A shim that nothing binds to an end: without an owner, a date, or with what is no date. */
  private Optional<Finding> unbound(ShimFinding about) {
    KnownShim shim = about.shim();
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
            about.finding(
                this,
                Severity.WARNING,
                " and has " + String.join(" and ", lacks),
                "name its owner and its last day, as in `@Shim(owner = \"routing\", until ="
                    + " \"2027-06-30\")` or under `shims` in the policy",
                List.of("unbound")));
  }
}
