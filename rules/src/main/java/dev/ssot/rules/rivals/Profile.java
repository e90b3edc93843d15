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

  private static final int[] NOTHING = {};

  final TypeEntry entry;
  final Fingerprints bodies;
  final double bodyWeight;
  private final Map<Trait, int[]> traits;

  Profile(TypeEntry entry, Map<Trait, int[]> traits, Fingerprints bodies, double bodyWeight) {
    this.entry = entry;
    this.traits = new EnumMap<>(traits);
    this.bodies = bodies;
    this.bodyWeight = bodyWeight;
  }

  Profile weighing(double weight) {
    return new Profile(entry, traits, bodies, weight);
  }

  /** The features of a trait. */
  int[] of(Trait trait) {
    return traits.getOrDefault(trait, NOTHING);
  }

  int id() {
    return entry.id();
  }

  int tokens() {
    return entry.type().vocabulary().tokens();
  }
}
