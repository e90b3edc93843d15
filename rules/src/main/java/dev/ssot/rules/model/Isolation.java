package dev.ssot.rules.model;

import java.util.List;

/**
 * Code that serves several tenants and may share no mutable static state between them.
 *
 * @param types types and packages, at least one
 * @param reason why, shown with every finding; never blank
 * @param except types, packages and fields {@code type#field} that may have such state
 */
public record Isolation(List<PolicyText> types, String reason, List<PolicyText> except) {

  public Isolation {
    types = List.copyOf(types);
    except = List.copyOf(except);
    if (types.isEmpty() || reason.isBlank()) {
      throw new IllegalArgumentException("An isolation needs types and a reason");
    }
  }
}
