package dev.ssot.rules.model;

import java.util.Locale;

/** By whom a type is used, the most telling users first. */
public enum Liveness {
  /** Production code that is no rival itself uses it. */
  PRODUCTION("used by production code"),
  /** Only rivals of the same canonical use it. */
  RIVALS("used only by other rivals"),
  /** Only tests use it. */
  TESTS("used only by tests"),
  /** Nothing in the codebase uses it. */
  NOTHING("used by nothing in this codebase");

  private final String words;

  Liveness(String words) {
    this.words = words;
  }

  /** The words for a person, such as {@code used only by tests}. */
  public String words() {
    return words;
  }

  /** The name as it is written in machine-readable reports, such as {@code production}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the running program needs it. */
  public boolean isLive() {
    return this == PRODUCTION;
  }
}
