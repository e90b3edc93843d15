package dev.ssot.reports;

import dev.ssot.rules.model.Comparison;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.Ownership;
import dev.ssot.rules.model.Related;
import dev.ssot.rules.model.RoleCompliance;
import dev.ssot.rules.model.RuleDescription;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.model.TypeRef;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the parts of an HTML report ask of the result: ids, owners, code, what belongs to a role.
 */
final class HtmlContext {

  private static final int DIGITS = 12;

  private final ScanResult result;
  private final HtmlCode code;
  private final Whereabouts where;
  private final IdentityHashMap<Finding, String> ids = new IdentityHashMap<>();
  private final Map<String, List<String>> owners = new HashMap<>();
  private final Set<String> described;

  HtmlContext(ScanResult result) {
    this.result = result;
    this.code = new HtmlCode(result.context().excerpts());
    this.where = Whereabouts.of(result);
    this.described =
        result.rules().stream().map(RuleDescription::id).collect(Collectors.toUnmodifiableSet());
    Map<String, Integer> seen = new HashMap<>();
    for (Finding finding : result.findings()) {
      String print = finding.fingerprint().value().replaceFirst("^v\\d+:", "");
      String id = "f-" + print.substring(0, Math.min(DIGITS, print.length()));
      int number = seen.merge(id, 1, Integer::sum);
      ids.put(finding, number == 1 ? id : id + "-" + number);
    }
    for (Ownership ownership : result.context().owners()) {
      owners.put(ownership.path(), ownership.owners());
    }
  }

  ScanResult result() {
    return result;
  }

  HtmlCode code() {
    return code;
  }

  /** What findings and callers are grouped by. */
  Whereabouts where() {
    return where;
  }

  /** The name of a finding within the page, made of its fingerprint. */
  String id(Finding finding) {
    return ids.getOrDefault(finding, "");
  }

  /** Whether the page of a rule is part of the report. */
  boolean describes(String rule) {
    return described.contains(rule);
  }

  List<String> owners(String path) {
    return owners.getOrDefault(path, List.of());
  }

  boolean knowsOwners() {
    return !owners.isEmpty();
  }

  /** The findings that are about a role. */
  List<Finding> of(RoleCompliance role) {
    RoleOfEvidence about = new RoleOfEvidence(role);
    return result.findings().stream().filter(finding -> about.visit(finding.evidence())).toList();
  }

  /** Where a type is declared, as far as a finding tells. */
  static Optional<Location> declaration(String type, List<Finding> findings) {
    return findings.stream()
        .flatMap(finding -> finding.evidence().comparisons().stream())
        .map(Comparison::canonical)
        .filter(canonical -> canonical.name().equals(type))
        .map(TypeRef::declaration)
        .findFirst()
        .or(
            () ->
                findings.stream()
                    .flatMap(finding -> finding.statement().related().stream())
                    .filter(related -> related.name().equals(type))
                    .map(Related::location)
                    .findFirst());
  }
}
