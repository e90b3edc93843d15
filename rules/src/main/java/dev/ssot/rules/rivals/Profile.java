package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase.TypeEntry;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one type of a codebase: its features, and what they weigh there. Safe for
 * concurrent use.
 */
final class Profile {

  final TypeEntry entry;
  private final ProfileIndex index;
  private volatile @Nullable Set<Trait> changed;

  Profile(TypeEntry entry, ProfileIndex index) {
    this.entry = entry;
    this.index = index;
  }

  /** The features of a trait, as their numbers in its table, in ascending order. */
  int[] of(Trait trait) {
    return index.columns().of(trait).features()[id()];
  }

  /** What the features of a trait weigh together. */
  double weight(Trait trait) {
    return index.columns().of(trait).weights()[id()];
  }

  /**
   * Whether more or fewer types than at the look before have one of the features of a trait that
   * every scan asks for.
   */
  boolean isChanged(Trait trait) {
    return changed().contains(trait);
  }

  /** The same of one of several traits that every scan asks for. */
  boolean isChanged(Set<Trait> traits) {
    return !Collections.disjoint(changed(), traits);
  }

  /** The same of any trait that is known of the codebase. */
  boolean isAnyChanged() {
    for (Trait trait : Trait.values()) {
      Optional<Columns.Column> column = index.columns().known(trait);
      if (column.filter(one -> one.table().isChanged(one.features()[id()])).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private Set<Trait> changed() {
    Set<Trait> known = changed;
    if (known == null) {
      known = EnumSet.noneOf(Trait.class);
      for (Trait trait : Trait.values()) {
        if (Columns.isOfEveryScan(trait) && index.table(trait).isChanged(of(trait))) {
          known.add(trait);
        }
      }
      changed = known;
    }
    return known;
  }

  int id() {
    return entry.id();
  }

  int tokens() {
    return entry.type().tokens();
  }
}
