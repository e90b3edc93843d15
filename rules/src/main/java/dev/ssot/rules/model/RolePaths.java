package dev.ssot.rules.model;

import java.util.List;

/**
 * How a role may not be reached, and how it may not be gone around.
 *
 * @param forbidden access paths that the role forbids
 * @param reserved calls that only its canonical may make
 * @param real what tests may not replace
 */
public record RolePaths(List<ForbiddenPath> forbidden, ReservedCalls reserved, RealTypes real) {

  public RolePaths {
    forbidden = List.copyOf(forbidden);
  }

  /** Nothing is forbidden or reserved. */
  public static RolePaths open() {
    return new RolePaths(List.of(), ReservedCalls.none(), RealTypes.none());
  }
}
