package dev.ssot.rules.model;

import java.util.List;

/**
 * The compliance score of a scan.
 *
 * @param roles one entry for each declared role, in the order of ids
 * @param minimumScore the gate in percent, 0 to 100
 */
public record Compliance(List<RoleCompliance> roles, int minimumScore) {

  public Compliance {
    roles = List.copyOf(roles);
    if (minimumScore < 0 || minimumScore > 100) {
      throw new IllegalArgumentException("Not a percentage from 0 to 100: " + minimumScore);
    }
  }

  /** All sites of all roles. */
  public Tally total() {
    return roles.stream().map(RoleCompliance::total).reduce(new Tally(0, 0), Tally::plus);
  }

  /** Whether there is a score and it is below the gate. */
  public boolean gateMissed() {
    return total().applicable() && total().permille() < minimumScore * 10;
  }
}
