package dev.ssot.rules.catalog;

import dev.ssot.rules.model.Comparison;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Role;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.model.Statement;
import dev.ssot.rules.model.Subject;
import dev.ssot.rules.model.Usage;
import dev.ssot.rules.rivals.RoleCast;
import java.util.ArrayList;
import java.util.List;

/** Finds the rivals of a declared canonical. */
final class DuplicateImplementation implements Rule {

  @Override
  public String id() {
    return RoleCast.Rival.RULE;
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public List<String> tags() {
    return List.of("duplication", "role");
  }

  @Override
  public Judgement judge(Case facts) {
    if (facts.policy().roles().isEmpty()) {
      return Judgement.notRun("types", "the policy declares no role");
    }
    List<Finding> findings = new ArrayList<>();
    int looked = 0;
    for (RoleCast cast : facts.casts()) {
      looked += cast.looked();
      cast.rivals().forEach(rival -> findings.add(finding(cast, rival)));
    }
    return Judgement.of(findings, looked, "types held against a canonical");
  }

  private Finding finding(RoleCast cast, RoleCast.Rival rival) {
    Role role = cast.role();
    Comparison comparison = rival.comparison();
    Subject subject = Subject.ofType(rival.entry().name());
    return new Finding(
        id(),
        comparison.usage().rival().isLive() ? severity() : Severity.WARNING,
        rival.entry().location(),
        subject,
        new Statement(message(role, comparison), help(comparison), cast.related()),
        new Evidence.Rival(comparison),
        rival.fingerprint(role));
  }

  private static String message(Role role, Comparison comparison) {
    return "`%s` is a %s of `%s`, which holds the role `%s` (confidence %s %%)"
        .formatted(
            comparison.rival().name(),
            comparison.verdict().words(),
            comparison.canonical().name(),
            role.id(),
            comparison.confidence());
  }

  private static String help(Comparison comparison) {
    Usage usage = comparison.usage();
    String canonical = comparison.canonicalName();
    int own = comparison.shared().onlyInRival().size();
    int users = usage.ofRival().size() + usage.ofBoth().size();
    String first =
        own == 0
            ? ""
            : "decide on the %s %s that only it has, "
                .formatted(own, own == 1 ? "member" : "members");
    String moving =
        "%smove its %s %s to `%s` and delete it"
            .formatted(first, users, users == 1 ? "user" : "users", canonical);
    return switch (usage.rival()) {
      case NOTHING -> "delete it: nothing in this codebase uses it";
      case RIVALS -> "delete it together with the other rivals: nothing else uses it";
      case TESTS -> "delete it: only tests use it, let them use `%s`".formatted(canonical);
      case PRODUCTION ->
          usage.canonical().isLive()
              ? moving
              : "%s; so far `%s` is %s".formatted(moving, canonical, usage.canonical().words());
    };
  }
}
