package dev.ssot.rules.model;

import java.util.List;

/**
 * A role as a first policy may declare it.
 *
 * @param canonical qualified name
 * @param reason why that one
 * @param rivals those that are to go, the likest first
 * @param others types beside them that the role's rules would report as rivals, the likest first
 * @param namesakes qualified names of further types with the canonical's simple name, sorted
 * @param tests of the tests of the canonical that run and check something, those that use it and no
 *     stand-in
 */
public record ProposedRole(
    String id,
    String canonical,
    String reason,
    List<Comparison> rivals,
    List<Comparison> others,
    List<String> namesakes,
    Tally tests) {

  public ProposedRole {
    rivals = List.copyOf(rivals);
    others = List.copyOf(others);
    namesakes = List.copyOf(namesakes);
  }
}
