package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase.TypeEntry;
import java.util.List;

/**
 * Types that are rivals of each other.
 *
 * @param canonical the one that is proposed to hold the role
 * @param reason why that one
 * @param rivals the others, the likest first
 */
record Cluster(TypeEntry canonical, String reason, List<Member> rivals) {

  /**
   * A rival and the member of the cluster that it is a rival of: the canonical, or else the centre.
   *
   * @param confidence how surely, in per cent
   */
  record Member(TypeEntry entry, TypeEntry nearest, int confidence) {}

  Cluster {
    rivals = List.copyOf(rivals);
  }
}
