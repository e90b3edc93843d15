package dev.ssot.rules.codebase;

/**
 * What a body says, in numbers.
 *
 * @param tokens number of tokens of the declaration, comments not among them
 * @param exact fingerprints of token sequences as written
 * @param renamed fingerprints of token sequences in which names of the project's own making and
 *     literals count alike
 */
public record BodyFact(int tokens, Fingerprints exact, Fingerprints renamed) {

  /** The fact of a declaration without a body. */
  public static BodyFact none() {
    return new BodyFact(0, Fingerprints.none(), Fingerprints.none());
  }
}
