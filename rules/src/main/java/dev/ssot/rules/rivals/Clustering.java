package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Groups pairs of rivals into clusters around one type each.
 *
 * <p>A cluster is a star: its centre is the type with most rivals among those not yet in a cluster,
 * its members are the centre's rivals. Unlike a transitive closure, a star never joins two types
 * that nothing holds together but a chain of likenesses.
 */
final class Clustering {

  private final UsageIndex usages;
  private final Map<Integer, List<Pair>> byType = new HashMap<>();
  private final Map<Integer, TypeEntry> entries = new HashMap<>();

  Clustering(List<Pair> pairs, UsageIndex usages) {
    this.usages = usages;
    for (Pair pair : pairs) {
      for (TypeEntry entry : List.of(pair.one(), pair.other())) {
        entries.put(entry.id(), entry);
        byType.computeIfAbsent(entry.id(), id -> new ArrayList<>()).add(pair);
      }
    }
  }

  /** The clusters, in the order of their canonical's place. */
  List<Cluster> clusters() {
    List<TypeEntry> centres = new ArrayList<>(entries.values());
    centres.sort(
        Comparator.comparingInt((TypeEntry entry) -> -pairsOf(entry).size())
            .thenComparing(order()));
    Set<Integer> taken = new HashSet<>();
    List<Cluster> clusters = new ArrayList<>();
    for (TypeEntry centre : centres) {
      List<TypeEntry> members = freeMembers(centre, taken);
      if (members.size() > 1) {
        members.forEach(member -> taken.add(member.id()));
        clusters.add(cluster(members));
      }
    }
    clusters.sort(Comparator.comparing(cluster -> cluster.canonical().location()));
    return clusters;
  }

  private List<Pair> pairsOf(TypeEntry entry) {
    return byType.getOrDefault(entry.id(), List.of());
  }

  private List<TypeEntry> freeMembers(TypeEntry centre, Set<Integer> taken) {
    List<TypeEntry> members = new ArrayList<>();
    if (!taken.contains(centre.id())) {
      members.add(centre);
      pairsOf(centre).stream()
          .map(pair -> pair.partner(centre))
          .filter(partner -> !taken.contains(partner.id()))
          .forEach(members::add);
    }
    return members;
  }

  /** The first of {@code members} is the centre. */
  private Cluster cluster(List<TypeEntry> members) {
    List<TypeEntry> ordered = new ArrayList<>(members);
    ordered.sort(order());
    TypeEntry canonical = ordered.get(0);
    TypeEntry centre = members.get(0);
    List<Cluster.Member> rivals = new ArrayList<>();
    for (TypeEntry rival : ordered.subList(1, ordered.size())) {
      TypeEntry nearest = confidence(canonical, rival) > 0 ? canonical : centre;
      rivals.add(new Cluster.Member(rival, nearest, confidence(nearest, rival)));
    }
    rivals.sort(
        Comparator.comparingInt((Cluster.Member rival) -> -rival.confidence())
            .thenComparing(rival -> rival.entry().location()));
    return new Cluster(canonical, reason(canonical, ordered.subList(1, ordered.size())), rivals);
  }

  private int confidence(TypeEntry canonical, TypeEntry rival) {
    return pairsOf(canonical).stream()
        .filter(pair -> pair.has(rival))
        .mapToInt(Pair::confidence)
        .max()
        .orElse(0);
  }

  /**
   * The best candidate for a canonical first: none that is deprecated, then most users, then
   * visible to most, then richest.
   */
  private Comparator<TypeEntry> order() {
    return Comparator.comparing((TypeEntry entry) -> entry.type().isDeprecated())
        .thenComparingInt(entry -> -users(entry))
        .thenComparingInt(entry -> entry.type().has(Modifier.PUBLIC) ? 0 : 1)
        .thenComparingInt(entry -> -entry.type().methods().size())
        .thenComparing(TypeEntry::location);
  }

  private int users(TypeEntry entry) {
    return usages.users(entry.name()).size();
  }

  private String reason(TypeEntry canonical, List<TypeEntry> rivals) {
    if (!canonical.type().isDeprecated()
        && rivals.stream().allMatch(rival -> rival.type().isDeprecated())) {
      return "it alone is not deprecated";
    }
    int own = users(canonical);
    int most = rivals.stream().mapToInt(this::users).max().orElse(0);
    if (own > most) {
      return "%s %s it, the next %s".formatted(own, own == 1 ? "type uses" : "types use", most);
    }
    boolean onlyPublic =
        canonical.type().has(Modifier.PUBLIC)
            && rivals.stream().noneMatch(rival -> rival.type().has(Modifier.PUBLIC));
    if (onlyPublic) {
      return "it alone is public";
    }
    int members = canonical.type().methods().size();
    boolean richest = rivals.stream().allMatch(rival -> rival.type().methods().size() < members);
    return richest
        ? "it has the most members, %s".formatted(members)
        : "nothing tells them apart by use; it comes first by path";
  }
}
