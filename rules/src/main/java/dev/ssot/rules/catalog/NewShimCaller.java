package dev.ssot.rules.catalog;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.model.DottedNames;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Fingerprint;
import dev.ssot.rules.model.Related;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.model.Statement;
import dev.ssot.rules.model.Subject;
import dev.ssot.rules.model.TypeRef;
import dev.ssot.rules.rivals.UsageIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds types that use a shim and did not before a change.
 *
 * <p>Whoever used the type before it became a shim is no new caller, nor is one that has only moved
 * to another package.
 */
final class NewShimCaller implements Rule {

  private static final String UNIT = "users of shims";

  @Override
  public String id() {
    return "new-shim-caller";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public List<String> tags() {
    return List.of("role", "shim");
  }

  @Override
  public boolean comparesStates() {
    return true;
  }

  @Override
  public Judgement judge(Case facts) {
    Optional<Codebase> before = facts.before();
    if (before.isEmpty()) {
      return Judgement.notRun(UNIT, "it compares with an earlier state, which `--since` names");
    }
    List<KnownShim> shims = facts.shims();
    UsageIndex earlier =
        new UsageIndex(before.get(), shims.stream().map(shim -> shim.entry().name()).toList());
    List<Finding> findings = new ArrayList<>();
    int users = 0;
    for (KnownShim shim : shims) {
      ShimFinding about = ShimFinding.of(facts, shim);
      users += about.users().size();
      fresh(about.users(), earlier.of(shim.entry().name()))
          .forEach(user -> findings.add(finding(about, user)));
    }
    return Judgement.of(findings, users, UNIT);
  }

  private static List<TypeRef> fresh(List<TypeRef> users, List<UsageIndex.Use> before) {
    Set<String> known = new TreeSet<>();
    before.forEach(use -> known.add(use.user()));
    Set<String> moved = new TreeSet<>();
    known.stream()
        .filter(name -> users.stream().noneMatch(user -> user.name().equals(name)))
        .forEach(name -> moved.add(DottedNames.last(name)));
    return users.stream()
        .filter(user -> !known.contains(user.name()))
        .filter(user -> !moved.remove(DottedNames.last(user.name())))
        .toList();
  }

  private Finding finding(ShimFinding about, TypeRef user) {
    KnownShim shim = about.shim();
    Subject subject = Subject.ofType(user.name());
    List<Related> related = new ArrayList<>();
    related.add(new Related("shim", shim.entry().name(), shim.entry().location()));
    related.addAll(about.related());
    return new Finding(
        id(),
        severity(),
        user.declaration(),
        subject,
        new Statement(
            "`%s` is a new user of the shim `%s`%s"
                .formatted(user.name(), shim.entry().name(), about.ofCanonical()),
            shim.canonical().isEmpty()
                ? "use what the shim forwards to"
                : "use `%s`".formatted(shim.canonical()),
            related),
        new Evidence.Shim(shim.canonical(), shim.entry().ref(), shim.terms(), about.users()),
        Fingerprint.of(id(), subject, List.of(shim.entry().name())));
  }
}
