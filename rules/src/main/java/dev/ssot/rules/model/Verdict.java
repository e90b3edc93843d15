package dev.ssot.rules.model;

import java.util.Locale;

/** How one type stands to another whose job it does. */
public enum Verdict {
  /** The bodies agree to the letter, or nearly. */
  COPY,
  /** The bodies agree when identifiers are renamed. */
  RENAMED_COPY,
  /** Some members are copied, others are its own. */
  PARTIAL_COPY,
  /** The same job with other code. */
  REIMPLEMENTATION;

  /** The words for a person, such as {@code renamed copy}. */
  public String words() {
    return this == REIMPLEMENTATION ? "re-implementation" : spaced(' ');
  }

  /** The name as it is written in machine-readable reports, such as {@code renamed-copy}. */
  public String label() {
    return this == REIMPLEMENTATION ? "re-implementation" : spaced('-');
  }

  private String spaced(char separator) {
    return name().toLowerCase(Locale.ROOT).replace('_', separator);
  }
}
