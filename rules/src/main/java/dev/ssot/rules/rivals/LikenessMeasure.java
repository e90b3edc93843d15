package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.Hierarchy;
import dev.ssot.rules.codebase.MethodFact;
import dev.ssot.rules.rivals.FeatureTable.Common;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Measures how alike two types are.
 *
 * <p>Member names that a common super-type forces on both say nothing and do not count. Not safe
 * for concurrent use, because the {@link Hierarchy} is not.
 */
final class LikenessMeasure {

  /** A literal or constant that more types have is no evidence that two of them do one job. */
  private static final int RARE = 6;

  /**
   * A name of members that more types have, and more than one in so many, is a habit of the code.
   */
  private static final int FEW = 20;

  private static final int ONE_IN = 100;
  private static final double ENOUGH_CONTEXT = 3;

  /** Super-types that say nothing of a job. */
  private static final Set<String> UNTELLING =
      Set.of(
          "Object",
          "Serializable",
          "java.io.Serializable",
          "Comparable",
          "Cloneable",
          "Closeable",
          "java.io.Closeable",
          "AutoCloseable",
          "Runnable",
          "Externalizable");

  /** What likeness is made of. */
  private static final Set<Trait> TRAITS =
      Set.of(
          Trait.BODIES,
          Trait.MEMBERS,
          Trait.WORDS,
          Trait.STATE,
          Trait.LITERALS,
          Trait.CONTEXT,
          Trait.NAME);

  private final Codebase codebase;
  private final ProfileIndex index;
  private final Hierarchy hierarchy;

  LikenessMeasure(Codebase codebase, ProfileIndex index, Hierarchy hierarchy) {
    this.codebase = codebase;
    this.index = index;
    this.hierarchy = hierarchy;
  }

  /**
   * Finds out what is remembered of a type, its super-types; of prepared types several threads may
   * ask at once.
   */
  Set<String> prepare(TypeEntry entry) {
    return hierarchy.ancestors(entry);
  }

  Likeness between(Profile one, Profile other) {
    return weighed(shared(one, other), one, other);
  }

  /** What two types share. */
  Shared shared(Profile one, Profile other) {
    int[][] members = members(one, other);
    FeatureTable table = index.table(Trait.MEMBERS);
    return new Shared(
        shared(Trait.BODIES, one, other),
        table.shared(members[0], members[1]),
        table.sum(members[0]),
        table.sum(members[1]),
        shared(Trait.WORDS, one, other),
        shared(Trait.STATE, one, other),
        rareShared(one, other),
        shared(Trait.CONTEXT, one, other),
        shared(Trait.NAME, one, other));
  }

  /**
   * What two types share.
   *
   * @param before what they shared at the look before, when common super-types forced the same
   *     members on them
   */
  Shared shared(Profile one, Profile other, Shared before) {
    if (one.isChanged(Trait.MEMBERS) || other.isChanged(Trait.MEMBERS)) {
      return shared(one, other);
    }
    return new Shared(
        shared(Trait.BODIES, one, other, before.bodies()),
        before.members(),
        before.membersOfOne(),
        before.membersOfOther(),
        shared(Trait.WORDS, one, other, before.words()),
        shared(Trait.STATE, one, other, before.state()),
        areChanged(Trait.LITERALS, one, other) ? rareShared(one, other) : before.constants(),
        shared(Trait.CONTEXT, one, other, before.context()),
        shared(Trait.NAME, one, other, before.name()));
  }

  /**
   * Whether two types share what they shared at the look before, and all of it is as frequent as it
   * was: then among as many types they are as alike as they were.
   */
  static boolean areSame(Profile one, Profile other) {
    return !one.isChanged(TRAITS) && !other.isChanged(TRAITS);
  }

  private Common shared(Trait trait, Profile one, Profile other, Common before) {
    return areChanged(trait, one, other) ? shared(trait, one, other) : before;
  }

  private Common shared(Trait trait, Profile one, Profile other) {
    return index.table(trait).shared(one.of(trait), other.of(trait));
  }

  /** Whether more or fewer types have something of a trait that both may have. */
  private static boolean areChanged(Trait trait, Profile one, Profile other) {
    return one.isChanged(trait) && other.isChanged(trait);
  }

