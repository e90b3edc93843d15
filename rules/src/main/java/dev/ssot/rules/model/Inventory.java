package dev.ssot.rules.model;

import java.util.List;

/**
 * The roles of a codebase, declared ones first in the order of the policy.
 *
 * @param types number of types of the codebase
 * @param files what was read
 * @param problems what was not read or not understood
 */
public record Inventory(
    List<RoleEntry> roles, int types, FileCounts files, List<Problem> problems) {

  public Inventory {
    roles = List.copyOf(roles);
    problems = List.copyOf(problems);
  }
}
