package dev.ssot.rules.model;

import java.util.List;

/**
 * The values that a policy adds to those that the code of a canonical shows; all of it may be
 * empty.
 *
 * @param messages message types of the role: texts, or qualified names of types that stand for
 *     their constants (an enum, a class of constants) or for their sub-types (a sealed type)
 * @param constants qualified names of types whose constants belong to the role
 */
public record RoleValues(List<PolicyText> messages, List<PolicyText> constants) {

  public RoleValues {
    messages = List.copyOf(messages);
    constants = List.copyOf(constants);
  }

  /** The values that the code alone shows. */
  public static RoleValues none() {
    return new RoleValues(List.of(), List.of());
  }
}
