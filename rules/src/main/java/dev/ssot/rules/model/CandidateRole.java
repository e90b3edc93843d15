package dev.ssot.rules.model;

import java.util.List;

/**
 * A role that nobody has declared yet.
 *
 * @param id kebab-case, unique among the candidates of a codebase
 * @param types those that hold it, the proposed canonical first, then the likest; two at least
 * @param reason why that one
 * @param sure whether the evidence is strong and tells which type should stay; otherwise a person
 *     has to decide
 */
public record CandidateRole(String id, List<TypeRef> types, String reason, boolean sure) {

  public CandidateRole {
    types = List.copyOf(types);
    if (types.size() < 2) {
      throw new IllegalArgumentException("The role " + id + " has one type only");
    }
  }
}
