package dev.ssot.rules.model;

import java.util.List;

/**
 * The findings that a team lives with for now, by fingerprint; a multiset.
 *
 * @param path the file relative to the base of the scan, or the empty string for none
 * @param lines in the order of the file
 */
public record Baseline(String path, List<Line> lines) {

  /** An entry and the line that holds it, starting at 1. */
  public record Line(int number, BaselineEntry entry) {}

  public Baseline {
    lines = List.copyOf(lines);
  }

  /** The baseline of those who have none. */
  public static Baseline none() {
    return new Baseline("", List.of());
  }

  /** Whether there is one, if only an empty one. */
  public boolean exists() {
    return !path.isEmpty();
  }
}
