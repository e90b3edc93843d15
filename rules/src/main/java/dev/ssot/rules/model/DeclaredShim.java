package dev.ssot.rules.model;

import java.time.LocalDate;

/**
 * A shim that a policy declares.
 *
 * @param type qualified name
 * @param owner who moves its callers and removes it; never blank
 * @param until the last day on which it may be there
 */
public record DeclaredShim(PolicyText type, String owner, LocalDate until) {

  public DeclaredShim {
    if (owner.isBlank()) {
      throw new IllegalArgumentException("The shim " + type.value() + " needs an owner");
    }
  }
}
