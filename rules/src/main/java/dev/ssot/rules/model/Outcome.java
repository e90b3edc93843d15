package dev.ssot.rules.model;

import java.util.Locale;

/** What a scan comes to; every format and the exit status say the same. */
public enum Outcome {
  /** Nothing open at or above the threshold, and the gate holds. */
  CLEAN(0),
  /** Findings at or above the threshold, or a gate missed. */
  VIOLATIONS(1),
  /** Something could not be read or understood; findings are listed all the same. */
  INCOMPLETE(3);

  private final int exitStatus;

  Outcome(int exitStatus) {
    this.exitStatus = exitStatus;
  }

  /** The exit status of a process that ends with this outcome. */
  public int exitStatus() {
    return exitStatus;
  }

  /** The name as it is written in reports. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
