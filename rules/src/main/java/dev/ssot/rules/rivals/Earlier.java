package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Hierarchy;
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
  private final Hierarchy hierarchy;
  private final Couples couples;
  private final Changes changes;
  private final BitSet prepared = new BitSet();
  private final BitSet keepParents = new BitSet();

  /**
   * The look before.
   *
   * @param changes what is different since
   */
  Earlier(ProfileIndex index, Hierarchy hierarchy, Couples couples, Changes changes) {
    this.index = index;
    this.hierarchy = hierarchy;
    this.couples = couples;
    this.changes = changes;
  }

  /** Whether there were as many types. */
  boolean hadTypes(int number) {
    return index.all().size() == number;
  }

  /** Whether those types could be candidates then that can be now, of those that are the same. */
  boolean hadCandidates(BitSet eligible, ProfileIndex now) {
    return now.all().stream()
        .allMatch(
            profile ->
                index
                    .same(profile)
                    .filter(was -> couples.isEligible(was.id()) != eligible.get(profile.id()))
                    .isEmpty());
  }

  /** The partners of higher ids that a type had, by their ids now, if all are what they were. */
  Optional<int[]> partners(Profile one, ProfileIndex now) {
    Optional<Profile> was = index.same(one);
    if (was.isEmpty()) {
      return Optional.empty();
    }
    int[] partners = couples.partners(was.get().id()).clone();
    for (int i = 0; i < partners.length; i++) {
      Optional<Profile> partner = now.same(index.all().get(partners[i]));
      if (partner.isEmpty()) {
        return Optional.empty();
      }
      partners[i] = partner.get().id();
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
        && (changes.keepOutline()
            || index
                .same(profile)
                .map(was -> hierarchy.ancestors(was.entry))
                .filter(ancestors::equals)
                .isPresent());
  }

  /** What was known of two candidates on which super-types force what they forced then. */
  Optional<Couples.Known> of(Profile one, Profile other) {
    if (!keepParents.get(one.id()) || !keepParents.get(other.id())) {
      return Optional.empty();
    }
    Optional<Profile> wasOther = index.same(other);
    return index
        .same(one)
        .flatMap(was -> wasOther.flatMap(partner -> couples.of(was.id(), partner.id())));
  }
}
