package dev.ssot.rules.rivals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Finds the pairs of types that are worth a closer look, from posting lists of rare features.
 *
 * <p>Cost grows with the number of shared rare features and never with the number of all pairs.
 */
final class Candidates {

  /** Features that more types have are too common to suggest that two of them do one job. */
  private static final int COMMON_BODY = 12;

  private static final int COMMON_MEMBER = 10;
  private static final int FEWEST_BODIES = 4;
  private static final int FEWEST_MEMBERS = 2;

  private final ProfileIndex index;
  private final List<Profile> eligible;

  Candidates(ProfileIndex index, List<Profile> eligible) {
    this.index = index;
    this.eligible = eligible;
  }

  /**
   * By type: the candidates that have higher ids, in ascending order.
   *
   * @param earlier what the look before found, for those types whose rare features no other types
   *     have now
   */
  int[][] partners(Optional<Earlier> earlier) {
    int[][] partners = new int[index.all().size()][];
    Arrays.fill(partners, new int[0]);
    Optional<Earlier> same = earlier.filter(before -> before.hadCandidates(ids()));
    List<Profile> open = new ArrayList<>();
    for (Profile one : eligible) {
      Optional<int[]> known =
          same.filter(before -> !isTouched(one)).flatMap(before -> before.partners(one));
      known.ifPresentOrElse(before -> partners[one.id()] = before, () -> open.add(one));
    }
    Sharing bodies = new Sharing(Trait.BODIES, COMMON_BODY, open);
    Sharing members = new Sharing(Trait.MEMBERS, COMMON_MEMBER, open);
    for (Profile one : open) {
      BitSet others = new BitSet();
      bodies.count(one, FEWEST_BODIES, others);
      members.count(one, FEWEST_MEMBERS, others);
      partners[one.id()] = others.stream().toArray();
    }
    return partners;
  }

  /** The ids of the types that can be candidates. */
  BitSet ids() {
    BitSet ids = new BitSet();
    eligible.forEach(profile -> ids.set(profile.id()));
    return ids;
  }

  private boolean isTouched(Profile one) {
    return index.table(Trait.BODIES).isTouched(one.of(Trait.BODIES), COMMON_BODY)
        || index.table(Trait.MEMBERS).isTouched(one.of(Trait.MEMBERS), COMMON_MEMBER);
  }

  /** Which types share the rare features of some types. */
  private final class Sharing {

    private final Trait trait;
    private final FeatureTable table;
    private final int most;

    /**
     * By feature: one more than where the list of the types that have it ends in {@code postings};
     * 0 for one that is not rare.
     */
    private final int[] ends;

    private final int[] postings;

    /** By type: how many rare features it shares with the one that is looked at. */
    private final int[] shared = new int[index.all().size()];

    Sharing(Trait trait, int most, List<Profile> some) {
      this.trait = trait;
      this.table = index.table(trait);
      this.most = most;
      ends = new int[table.size()];
      for (Profile profile : some) {
        for (int feature : profile.of(trait)) {
          ends[feature] = isRare(feature) ? 1 : 0;
        }
      }
      int total = 0;
      for (int feature = 0; feature < ends.length; feature++) {
        if (ends[feature] > 0) {
          ends[feature] = total + 1;
          total += table.frequency(feature);
        }
      }
      postings = new int[total];
      if (total > 0) {
        eligible.forEach(this::post);
      }
    }

    private void post(Profile profile) {
      for (int feature : profile.of(trait)) {
        if (ends[feature] > 0) {
          postings[ends[feature] - 1] = profile.id();
          ends[feature]++;
        }
      }
    }

    private boolean isRare(int feature) {
      int frequency = table.frequency(feature);
      return frequency > 1 && frequency <= most;
    }

    /** Adds the types of higher ids with which a type shares so many rare features. */
    void count(Profile one, int fewest, BitSet into) {
      int[] features = one.of(trait);
      int id = one.id();
      for (int feature : features) {
        for (int i = last(feature); i >= 0 && postings[i] > id; i--) {
          int other = postings[i];
          shared[other]++;
          if (shared[other] == fewest) {
            into.set(other);
          }
        }
      }
      for (int feature : features) {
        for (int i = last(feature); i >= 0 && postings[i] > id; i--) {
          shared[postings[i]] = 0;
        }
      }
    }

    /** Where the last type that has a feature stands in {@code postings}; -1 if it is not rare. */
    private int last(int feature) {
      return ends[feature] == 0 ? -1 : ends[feature] - 2;
    }
  }
}
