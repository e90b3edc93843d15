package dev.ssot.benchmarks.measure;

import dev.ssot.rules.codebase.Codebase.TypeEntry;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which types the labels make rivals of which, by the ids of their declarations. */
public final class Roles {

  private final Map<String, Set<Integer>> members = new TreeMap<>();
  private final Map<Integer, Set<Integer>> partners = new TreeMap<>();

  /** The roles of the labels that name rivals; others are left out. */
  public Roles(List<Pair> pairs) {
    for (Pair pair : pairs) {
      if (pair.label().isRival()) {
        Set<Integer> role = members.computeIfAbsent(pair.label().role(), name -> new TreeSet<>());
        role.add(pair.left().id());
        role.add(pair.right().id());
        partner(pair.left(), pair.right());
        partner(pair.right(), pair.left());
      }
    }
  }

  private void partner(TypeEntry one, TypeEntry other) {
    partners.computeIfAbsent(one.id(), id -> new TreeSet<>()).add(other.id());
  }

  /** The types that some label makes a rival, in the order of ids. */
  public Set<Integer> types() {
    return Collections.unmodifiableSet(partners.keySet());
  }

  /** The types that a label names as rivals of this one. */
  public Set<Integer> partners(int type) {
    return Collections.unmodifiableSet(partners.getOrDefault(type, Set.of()));
  }

  /** All other types of the roles that a type plays. */
  public Set<Integer> mates(int type) {
    Set<Integer> mates = new TreeSet<>();
    members.values().stream().filter(role -> role.contains(type)).forEach(mates::addAll);
    mates.remove(type);
    return mates;
  }
}
