package dev.ssot.rules.model;

/** How a method comes to report a success that is none. */
public enum Pretence {
  /** It does no work at all. */
  NO_WORK("no-work"),
  /** It does its work and reports success when that has failed, too. */
  SWALLOWED_FAILURE("swallowed-failure");

  private final String label;

  Pretence(String label) {
    this.label = label;
  }

  /** The name as it is written in machine-readable reports. */
  public String label() {
    return label;
  }
}
