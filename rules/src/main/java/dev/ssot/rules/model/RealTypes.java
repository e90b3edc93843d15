package dev.ssot.rules.model;

import dev.ssot.rules.model.ForbiddenPath.AccessException;
import java.util.List;

/**
 * What no test of a role may replace: its canonical, and what the policy names beside it.
 *
 * @param reason why, shown with every finding; blank where tests may replace anything
 * @param types qualified names of types besides the canonical, such as the contract that it fulfils
 * @param except types and packages of test code that may replace them
 */
public record RealTypes(String reason, List<PolicyText> types, List<AccessException> except) {

  public RealTypes {
    types = List.copyOf(types);
    except = List.copyOf(except);
    if (reason.isBlank() && !types.isEmpty()) {
      throw new IllegalArgumentException("Types that must be real need a reason");
    }
  }

  /** Tests may replace anything. */
  public static RealTypes none() {
    return new RealTypes("", List.of(), List.of());
  }

  /** Whether the canonical must be real in tests. */
  public boolean areAsked() {
    return !reason.isBlank();
  }
}
