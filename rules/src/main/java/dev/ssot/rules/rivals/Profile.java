package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase.TypeEntry;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one type of a codebase: its features, and what they weigh there. Safe for
 * concurrent use.
 */
final class Profile {

  final TypeEntry entry;
  private final ProfileIndex index;
  private volatile @Nullable Map<Trait, Double> weights;
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
    Map<Trait, Double> known = weights;
    if (known == null || !known.containsKey(trait)) {
      boolean ranking = !Columns.isOfEveryScan(trait);
      known = weighed(every -> ranking || Columns.isOfEveryScan(every));
      weights = known;
    }
    return known.getOrDefault(trait, 0.0);
  }

  private Map<Trait, Double> weighed(Predicate<Trait> asked) {
    Map<Trait, Double> all = new EnumMap<>(Trait.class);
    for (Trait trait : Trait.values()) {
      if (asked.test(trait)) {
        FeatureTable table = index.table(trait);
        all.put(trait, table.weight(table.sum(of(trait))));
      }
    }
    return all;
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
