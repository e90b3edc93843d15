package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.BodyFact;
import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.FieldFact;
import dev.ssot.rules.codebase.Fingerprints;
import dev.ssot.rules.codebase.MethodFact;
import dev.ssot.rules.codebase.NameUse;
import dev.ssot.rules.codebase.TypeFact;
import dev.ssot.rules.codebase.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The profiles of all types of a codebase and the tables that they refer to. Immutable. */
final class ProfileIndex {

  /** Members of {@link Object} and of habit, which every other type has too. */
  private static final Set<String> COMMON_MEMBERS =
      Set.of(
          "equals",
          "hashCode",
          "toString",
          "clone",
          "finalize",
          "compareTo",
          "close",
          "run",
          "main",
          "builder",
          "build",
          "of",
          "create",
          "getInstance",
          "valueOf",
          "values");

  final FeatureTable members = new FeatureTable();
  final FeatureTable words = new FeatureTable();
  final FeatureTable literals = new FeatureTable();
  final FeatureTable state = new FeatureTable();
  final FeatureTable context = new FeatureTable();
  final FeatureTable names = new FeatureTable();
  final FingerprintTable bodies;
  private final List<Profile> profiles = new ArrayList<>();

  ProfileIndex(Codebase codebase) {
    List<Fingerprints> sets = new ArrayList<>();
    List<Profile> unweighed = new ArrayList<>();
    for (TypeEntry entry : codebase.types()) {
      Profile profile = profile(entry, codebase);
      unweighed.add(profile);
      sets.add(profile.bodies);
    }
    int types = codebase.types().size();
    List.of(members, words, literals, state, context, names).forEach(table -> table.weigh(types));
    bodies = new FingerprintTable(sets);
    unweighed.forEach(profile -> profiles.add(profile.weighing(bodies.total(profile.bodies))));
  }

  private Profile profile(TypeEntry entry, Codebase codebase) {
    TypeFact type = entry.type();
    return new Profile(
        entry,
        members.add(memberNames(type)),
        words.add(type.vocabulary().words()),
        literals.add(literals(type)),
        state.add(state(type)),
        context.add(used(entry, codebase)),
        names.add(Words.split(type.simpleName())),
        Fingerprints.union(
            type.methods().stream().map(MethodFact::body).map(BodyFact::renamed).toList()),
        0);
  }

  /** Names of methods that do something; accessors and members of habit say nothing of a role. */
  static Set<String> memberNames(TypeFact type) {
    Set<String> names = new TreeSet<>();
    for (MethodFact method : type.methods()) {
      if (!method.isConstructor()
          && !method.traits().accessor()
          && !COMMON_MEMBERS.contains(method.name())) {
        names.add(method.name());
      }
    }
    return names;
  }

  /** String literals, and names of constants that are words of more than one part. */
  private static Set<String> literals(TypeFact type) {
    Set<String> found = new TreeSet<>(type.vocabulary().literals());
    for (FieldFact field : type.fields()) {
      if (field.isConstant() && field.name().indexOf('_') > 0) {
        found.add(field.name());
      }
    }
    return found;
  }

  /**
   * Fields as {@code name:type}, with types reduced to what survives a change of implementation.
   */
  private static Set<String> state(TypeFact type) {
    Set<String> found = new TreeSet<>();
    for (FieldFact field : type.fields()) {
      if (!field.isConstant()) {
        found.add(field.name().toLowerCase(Locale.ROOT) + ":" + plain(field.erasedType()));
      }
    }
    return found;
  }

  /** The simple names of the types of the codebase that a top-level type uses, its own left out. */
  private static Set<String> used(TypeEntry entry, Codebase codebase) {
    Set<String> found = new TreeSet<>();
    if (entry.type().isTopLevel()) {
      for (NameUse use : entry.unit().uses().names()) {
        if (use.kind() == NameUse.Kind.SIMPLE
            && use.inType().equals(entry.name())
            && codebase.withSimpleName(use.name()).stream().anyMatch(t -> isOther(t, entry))) {
          found.add(use.name());
        }
      }
    }
    return found;
  }

  private static boolean isOther(TypeEntry type, TypeEntry user) {
    return type.type().isTopLevel() && type.id() != user.id();
  }

  private static String plain(String type) {
    return type.replace("Concurrent", "").replace("Linked", "").replace("Hash", "");
  }

  Profile of(TypeEntry entry) {
    return profiles.get(entry.id());
  }

  List<Profile> all() {
    return profiles;
  }
}
