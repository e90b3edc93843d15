package dev.ssot.rules.catalog;

import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Severity;
import java.util.List;

/** Finds shims that nothing uses any more, tests included. */
final class UnusedShim implements Rule {

  @Override
  public String id() {
    return "unused-shim";
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
  public boolean isFixable() {
    return true;
  }

  @Override
  public Judgement judge(Case facts) {
    List<Finding> findings =
        facts.shims().stream()
            .map(shim -> ShimFinding.of(facts, shim))
            .filter(about -> about.users().isEmpty())
            .map(this::finding)
            .toList();
    return Judgement.of(findings, facts.shims().size(), "shims");
  }

  private Finding finding(ShimFinding about) {
    return about.finding(
        this, severity(), " that nothing in this codebase uses", "delete it", List.of());
  }
}
