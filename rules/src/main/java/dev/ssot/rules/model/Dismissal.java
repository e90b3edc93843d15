package dev.ssot.rules.model;

import java.util.List;

/**
 * Why a type is no finding, or is one.
 *
 * @param own what the type is by itself, a clause
 * @param roles the part that it plays beside the canonical of each declared role, with the reason
 * @param nearest the types that are most like it
 */
public record Dismissal(String own, List<RoleStanding> roles, Neighbourhood nearest) {

  /** The part of a type in one role. */
  public record RoleStanding(String role, String canonical, Standing standing, String reason) {}

  public Dismissal {
    roles = List.copyOf(roles);
  }
}
