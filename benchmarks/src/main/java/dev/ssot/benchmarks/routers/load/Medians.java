package dev.ssot.benchmarks.routers.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Figures that were measured several times. One thread's. */
final class Medians {

  private final Map<String, List<Double>> values = new LinkedHashMap<>();

  void add(String name, double value) {
    values.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
  }

  /** The value of a figure that was added last. */
  double newest(String name) {
    List<Double> all = values.getOrDefault(name, List.of());
    if (all.isEmpty()) {
      throw new IllegalStateException("`%s` was not measured yet".formatted(name));
    }
    return all.get(all.size() - 1);
  }

  /** Adds the median of each figure, and each value behind a number that counts from 1. */
  void putInto(Figures figures) {
    values.forEach(
        (name, all) -> {
          figures.put(name, median(all));
          for (int i = 0; i < all.size(); i++) {
            figures.put(name + "." + (i + 1), all.get(i));
          }
        });
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }
}
