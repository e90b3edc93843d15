package dev.ssot.rules.model;

import java.util.Locale;

/** An independent kind of likeness between two types. */
public enum Channel {
  /** Names and shapes of members, the rarer the heavier. */
  MEMBERS,
  /** Fingerprints of bodies that survive renaming. */
  BODIES,
  /** Words of identifiers, the rarer the heavier. */
  VOCABULARY,
  /** Fields by type and role. */
  STATE,
  /** Constants and string literals that few other types have. */
  CONSTANTS,
  /** Types that both use, the rarer the heavier. */
  CONTEXT,
  /** Words of the simple name. */
  NAME,
  /** What the policy says of the role: name patterns and member names. */
  POLICY;

  /** The name as it is written in reports. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
