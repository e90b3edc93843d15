package dev.ssot.benchmarks.measure;

import dev.ssot.benchmarks.recognition.Ranker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds what an order puts before the first rival of a query without a label to say why not. */
final class Unlabelled {

  private final Map<Integer, Set<Integer>> labelled = new TreeMap<>();
  private final Roles roles;

  Unlabelled(List<Pair> pairs, Roles roles) {
    this.roles = roles;
    for (Pair pair : pairs) {
      label(pair.left().id(), pair.right().id());
      label(pair.right().id(), pair.left().id());
    }
  }

  private void label(int one, int other) {
    labelled.computeIfAbsent(one, id -> new TreeSet<>()).add(other);
  }

  /** The unlabelled types among the first ones of an order, as far as the first rival. */
  List<Integer> of(int query, Ranker.Order order, int count) {
    Set<Integer> rivals = roles.partners(query);
    Set<Integer> mates = roles.mates(query);
    List<Integer> above = new ArrayList<>();
    int place = 0;
    for (int type : order.first(count + mates.size())) {
      if (rivals.contains(type) || place == count) {
        break;
      }
      if (!mates.contains(type)) {
        place++;
        if (!labelled.getOrDefault(query, Set.of()).contains(type)) {
          above.add(type);
        }
      }
    }
    return List.copyOf(above);
  }
}
