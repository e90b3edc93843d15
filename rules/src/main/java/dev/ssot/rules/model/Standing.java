package dev.ssot.rules.model;

import java.util.Locale;

/** The part that a type plays beside the canonical of a role. */
public enum Standing {
  /** It holds the role. */
  CANONICAL("canonical"),
  /** It does the same job. */
  RIVAL("rival"),
  /** A rival that was put aside and never removed. */
  BACKUP("backup copy"),
  /** A stand-in for tests. */
  TEST_DOUBLE("test double"),
  /** Every member passes on to the canonical under the same name. */
  SHIM("shim"),
  /** It passes on to the canonical under a contract of its own. */
  ADAPTER("adapter"),
  /** Another name for the canonical: it adds nothing. */
  ALIAS("alias"),
  /** It makes the canonical. */
  FACTORY("factory"),
  /** The canonical implements or extends it. */
  SUPERTYPE("super-type"),
  /** It extends the canonical. */
  SPECIALISATION("specialisation"),
  /** A tool wrote it. */
  GENERATED("generated"),
  /** It tests something. */
  TEST("test"),
  /** It does another job. */
  UNRELATED("unrelated");

  private final String words;

  Standing(String words) {
    this.words = words;
  }

  /** The words for a person, such as {@code test double}. */
  public String words() {
    return words;
  }

  /** The name as it is written in machine-readable reports, such as {@code test-double}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
