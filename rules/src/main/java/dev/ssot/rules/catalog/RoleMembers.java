package dev.ssot.rules.catalog;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.Hierarchy;
import dev.ssot.rules.codebase.MethodFact;
import dev.ssot.rules.codebase.Modifier;
import dev.ssot.rules.codebase.TypeKind;
import dev.ssot.rules.model.AccessPattern;
import dev.ssot.rules.model.Part;
import dev.ssot.rules.rivals.Patterns;
import dev.ssot.rules.rivals.RoleCast;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Lists the types that play a declared role, whatever their size and wherever they stand: besides
 * the cast of the search for rivals also the heirs of the canonical and of its contract.
 *
 * <p>The contract of a role is each super-type of the canonical, out of this codebase, that
 * declares at least half of what the canonical offers.
 */
final class RoleMembers {

  private static final int ENOUGH = 3;
  private static final Set<String> HABIT =
      Set.of("equals", "hashCode", "toString", "close", "start", "stop", "run", "getName");

  private final RoleCast cast;
  private final Codebase codebase;
  private final Hierarchy hierarchy;
  private final Map<String, Part> parts = new TreeMap<>();
  private final List<AccessPattern> unrelated;

  RoleMembers(RoleCast cast, Codebase codebase, Hierarchy hierarchy) {
    this.cast = cast;
    this.codebase = codebase;
    this.hierarchy = hierarchy;
    this.unrelated = AccessPattern.all(cast.role().unrelated());
    cast.shims().forEach(name -> parts.put(name, Part.SHIM));
    cast.rivals().forEach(rival -> parts.put(rival.entry().name(), Part.RIVAL));
  }

  /** The members in the order of the codebase; interfaces and annotations are none. */
  List<RoleMember> all() {
    Set<String> parents = new HashSet<>(contracts());
    parents.add(cast.role().canonical().value());
    TreeMap<Integer, TypeEntry> players = new TreeMap<>();
    parents.forEach(parent -> add(hierarchy.heirs(parent), players));
    parts.keySet().forEach(name -> add(codebase.declarations(name), players));
    add(cast.declarations(), players);
    List<RoleMember> members = new ArrayList<>();
    for (TypeEntry entry : players.values()) {
      boolean declares =
          entry.type().kind() == TypeKind.INTERFACE || entry.type().kind() == TypeKind.ANNOTATION;
      if (!declares && !isUnrelated(entry.name())) {
        part(entry, parents).ifPresent(part -> members.add(new RoleMember(entry, part)));
      }
    }
    return members;
  }

  private static void add(List<TypeEntry> some, Map<Integer, TypeEntry> into) {
    some.forEach(entry -> into.put(entry.id(), entry));
  }

  /**
   * The members, and as rivals also types of any size and kind of code that have half of what they
   * offer, and three methods at least, in common with the canonical by name.
   */
  List<RoleMember> withLookalikes(Namesakes namesakes) {
    List<RoleMember> members = new ArrayList<>(all());
    Set<Integer> known = new HashSet<>();
    members.forEach(member -> known.add(member.entry().id()));
    Set<String> offered = telling(cast);
    for (TypeEntry entry : namesakes.having(offered, ENOUGH)) {
      boolean alike = isAlike(offers(entry), offered);
      if (alike && !known.contains(entry.id()) && !isUnrelated(entry.name())) {
        members.add(new RoleMember(entry, Part.RIVAL));
      }
    }
    return members;
  }

  /** The methods by whose names a type may be like the canonical of a role. */
  private static Set<String> telling(RoleCast cast) {
    Set<String> offered = new HashSet<>();
    cast.canonical().ifPresent(canonical -> offered.addAll(offers(canonical)));
    offered.removeAll(HABIT);
    return offered;
  }

  /**
   * Which types of a codebase have methods of the names that some canonicals offer; of no other
   * names.
   */
  static final class Namesakes {

    private final Map<String, List<TypeEntry>> byMethod = new HashMap<>();

    Namesakes(Codebase codebase, List<RoleCast> casts) {
      for (RoleCast cast : casts) {
        telling(cast).forEach(name -> byMethod.put(name, new ArrayList<>()));
      }
      for (TypeEntry entry : codebase.types()) {
        for (MethodFact method : entry.type().methods()) {
          List<TypeEntry> having = byMethod.get(method.name());
          if (having != null && (having.isEmpty() || last(having).id() != entry.id())) {
            having.add(entry);
          }
        }
      }
    }

    private static TypeEntry last(List<TypeEntry> entries) {
      return entries.get(entries.size() - 1);
    }

    /** The types with so many methods of some names at least, in the order of the codebase. */
    private List<TypeEntry> having(Set<String> names, int fewest) {
      TreeMap<Integer, List<TypeEntry>> found = new TreeMap<>();
      for (String name : names) {
        for (TypeEntry entry : byMethod.getOrDefault(name, List.of())) {
          found.computeIfAbsent(entry.id(), id -> new ArrayList<>()).add(entry);
        }
      }
      return found.values().stream()
          .filter(same -> same.size() >= fewest)
          .map(same -> same.get(0))
          .toList();
    }
  }

  private static boolean isAlike(Set<String> own, Set<String> offered) {
    Set<String> both = new HashSet<>(own);
    both.retainAll(offered);
    return both.size() >= ENOUGH && 2 * both.size() >= own.size();
  }

  private Optional<Part> part(TypeEntry entry, Set<String> parents) {
    if (entry.name().equals(cast.role().canonical().value())) {
      return Optional.of(Part.CANONICAL);
    }
    boolean inherits =
        !entry.type().declaration().supertypes().isEmpty()
            && hierarchy.ancestors(entry).stream().anyMatch(parents::contains);
    return inherits
        ? Optional.of(Part.IMPLEMENTATION)
        : Optional.ofNullable(parts.get(entry.name()));
  }

  private boolean isUnrelated(String name) {
    return unrelated.stream().anyMatch(pattern -> Patterns.covers(pattern, name));
  }

  /** The names of the super-types that ask for at least half of what the canonical offers. */
  private Set<String> contracts() {
    Set<String> contracts = new HashSet<>();
    cast.canonical()
        .ifPresent(
            canonical -> {
              Set<String> offered = offers(canonical);
              for (String ancestor : hierarchy.ancestors(canonical)) {
                codebase
                    .type(ancestor)
                    .filter(parent -> isContract(offers(parent), offered))
                    .ifPresent(parent -> contracts.add(parent.name()));
              }
            });
    return contracts;
  }

  /** The names of the methods that others can call on an instance. */
  static Set<String> offers(TypeEntry entry) {
    Set<String> names = new HashSet<>();
    boolean implied = entry.type().kind() == TypeKind.INTERFACE;
    for (MethodFact method : entry.type().methods()) {
      Set<Modifier> modifiers = method.traits().modifiers();
      boolean open = implied ? !modifiers.contains(Modifier.PRIVATE) : method.isPublic();
      if (open && !method.isConstructor() && !modifiers.contains(Modifier.STATIC)) {
        names.add(method.name());
      }
    }
    return names;
  }

  private static boolean isContract(Set<String> asked, Set<String> offered) {
    Set<String> both = new HashSet<>(asked);
    both.retainAll(offered);
    return !both.isEmpty() && 2 * both.size() >= offered.size();
  }
}
