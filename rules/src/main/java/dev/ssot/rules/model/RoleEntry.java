package dev.ssot.rules.model;

import java.util.List;

/**
 * A role with the types that are near it.
 *
 * @param id the role's name in the policy, or words that its types have in common
 * @param declared whether the policy declares it; otherwise it was discovered
 * @param canonical qualified name of the type that holds it, or is proposed to
 * @param reason why that one
 * @param liveness by whom the canonical is used
 * @param users number of types that use the canonical
 * @param members the other types, rivals first, then by part and likeness
 */
public record RoleEntry(
    String id,
    boolean declared,
    String canonical,
    String reason,
    Liveness liveness,
    int users,
    List<NearType> members) {

  public RoleEntry {
    members = List.copyOf(members);
  }
}
