package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.TypeFact;
import dev.ssot.rules.codebase.cache.ByteSource;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The profiles of all types of a codebase and the tables that they refer to.
 *
 * <p>Safe for concurrent use, but not while an index is made that comes after it: that shares its
 * {@link Numbers}, to which it adds.
 */
final class ProfileIndex {

  private final Rarity rarity;
  private final Columns columns;
  private final List<Profile> profiles = new ArrayList<>();
  private final IdentityHashMap<TypeFact, Profile> byFact = new IdentityHashMap<>();

  /** By the id of a type: the one that it had in the index before, if its features are the same. */
  private final int[] were;

  ProfileIndex(Codebase codebase) {
    this(codebase, Succession.none(codebase));
  }

  /**
   * The index of a codebase.
   *
   * @param before that of the same codebase some changes earlier: of files that have the same facts
   *     nothing is computed again
   */
  ProfileIndex(Codebase codebase, ProfileIndex before, Changes changes) {
    this(codebase, Succession.of(codebase, before, changes::keepNamesIn));
  }

  /** The index of a codebase whose features were written. */
  ProfileIndex(Codebase codebase, ByteSource source) {
    this(codebase, Succession.none(codebase), rarity -> new Columns(codebase, rarity, source));
  }

  private ProfileIndex(Codebase codebase, Succession succession) {
    this(codebase, succession, rarity -> new Columns(codebase, rarity, succession));
  }

  private ProfileIndex(
      Codebase codebase, Succession succession, Function<Rarity, Columns> features) {
    rarity = Rarity.among(codebase.types().size());
    columns = features.apply(rarity);
    for (TypeEntry entry : codebase.types()) {
      Profile profile = new Profile(entry, this);
      profiles.add(profile);
      byFact.put(entry.type(), profile);
    }
    were = succession.idsOfSame(columns);
  }

  /** How much a feature says in this codebase. */
  Rarity rarity() {
    return rarity;
  }

  /** The features of all types. */
  Columns columns() {
    return columns;
  }

  /** How much the features of a trait weigh in two types, and how much of it they share. */
  Overlap overlap(Trait trait, Profile one, Profile other) {
    FeatureTable table = table(trait);
    return table.overlap(
        table.shared(one.of(trait), other.of(trait)), one.weight(trait), other.weight(trait));
  }

  /** The features of a trait that the types of the codebase have. */
  FeatureTable table(Trait trait) {
    return columns.of(trait).table();
  }

  /** The profile of a type with these very facts, of whatever state of the codebase they are. */
  Optional<Profile> withFacts(TypeEntry other) {
    return Optional.ofNullable(byFact.get(other.type()))
        .filter(profile -> profile.entry.unit().isVery(other.unit()));
  }

  /** The id that a type had in the index before this one, or -1 if its features are others. */
  int idBefore(Profile profile) {
    return were[profile.id()];
  }

  /** The type here that a type of another state was, if its file is the same. */
  Optional<TypeEntry> withFactsOf(TypeEntry other) {
    return withFacts(other).map(profile -> profile.entry);
  }

  Profile of(TypeEntry entry) {
    return profiles.get(entry.id());
  }

  List<Profile> all() {
    return profiles;
  }
}
