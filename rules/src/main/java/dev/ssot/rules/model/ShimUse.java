package dev.ssot.rules.model;

import java.util.List;

/**
 * A shim with those who use it.
 *
 * @param canonical qualified name of the type that it forwards to, or the empty string
 * @param users types and services that use it, sorted, each with the place of its first use
 */
public record ShimUse(TypeRef type, String canonical, ShimTerms terms, List<TypeRef> users) {

  public ShimUse {
    users = List.copyOf(users);
  }
}
