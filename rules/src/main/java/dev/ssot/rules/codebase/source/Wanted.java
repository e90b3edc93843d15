package dev.ssot.rules.codebase.source;

import java.util.Set;
import java.util.TreeSet;

/**
 * Facts that cost time and memory and are read only if somebody needs them.
 *
 * @param members simple names of members whose uses are wanted
 * @param values whether the values of production code are wanted
 * @param comments whether the words of comments are wanted, by which types are ranked
 */
public record Wanted(Set<String> members, boolean values, boolean comments) {

  public Wanted {
    members = Set.copyOf(members);
  }

  /** What two scans need that share their facts. */
  public Wanted and(Wanted other) {
    Set<String> both = new TreeSet<>(members);
    both.addAll(other.members);
    return new Wanted(both, values || other.values, comments || other.comments);
  }

  /** What a scan without a policy needs. */
  public static Wanted nothing() {
    return new Wanted(Set.of(), false, false);
  }

  /** What is needed to rank types by how much they are like one. */
  public static Wanted ranking() {
    return new Wanted(Set.of(), false, true);
  }
}
