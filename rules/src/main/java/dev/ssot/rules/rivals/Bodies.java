package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.BodyFact;
import dev.ssot.rules.codebase.Fingerprints;
import dev.ssot.rules.codebase.MethodFact;
import dev.ssot.rules.codebase.TypeFact;

/**
 * The bodies of a type, whatever its own names are.
 *
 * @param prints fingerprints of their tokens, names of the project's making counting alike
 */
public record Bodies(Fingerprints prints) {

  /** The least share of both sets together by which bodies are the same. */
  private static final double SAME = 0.8;

  /** Fewer say too little to be told from those of any other type. */
  private static final int FEWEST = 8;

  /** The bodies of a type. */
  public static Bodies of(TypeFact type) {
    return new Bodies(
        Fingerprints.union(
            type.methods().stream().map(MethodFact::body).map(BodyFact::renamed).toList()));
  }

  /** Whether a type of another name that has these bodies is taken for the same type. */
  public boolean areThoseOf(Bodies other) {
    return likeness(other) >= SAME;
  }

  /** The share of both sets together that is in each, 0 to 1; 0 where there is too little. */
  public double likeness(Bodies other) {
    if (Math.min(prints.size(), other.prints.size()) < FEWEST) {
      return 0;
    }
    int shared = prints.sharedWith(other.prints);
    return (double) shared / (prints.size() + other.prints.size() - shared);
  }
}
