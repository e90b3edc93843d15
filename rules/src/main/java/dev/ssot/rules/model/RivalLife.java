package dev.ssot.rules.model;

import java.util.List;

/**
 * A rival over time: moved or renamed, it stays the same.
 *
 * @param role id of the role
 * @param name qualified name where it is seen last
 * @param fingerprint of its finding where it is seen last
 * @param liveness by whom it is used there
 * @param stays in the order of time, at least one
 */
public record RivalLife(
    String role, String name, Fingerprint fingerprint, Liveness liveness, List<RivalStay> stays) {

  public RivalLife {
    stays = List.copyOf(stays);
    if (stays.isEmpty()) {
      throw new IllegalArgumentException("A rival without a stay was never there: " + name);
    }
  }

  /** The latest stay. */
  public RivalStay latest() {
    return stays.get(stays.size() - 1);
  }

  /** Whether it is there at the last point. */
  public boolean isThere() {
    return latest().end().kind() == RivalStay.Kind.NONE;
  }

  /** The stays that began after it had been deleted. */
  public List<RivalStay> resurrections() {
    return stays.stream()
        .skip(1)
        .filter(stay -> before(stay).end().kind() == RivalStay.Kind.DELETED)
        .toList();
  }

  /** The stay before a later one. */
  public RivalStay before(RivalStay stay) {
    return stays.get(stays.indexOf(stay) - 1);
  }
}
