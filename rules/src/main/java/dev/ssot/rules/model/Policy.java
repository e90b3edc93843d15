package dev.ssot.rules.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a team has decided: roles, forbidden paths, what to read, what fails a build.
 *
 * @param path the policy file relative to the base of the scan, or the empty string for none
 * @param forbidden access paths that belong to no role
 * @param severities by rule id, where they differ from the rule's own
 * @param accepted what the team lives with for now
 * @param structure what class files have to show
 * @param places where single values stand: the line by key, such as {@code gate.fail-on} or {@code
 *     rules.bypass}; none for what the policy leaves out
 */
public record Policy(
    String path,
    List<Role> roles,
    List<ForbiddenPath> forbidden,
    SourceSelection sources,
    Gate gate,
    Map<String, Severity> severities,
    Accepted accepted,
    Structure structure,
    Map<String, PolicyLine> places) {

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

  /**
   * What a policy accepts for a while.
   *
   * @param suppressions in the order of the file; the subject of each is an {@link AccessPattern}
   * @param baseline the file that lists known findings, relative to the folder of the policy
   */
  public record Accepted(List<Suppression> suppressions, Optional<PolicyText> baseline) {

    public Accepted {
      suppressions = List.copyOf(suppressions);
    }

    /** Nothing. */
    public static Accepted nothing() {
      return new Accepted(List.of(), Optional.empty());
    }
  }

  public Policy {
    roles = List.copyOf(roles);
    forbidden = List.copyOf(forbidden);
    severities = Map.copyOf(new TreeMap<>(severities));
    places = Map.copyOf(new TreeMap<>(places));
  }

  /** A policy that says nothing of the structure, and not where its values stand. */
  public Policy(
      String path,
      List<Role> roles,
      List<ForbiddenPath> forbidden,
      SourceSelection sources,
      Gate gate,
      Map<String, Severity> severities,
      Accepted accepted) {
    this(path, roles, forbidden, sources, gate, severities, accepted, Structure.open(), Map.of());
  }

  /** The policy of a codebase without a policy file: discovery only. */
  public static Policy none() {
    return new Policy(
        "",
        List.of(),
        List.of(),
        SourceSelection.standard(),
        Gate.standard(),
        Map.of(),
        Accepted.nothing());
  }

  /** All forbidden access paths: those of roles, and then those that belong to none. */
  public List<ForbiddenPath> allForbidden() {
    return Stream.concat(
            roles.stream().flatMap(role -> role.forbidden().stream()), forbidden.stream())
        .toList();
  }

  /** The same policy with other roles. */
  public Policy with(List<Role> others) {
    return new Policy(
        path, others, forbidden, sources, gate, severities, accepted, structure, places);
  }

  /** The same policy with another gate. */
  public Policy with(Gate other) {
    return new Policy(
        path, roles, forbidden, sources, other, severities, accepted, structure, places);
  }

  /** The same policy for other sources. */
  public Policy with(SourceSelection other) {
    return new Policy(path, roles, forbidden, other, gate, severities, accepted, structure, places);
  }

  /** The same policy with another structure. */
  public Policy with(Structure other) {
    return new Policy(path, roles, forbidden, sources, gate, severities, accepted, other, places);
  }

  /** The same policy, which tells where its values stand. */
  public Policy at(Map<String, PolicyLine> lines) {
    return new Policy(
        path, roles, forbidden, sources, gate, severities, accepted, structure, lines);
  }
}
