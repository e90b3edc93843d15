package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.Hierarchy;
import dev.ssot.rules.codebase.MethodFact;
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

  private final Codebase codebase;
  private final ProfileIndex index;
  private final Hierarchy hierarchy;

  LikenessMeasure(Codebase codebase, ProfileIndex index, Hierarchy hierarchy) {
    this.codebase = codebase;
    this.index = index;
    this.hierarchy = hierarchy;
  }

  /** Finds out what is remembered of a type; of prepared types several threads may ask at once. */
  void prepare(TypeEntry entry) {
    hierarchy.ancestors(entry);
  }

  Likeness between(Profile one, Profile other) {
    Overlap bodies =
        index.bodies.overlap(one.bodies, one.bodyWeight, other.bodies, other.bodyWeight);
    Overlap members = members(one, other);
    return new Likeness(
        bodies.containment(),
        bodies.jaccard(),
        bodies.count(),
        members.containment(),
        members.count(),
        index.overlap(Trait.WORDS, one, other).jaccard(),
        index.overlap(Trait.STATE, one, other).containment(),
        rareShared(one, other),
        context(index.overlap(Trait.CONTEXT, one, other)),
        index.overlap(Trait.NAME, one, other).jaccard());
  }

  /** One or two types in common are what any two types of a neighbourhood have. */
  private static double context(Overlap overlap) {
    return overlap.containment() * Math.min(1, overlap.count() / ENOUGH_CONTEXT);
  }

  private Overlap members(Profile one, Profile other) {
    Set<String> forced = forcedMembers(one.entry, other.entry);
    return forced.isEmpty()
        ? index.overlap(Trait.MEMBERS, one, other)
        : index
            .table(Trait.MEMBERS)
            .overlap(
                without(one.of(Trait.MEMBERS), forced), without(other.of(Trait.MEMBERS), forced));
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
