package dev.ssot.rules.catalog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The cycles of a directed graph: for each edge that lies on one, a shortest cycle through it is
 * among the result, and each cycle of the result has an edge that no earlier one has.
 *
 * <p>So an edge that closes a new cycle always adds one, and a knot of many packages is told by its
 * smallest loops.
 */
final class Cycles {

  private final NavigableMap<String, NavigableSet<String>> edges;

  /** The graph of these edges, sorted. */
  Cycles(NavigableMap<String, NavigableSet<String>> edges) {
    this.edges = edges;
  }

  /** The cycles, short ones first; each begins with its smallest node and does not repeat it. */
  List<List<String>> minimal() {
    Set<List<String>> candidates =
        new TreeSet<>(
            Comparator.comparingInt((List<String> cycle) -> cycle.size())
                .thenComparing(cycle -> String.join(" ", cycle)));
    edges.forEach(
        (from, targets) ->
            targets.forEach(
                to -> {
                  List<String> back = shortest(to, from);
                  if (!back.isEmpty()) {
                    candidates.add(fromSmallest(back));
                  }
                }));
    Set<String> covered = new HashSet<>();
    List<List<String>> cycles = new ArrayList<>();
    for (List<String> cycle : candidates) {
      boolean fresh = false;
      for (int i = 0; i < cycle.size(); i++) {
        fresh |= covered.add(cycle.get(i) + " " + cycle.get((i + 1) % cycle.size()));
      }
      if (fresh) {
        cycles.add(cycle);
      }
    }
    return cycles;
  }

  /** The nodes of a shortest path, both ends included; empty where there is none. */
  private List<String> shortest(String from, String to) {
    Map<String, String> before = new HashMap<>();
    Deque<String> open = new ArrayDeque<>(List.of(from));
    Set<String> seen = new HashSet<>(Set.of(from));
    while (!open.isEmpty()) {
      String node = open.pop();
      if (node.equals(to)) {
        return path(before, from, to);
      }
      for (String next : edges.getOrDefault(node, Collections.emptyNavigableSet())) {
        if (seen.add(next)) {
          before.put(next, node);
          open.add(next);
        }
      }
    }
    return List.of();
  }

  private static List<String> path(Map<String, String> before, String from, String to) {
    List<String> path = new ArrayList<>(List.of(to));
    String node = to;
    while (!node.equals(from)) {
      node = before.getOrDefault(node, from);
      path.add(node);
    }
    Collections.reverse(path);
    return path;
  }

  private static List<String> fromSmallest(List<String> cycle) {
    List<String> turned = new ArrayList<>(cycle);
    Collections.rotate(turned, -turned.indexOf(Collections.min(turned)));
    return turned;
  }
}
