package dev.ssot.rules.model;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a team has decided: roles, forbidden paths, what to read, what fails a build.
 *
 * @param path the policy file relative to the base of the scan, or the empty string for none
 * @param forbidden access paths that belong to no role
 * @param severities by rule id, where they differ from the rule's own
 */
public record Policy(
    String path,
    List<Role> roles,
    List<ForbiddenPath> forbidden,
    SourceSelection sources,
    Gate gate,
    Map<String, Severity> severities) {

  /**
   * When a scan fails.
   *
   * @param failOn findings of this severity or a worse one fail the scan
   * @param minimumScore percent, 0 to 100
   */
  public record Gate(Severity failOn, int minimumScore) {

    /** Warnings fail a scan, and so does a score below 95 %. */
    public static Gate standard() {
      return new Gate(Severity.WARNING, 95);
    }
  }

  public Policy {
    roles = List.copyOf(roles);
    forbidden = List.copyOf(forbidden);
    severities = Map.copyOf(new TreeMap<>(severities));
  }

  /** The policy of a codebase without a policy file: discovery only. */
  public static Policy none() {
    return new Policy(
        "", List.of(), List.of(), SourceSelection.standard(), Gate.standard(), Map.of());
  }
}
