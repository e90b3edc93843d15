package dev.ssot.rules.model;

/**
 * The score of one role and what it is made of.
 *
 * @param role the role's id
 * @param canonical qualified name of the type that holds it
 * @param implementations the canonical, its shims and its rivals
 * @param uses access paths that reach the canonical, a shim or a rival, and forbidden ones
 */
public record RoleCompliance(String role, String canonical, Tally implementations, Tally uses) {

  /** All sites of the role. */
  public Tally total() {
    return implementations.plus(uses);
  }
}
