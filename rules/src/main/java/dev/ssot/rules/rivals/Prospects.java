package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase.TypeEntry;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The types that have so much in common with a canonical that their {@link Strengths} can make them
 * rivals, whatever they are otherwise: what has less needs no closer look.
 *
 * <p>What was found once is kept. Not safe for concurrent use.
 */
final class Prospects {

  private final ProfileIndex index;
  private final Map<Integer, BitSet> found = new HashMap<>();

  Prospects(ProfileIndex index) {
    this.index = index;
  }

  /** Looks for those of several canonicals in one pass over all types. */
  void prepare(Collection<TypeEntry> canonicals) {
    for (List<TypeEntry> some : Shares.parts(canonicals, found.keySet())) {
      int[] asked = some.stream().mapToInt(TypeEntry::id).toArray();
      Arrays.stream(asked).forEach(this::of);
      add(Trait.MEMBERS, asked, shared -> shared.count() >= Strengths.FEWEST_MEMBERS);
      add(Trait.LITERALS, asked, shared -> shared.count() >= Strengths.MANY_CONSTANTS);
      add(Trait.BODIES, asked, RoleSearch::mayBeRivalBy);
    }
  }

  private void add(Trait trait, int[] asked, Predicate<Overlap> suffices) {
    new Shares(index.columns().of(trait), asked)
        .forEach(
            (place, id, overlap) -> {
              if (suffices.test(overlap)) {
                of(asked[place]).set(id);
              }
            });
  }

  /** The ids of those of a canonical; not to be changed. */
  BitSet of(TypeEntry canonical) {
    prepare(List.of(canonical));
    return of(canonical.id());
  }

  private BitSet of(int canonical) {
    return found.computeIfAbsent(canonical, id -> new BitSet());
  }
}
