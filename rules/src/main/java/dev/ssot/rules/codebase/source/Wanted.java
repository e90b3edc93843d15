package dev.ssot.rules.codebase.source;

import java.util.Set;

/**
 * Facts that cost time and memory and are read only if a policy needs them.
 *
 * @param members simple names of members whose uses are wanted
 * @param values whether the values of production code are wanted
 */
public record Wanted(Set<String> members, boolean values) {

  public Wanted {
    members = Set.copyOf(members);
  }

  /** What a scan without a policy needs. */
  public static Wanted nothing() {
    return new Wanted(Set.of(), false);
  }
}
