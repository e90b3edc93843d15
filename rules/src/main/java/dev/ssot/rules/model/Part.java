package dev.ssot.rules.model;

import java.util.Locale;

/** How a type stands to the canonical of a role. */
public enum Part {
  /** It is the canonical. */
  CANONICAL("the canonical"),
  /** It inherits from the canonical, or from the contract that the canonical fulfils. */
  IMPLEMENTATION("an implementation"),
  /** It does the canonical's job. */
  RIVAL("a rival"),
  /** It forwards to the canonical. */
  SHIM("a shim"),
  /** It has the canonical's simple name and another job. */
  NAMESAKE("a namesake");

  private final String words;

  Part(String words) {
    this.words = words;
  }

  /** The words for a person, such as {@code a rival}. */
  public String words() {
    return words;
  }

  /** The name as it is written in machine-readable reports. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
