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
record Cluster(TypeEntry canonical, String reason, List<TypeEntry> rivals) {

  Cluster {
    rivals = List.copyOf(rivals);
  }
}
