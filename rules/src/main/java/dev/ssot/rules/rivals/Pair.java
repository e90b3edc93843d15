package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase.TypeEntry;

/** Two types that a rule takes for rivals, and how surely, in per cent. */
record Pair(TypeEntry one, TypeEntry other, int confidence) {

  boolean has(TypeEntry entry) {
    return one.id() == entry.id() || other.id() == entry.id();
  }

  TypeEntry partner(TypeEntry entry) {
    return one.id() == entry.id() ? other : one;
  }

  /** Whether both have one simple name. */
  boolean areNamesakes() {
    return one.isNamesakeOf(other);
  }

  Pair swapped() {
    return new Pair(other, one, confidence);
  }
}
