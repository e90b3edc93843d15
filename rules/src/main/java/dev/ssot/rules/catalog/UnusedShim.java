package dev.ssot.rules.catalog;

import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Fingerprint;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.model.Statement;
import dev.ssot.rules.model.Subject;
import dev.ssot.rules.rivals.UsageIndex;
import java.util.ArrayList;
import java.util.List;

/** Finds shims that nothing uses any more, tests included. */
final class UnusedShim implements Rule {

  private static final String ID = "unused-shim";

  @Override
  public String id() {
    return ID;
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
  public Judgement judge(Case facts) {
    List<KnownShim> shims = facts.shims();
    UsageIndex usages =
        new UsageIndex(facts.codebase(), shims.stream().map(shim -> shim.entry().name()).toList());
    List<Finding> findings = new ArrayList<>();
    for (KnownShim shim : shims) {
      if (ShimFinding.users(shim, usages).isEmpty()) {
        findings.add(finding(facts, shim));
      }
    }
    return Judgement.of(findings, shims.size(), "shims");
  }

  private static Finding finding(Case facts, KnownShim shim) {
    Subject subject = Subject.ofType(shim.entry().name());
    return new Finding(
        ID,
        Severity.WARNING,
        shim.entry().location(),
        subject,
        new Statement(
            "`%s` is a shim%s that nothing in this codebase uses"
                .formatted(shim.entry().name(), ShimFinding.ofCanonical(shim)),
            "delete it",
            ShimFinding.related(facts.codebase(), shim)),
        new Evidence.Shim(shim.canonical(), shim.entry().ref(), shim.terms(), List.of()),
        Fingerprint.of(ID, subject, List.of()));
  }
}
