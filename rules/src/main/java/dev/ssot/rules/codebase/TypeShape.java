package dev.ssot.rules.codebase;

import dev.ssot.rules.codebase.Codebase.TypeEntry;
import java.util.List;
import java.util.Set;

/**
 * All that code which uses a type relies on, as text that can be compared: unlike a {@link
 * Signature} it keeps type arguments, type variables and exceptions.
 *
 * @param variables the type parameters with their bounds
 * @param members those that the type declares itself and that are not private
 * @param nested simple names of its member types that are not private
 * @param generating whether an annotation makes members when it is compiled
 */
public record TypeShape(
    TypeEntry entry,
    String variables,
    List<Member> members,
    Set<String> nested,
    boolean generating) {

  /**
   * A member.
   *
   * @param name simple name; {@code <init>} for a constructor
   * @param form kind, type parameters, name, parameter types, result and exceptions, with types by
   *     their full names as far as the file shows them
   * @param modifiers those that apply, also where the declaration need not write them
   */
  public record Member(String name, String form, Set<Modifier> modifiers) {

    public Member {
      modifiers = Set.copyOf(modifiers);
    }
  }

  public TypeShape {
    members = List.copyOf(members);
    nested = Set.copyOf(nested);
  }
}
