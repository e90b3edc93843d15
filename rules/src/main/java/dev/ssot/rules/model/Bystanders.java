package dev.ssot.rules.model;

import java.util.List;

/**
 * Types beside the canonical of which the policy says that they are no rivals.
 *
 * @param unrelated types that look like rivals and are none, each a type or a package pattern
 * @param shims types that forward to the canonical for a while
 */
public record Bystanders(List<PolicyText> unrelated, List<DeclaredShim> shims) {

  public Bystanders {
    unrelated = List.copyOf(unrelated);
    shims = List.copyOf(shims);
  }

  /** The policy names none. */
  public static Bystanders none() {
    return new Bystanders(List.of(), List.of());
  }
}