  /** How alike two types are that share so much. */
  Likeness weighed(Shared shared, Profile one, Profile other) {
    FeatureTable names = index.table(Trait.MEMBERS);
    Overlap bodies = weighed(Trait.BODIES, shared.bodies(), one, other);
    Overlap members =
        names.overlap(
            shared.members(),
            names.weight(shared.membersOfOne()),
            names.weight(shared.membersOfOther()));
    return new Likeness(
        bodies.containment(),
        bodies.jaccard(),
        bodies.count(),
        members.containment(),
        members.count(),
        weighed(Trait.WORDS, shared.words(), one, other).jaccard(),
        weighed(Trait.STATE, shared.state(), one, other).containment(),
        shared.constants(),
        context(weighed(Trait.CONTEXT, shared.context(), one, other)),
        weighed(Trait.NAME, shared.name(), one, other).jaccard());
  }

  private Overlap weighed(Trait trait, Common shared, Profile one, Profile other) {
    return index.table(trait).overlap(shared, one.weight(trait), other.weight(trait));
  }

  /** One or two types in common are what any two types of a neighbourhood have. */
  private static double context(Overlap overlap) {
    return overlap.containment() * Math.min(1, overlap.count() / ENOUGH_CONTEXT);
  }

  /** Whether two types share the name of a member that few types have. */
  boolean shareRareMember(Profile one, Profile other) {
    FeatureTable names = index.table(Trait.MEMBERS);
    int few = Math.max(FEW, index.all().size() / ONE_IN);
    boolean[] rare = new boolean[1];
    FeatureTable.forEachShared(
        one.of(Trait.MEMBERS),
        other.of(Trait.MEMBERS),
        id -> rare[0] |= names.frequency(id) <= few);
    return rare[0];
  }

  /** The members of either type that no common super-type forces on it. */
  private int[][] members(Profile one, Profile other) {
    Set<String> forced = forcedMembers(one.entry, other.entry);
    int[] ofOne = one.of(Trait.MEMBERS);
    int[] ofOther = other.of(Trait.MEMBERS);
    return forced.isEmpty()
        ? new int[][] {ofOne, ofOther}
        : new int[][] {without(ofOne, forced), without(ofOther, forced)};
  }

  private int[] without(int[] members, Set<String> forced) {
    int[] rest = new int[members.length];
    int size = 0;
    for (int id : members) {
      if (!forced.contains(index.table(Trait.MEMBERS).feature(id))) {
        rest[size++] = id;
      }
    }
    return Arrays.copyOf(rest, size);
  }

  /** Super-types that both types have and that say something of a job. */
  Set<String> commonAncestors(TypeEntry one, TypeEntry other) {
    Set<String> common = new LinkedHashSet<>(hierarchy.ancestors(one));
    common.retainAll(hierarchy.ancestors(other));
    common.removeAll(UNTELLING);
    return common;
  }

  /** The direct super-types of a type that say something of a job. */
  Set<String> tellingParents(TypeEntry entry) {
    Set<String> parents = new LinkedHashSet<>(hierarchy.parents(entry));
    parents.removeAll(UNTELLING);
    return parents;
  }

  /** Whether two types have a super-type in common that is not the platform's. */
  boolean isFamily(TypeEntry one, TypeEntry other) {
    return commonAncestors(one, other).stream()
        .anyMatch(name -> name.indexOf('.') > 0 && !isOfPlatform(name));
  }

  /** Super-types of the platform make no family: every other stream extends the same one. */
  static boolean isOfPlatform(String name) {
    return name.startsWith("java.") || name.startsWith("javax.") || name.startsWith("jakarta.");
  }

  /**
   * Names of members that a common super-type declares, or that both override where it is foreign.
   */
  private Set<String> forcedMembers(TypeEntry one, TypeEntry other) {
    Set<String> forced = new HashSet<>();
    boolean foreign = false;
    for (String ancestor : commonAncestors(one, other)) {
      List<TypeEntry> declared = codebase.declarations(ancestor);
      declared.forEach(entry -> entry.type().methods().forEach(m -> forced.add(m.name())));
      foreign |= declared.isEmpty();
    }
    if (foreign) {
      Set<String> both = overridden(one);
      both.retainAll(overridden(other));
      forced.addAll(both);
    }
    return forced;
  }

  private static Set<String> overridden(TypeEntry entry) {
    Set<String> names = new HashSet<>();
    for (MethodFact method : entry.type().methods()) {
      if (method.traits().overrides()) {
        names.add(method.name());
      }
    }
    return names;
  }

  private int rareShared(Profile one, Profile other) {
    int[] count = new int[1];
    FeatureTable.forEachShared(
        one.of(Trait.LITERALS),
        other.of(Trait.LITERALS),
        id -> count[0] += index.table(Trait.LITERALS).frequency(id) <= RARE ? 1 : 0);
    return count[0];
  }
}
