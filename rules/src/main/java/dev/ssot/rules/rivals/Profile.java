package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase.TypeEntry;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one type of a codebase: its features, and what they weigh there. Safe for
 * concurrent use.
 */
final class Profile {

  /**
   * The features of a type by trait, as their numbers in the tables of the {@link ProfileIndex}, in
   * ascending order. Two of them are never equal, so that one tells that a type is still the same.
   *
   * <p>The arrays are never changed after construction.
   */
  static final class Features {

    private final Map<Trait, int[]> byTrait;

    Features(Map<Trait, int[]> byTrait) {
      this.byTrait = new EnumMap<>(byTrait);
    }

    int[] of(Trait trait) {
      return Objects.requireNonNull(byTrait.get(trait));
    }

    /** The same but for one trait; the very same if that is as it was. */
    Features with(Trait trait, int[] other) {
      if (Arrays.equals(of(trait), other)) {
        return this;
      }
      Features changed = new Features(byTrait);
      changed.byTrait.put(trait, other);
      return changed;
    }
  }

  final TypeEntry entry;
  final Features features;
  private final ProfileIndex index;
  private volatile @Nullable Map<Trait, Double> weights;
  private volatile @Nullable Set<Trait> changed;

  Profile(TypeEntry entry, Features features, ProfileIndex index) {
    this.entry = entry;
    this.features = features;
    this.index = index;
  }

  /** The features of a trait. */
  int[] of(Trait trait) {
    return features.of(trait);
  }

  /** What the features of a trait weigh together. */
  double weight(Trait trait) {
    Map<Trait, Double> known = weights;
    if (known == null) {
      known = weighed();
      weights = known;
    }
    return known.getOrDefault(trait, 0.0);
  }

  private Map<Trait, Double> weighed() {
    Map<Trait, Double> all = new EnumMap<>(Trait.class);
    for (Trait trait : Trait.values()) {
      FeatureTable table = index.table(trait);
      all.put(trait, table.weight(table.sum(of(trait))));
    }
    return all;
  }

  /** Whether more or fewer types than at the look before have one of the features of a trait. */
  boolean isChanged(Trait trait) {
    return changed().contains(trait);
  }

  /** The same of one of several traits. */
  boolean isChanged(Set<Trait> traits) {
    return !Collections.disjoint(changed(), traits);
  }

  private Set<Trait> changed() {
    Set<Trait> known = changed;
    if (known == null) {
      known = EnumSet.noneOf(Trait.class);
      for (Trait trait : Trait.values()) {
        if (index.table(trait).isChanged(of(trait))) {
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
    return entry.type().vocabulary().tokens();
  }
}
