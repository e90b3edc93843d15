package dev.ssot.rules.triage;

import dev.ssot.rules.catalog.Acceptance.Malformed;
import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.ServiceFile;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.codebase.SuppressionFact;
import dev.ssot.rules.codebase.TypeFact;
import dev.ssot.rules.model.AccessPattern;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Region;
import dev.ssot.rules.model.Suppression;
import dev.ssot.rules.rivals.Patterns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The suppressions of a scan, each with the findings that it is about. */
public final class Grants {

  /**
   * A suppression and what it covers, dates aside.
   *
   * @param seen whether the code that it is about is in the scan
   */
  record Grant(Suppression suppression, Predicate<Finding> place, boolean seen) {

    boolean covers(Finding finding) {
      return finding.rule().equals(suppression.rule()) && place.test(finding);
    }
  }

  private final RuleIds rules;
  private final List<Grant> grants = new ArrayList<>();
  private final List<Malformed> malformed = new ArrayList<>();
  private final Map<String, List<Grant>> byFile = new HashMap<>();
  private final List<Grant> ofPolicy = new ArrayList<>();
  private final Map<String, SourceUnit> units = new HashMap<>();

  /**
   * Collects them.
   *
   * @param written the suppressions of the policy
   */
  public Grants(Codebase codebase, List<Suppression> written, RuleIds rules) {
    this.rules = rules;
    for (SourceUnit unit : codebase.units()) {
      units.put(unit.path(), unit);
      unit.suppressions().forEach(fact -> add(fact, unit.path()));
    }
    for (ServiceFile file : codebase.services()) {
      file.suppressions().forEach(fact -> add(fact, file.path()));
    }
    written.forEach(this::add);
  }

  private void add(SuppressionFact fact, String path) {
    SuppressionSyntax.Parsed parsed = SuppressionSyntax.parse(fact, path, rules);
    parsed.malformed().ifPresent(malformed::add);
    parsed
        .suppression()
        .map(
            suppression ->
                new Grant(
                    suppression,
                    finding -> fact.covered().contains(finding.location().region().line()),
                    true))
        .ifPresent(
            grant -> {
              grants.add(grant);
              byFile.computeIfAbsent(path, file -> new ArrayList<>()).add(grant);
            });
  }

  private void add(Suppression suppression) {
    AccessPattern pattern = AccessPattern.parse(suppression.subject());
    boolean seen =
        units.values().stream()
            .flatMap(unit -> unit.types().stream())
            .anyMatch(type -> isAbout(pattern, type.qualifiedName()));
    Grant grant = new Grant(suppression, finding -> isAt(finding, pattern), seen);
    grants.add(grant);
    ofPolicy.add(grant);
  }

  private static boolean isAbout(AccessPattern pattern, String type) {
    return pattern.kind() == AccessPattern.Kind.MEMBER
        ? type.equals(pattern.name())
        : Patterns.covers(pattern, type);
  }

  /** A finding is at its subject, and at the type in whose declaration it shows. */
  private boolean isAt(Finding finding, AccessPattern pattern) {
    if (pattern.kind() == AccessPattern.Kind.MEMBER) {
      return finding.subject().type().equals(pattern.name())
          && finding.subject().member().equals(pattern.member());
    }
    return Patterns.covers(pattern, finding.subject().type())
        || typeAt(finding).filter(type -> Patterns.covers(pattern, type)).isPresent();
  }

  private Optional<String> typeAt(Finding finding) {
    SourceUnit unit = units.get(finding.location().path());
    if (unit == null) {
      return Optional.empty();
    }
    int line = finding.location().region().line();
    return unit.types().stream()
        .filter(type -> holds(type.declaration().whole(), line))
        .reduce((outer, inner) -> inner)
        .map(TypeFact::qualifiedName);
  }

  private static boolean holds(Region region, int line) {
    return region.line() <= line && line <= region.endLine();
  }

  /** All well-formed ones, those in the source first. */
  List<Grant> all() {
    return grants;
  }

  /** All well-formed suppressions, those that end first in front. */
  public List<Suppression> suppressions() {
    return grants.stream().map(Grant::suppression).sorted().toList();
  }

  /** What was meant as a suppression and is none, in the order of files. */
  public List<Malformed> malformed() {
    return malformed;
  }

  /** Those that may be about a finding: of its file, in the order of lines, then of the policy. */
  List<Grant> near(Finding finding) {
    List<Grant> near = new ArrayList<>(byFile.getOrDefault(finding.location().path(), List.of()));
    near.addAll(ofPolicy);
    return near;
  }
}
