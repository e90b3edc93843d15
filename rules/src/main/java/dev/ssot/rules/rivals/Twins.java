package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase.TypeEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Pairs of declarations of one qualified name, grouped by the two source trees that they lie in.
 *
 * <p>A tree that was copied as a whole is one thing to say and not one for each of its types.
 */
final class Twins {

  private final List<Pair> others = new ArrayList<>();
  private final Map<String, List<Pair>> byTrees = new TreeMap<>();

  Twins(List<Pair> pairs) {
    for (Pair pair : pairs) {
      if (pair.one().name().equals(pair.other().name())) {
        String trees = tree(pair.one()) + "\n" + tree(pair.other());
        byTrees.computeIfAbsent(trees, key -> new ArrayList<>()).add(pair);
      } else {
        others.add(pair);
      }
    }
    byTrees.values().forEach(Twins::largestFirst);
  }

  private static void largestFirst(List<Pair> pairs) {
    pairs.sort(
        Comparator.comparingInt((Pair pair) -> -pair.one().type().vocabulary().tokens())
            .thenComparing(pair -> pair.one().location()));
  }

  /** The source tree of a type; {@code .} for the base of the scan. */
  static String tree(TypeEntry entry) {
    String root = entry.unit().root();
    return root.isEmpty() ? "." : root;
  }

  /** The pairs of types with different names. */
  List<Pair> others() {
    return others;
  }

  /** The groups of twins, each with the largest type first. */
  List<List<Pair>> groups() {
    return new ArrayList<>(byTrees.values());
  }
}
