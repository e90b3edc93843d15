package dev.ssot.rules.model;

/**
 * One type held against the canonical of a role.
 *
 * @param confidence how sure the rule is that both do one job, 0 to 100
 */
public record Comparison(
    TypeRef canonical,
    TypeRef rival,
    Verdict verdict,
    int confidence,
    SharedTraits shared,
    Usage usage) {

  public Comparison {
    if (confidence < 0 || confidence > 100) {
      throw new IllegalArgumentException("Not a percentage from 0 to 100: " + confidence);
    }
  }
}
