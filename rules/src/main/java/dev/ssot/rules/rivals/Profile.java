package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.Fingerprints;
import java.util.EnumMap;
import java.util.Map;

/**
 * What is known of one type; the features of its traits are ids in the tables of the {@link
 * ProfileIndex}, in ascending order.
 *
 * <p>The arrays are never changed after construction.
 */
final class Profile {

  final TypeEntry entry;
  final Fingerprints bodies;
  final double bodyWeight;
  private final Map<Trait, int[]> traits;
  private final Map<Trait, Double> weights;

  Profile(
      TypeEntry entry,
      Map<Trait, int[]> traits,
      Map<Trait, Double> weights,
      Fingerprints bodies,
      double bodyWeight) {
    this.entry = entry;
    this.traits = new EnumMap<>(traits);
    this.weights = new EnumMap<>(weights);
    this.bodies = bodies;
    this.bodyWeight = bodyWeight;
  }

  /** The features of a trait. */
  int[] of(Trait trait) {
    return traits.getOrDefault(trait, new int[0]);
  }

  /** What the features of a trait weigh together. */
  double weight(Trait trait) {
    return weights.getOrDefault(trait, 0.0);
  }

  int id() {
    return entry.id();
  }

  int tokens() {
    return entry.type().vocabulary().tokens();
  }
}
