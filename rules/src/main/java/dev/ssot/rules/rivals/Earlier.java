package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Hierarchy;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;

/**
 * What the look before found out of types that still are what they were.
 *
 * <p>Not safe for concurrent use while types are being prepared.
 */
final class Earlier {

  private final ProfileIndex index;
  private final ProfileIndex now;
  private final Hierarchy hierarchy;
  private final Couples couples;
  private final Changes changes;

  /** By the id of a type then: the one that it has now, if it is the same; else -1. */
  private final int[] ids;

  private final BitSet prepared = new BitSet();
  private final BitSet keepParents = new BitSet();

  /**
   * The look before.
   *
   * @param now the index that came after
   * @param changes what is different since
   */
  Earlier(
      ProfileIndex index, ProfileIndex now, Hierarchy hierarchy, Couples couples, Changes changes) {
    this.index = index;
    this.now = now;
    this.hierarchy = hierarchy;
    this.couples = couples;
    this.changes = changes;
    this.ids = new int[index.all().size()];
    Arrays.fill(ids, -1);
    for (Profile profile : now.all()) {
      int was = now.idBefore(profile);
      if (was >= 0) {
        ids[was] = profile.id();
      }
    }
  }

  /** Whether there were as many types. */
  boolean hadTypes(int number) {
    return index.all().size() == number;
  }

  /** Whether those types could be candidates then that can be now, of those that are the same. */
  boolean hadCandidates(BitSet eligible) {
    for (Profile profile : now.all()) {
      int was = now.idBefore(profile);
      if (was >= 0 && couples.isEligible(was) != eligible.get(profile.id())) {
        return false;
      }
    }
    return true;
  }

  /** The partners of higher ids that a type had, by their ids now, if all are what they were. */
  Optional<int[]> partners(Profile one) {
    int was = now.idBefore(one);
    if (was < 0) {
      return Optional.empty();
    }
    int[] partners = couples.partners(was).clone();
    for (int i = 0; i < partners.length; i++) {
      partners[i] = ids[partners[i]];
      if (partners[i] < 0) {
        return Optional.empty();
      }
    }
    return Optional.of(partners);
  }

  /** Finds out what is needed of a type that {@link #of} is to be asked about. */
  void prepare(Profile profile, Set<String> ancestors) {
    if (!prepared.get(profile.id())) {
      prepared.set(profile.id());
      keepParents.set(profile.id(), keepsParents(profile, ancestors));
    }
  }

  /** Whether a type inherits from what it inherited from, and that has the same members. */
  private boolean keepsParents(Profile profile, Set<String> ancestors) {
    return !changes.touch(ancestors)
        && (changes.keepOutline() || inherits(now.idBefore(profile), ancestors));
  }

  private boolean inherits(int was, Set<String> ancestors) {
    return was >= 0 && hierarchy.ancestors(index.all().get(was).entry).equals(ancestors);
  }

  /** What was known of two candidates on which super-types force what they forced then. */
  Optional<Couples.Known> of(Profile one, Profile other) {
    if (!keepParents.get(one.id()) || !keepParents.get(other.id())) {
      return Optional.empty();
    }
    int was = now.idBefore(one);
    int partner = now.idBefore(other);
    return was < 0 || partner < 0 ? Optional.empty() : couples.of(was, partner);
  }
}
