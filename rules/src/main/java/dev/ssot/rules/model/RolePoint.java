package dev.ssot.rules.model;

import java.util.Map;

/**
 * What a role came to at one commit.
 *
 * @param role the role's id
 * @param canonical qualified name of the type that holds it
 * @param refusal why the role cannot be judged there, or the empty string
 * @param implementations the canonical, its shims and its rivals
 * @param uses access paths that reach one of these, and forbidden ones
 * @param rivals how many there are, by whom they are used
 * @param shims number of types that forward to the canonical
 * @param callers number of types and services that use one of these
 */
public record RolePoint(
    String role,
    String canonical,
    String refusal,
    Tally implementations,
    Tally uses,
    Map<Liveness, Integer> rivals,
    int shims,
    int callers) {

  public RolePoint {
    rivals = Map.copyOf(rivals);
  }

  /** A role of which nothing can be said. */
  public static RolePoint refused(String role, String canonical, String why) {
    Tally none = new Tally(0, 0);
    return new RolePoint(role, canonical, why, none, none, Map.of(), 0, 0);
  }

  /** Whether something can be said of it. */
  public boolean isJudged() {
    return refusal.isEmpty();
  }

  /** All sites of the role. */
  public Tally total() {
    return implementations.plus(uses);
  }

  /** Number of rivals. */
  public int allRivals() {
    return rivals.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Number of rivals that the running program needs. */
  public int liveRivals() {
    return rivals.getOrDefault(Liveness.PRODUCTION, 0);
  }
}
