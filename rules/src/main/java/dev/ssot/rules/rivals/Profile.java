package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.Fingerprints;

/**
 * What the channels know of one type; ids refer to the tables of the {@link ProfileIndex}.
 *
 * <p>The arrays are never changed after construction.
 */
final class Profile {

  final TypeEntry entry;
  final int[] members;
  final int[] words;
  final int[] literals;
  final int[] state;
  final int[] context;
  final int[] name;
  final Fingerprints bodies;
  final double bodyWeight;

  Profile(
      TypeEntry entry,
      int[] members,
      int[] words,
      int[] literals,
      int[] state,
      int[] context,
      int[] name,
      Fingerprints bodies,
      double bodyWeight) {
    this.entry = entry;
    this.members = members;
    this.words = words;
    this.literals = literals;
    this.state = state;
    this.context = context;
    this.name = name;
    this.bodies = bodies;
    this.bodyWeight = bodyWeight;
  }

  Profile weighing(double weight) {
    return new Profile(entry, members, words, literals, state, context, name, bodies, weight);
  }

  int id() {
    return entry.id();
  }

  int tokens() {
    return entry.type().vocabulary().tokens();
  }
}
