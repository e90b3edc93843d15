package dev.ssot.rules.model;

import java.util.List;

/**
 * What a policy adds to how rivals of a role are recognised; all of it may be empty.
 *
 * @param names patterns of simple type names with {@code *}, evidence beside others, never alone
 * @param members member names that make the role; the more of them a type declares, the likelier
 * @param threshold confidence from which a rival is reported, 0 to 100
 */
public record Recognition(List<PolicyText> names, List<String> members, int threshold) {

  /** The threshold where a policy names none. */
  public static final int STANDARD_THRESHOLD = 60;

  public Recognition {
    names = List.copyOf(names);
    members = List.copyOf(members);
    if (threshold < 0 || threshold > 100) {
      throw new IllegalArgumentException("Not a percentage from 0 to 100: " + threshold);
    }
  }

  /** Recognition from code alone. */
  public static Recognition standard() {
    return new Recognition(List.of(), List.of(), STANDARD_THRESHOLD);
  }
}
