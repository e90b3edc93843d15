package dev.ssot.rules.model;

import java.util.List;

/**
 * A layer of a codebase; no layer below may use it.
 *
 * @param id kebab-case name
 * @param types types and packages, at least one
 * @param reason why nothing below may use it, shown with every finding; never blank
 */
public record Layer(String id, List<PolicyText> types, String reason) {

  public Layer {
    types = List.copyOf(types);
    if (types.isEmpty() || reason.isBlank()) {
      throw new IllegalArgumentException("The layer " + id + " needs types and a reason");
    }
  }
}
