package dev.ssot.rules.model;

import java.util.Locale;

/** How much a finding matters, in SARIF's levels, the most severe first. */
public enum Severity {
  ERROR,
  WARNING,
  NOTE;

  /** The name as it is written in reports and policies. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a finding of this severity counts for a threshold of {@code threshold}. */
  public boolean reaches(Severity threshold) {
    return compareTo(threshold) <= 0;
  }
}
