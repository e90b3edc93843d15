package dev.ssot.rules.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CyclesTest {

  /** The cycles of a graph of edges such as {@code ab}. */
  private static List<String> cycles(String... edges) {
    NavigableMap<String, NavigableSet<String>> graph = new TreeMap<>();
    for (String edge : edges) {
      graph.computeIfAbsent(edge.substring(0, 1), key -> new TreeSet<>()).add(edge.substring(1));
    }
    return new Cycles(graph).minimal().stream().map(cycle -> String.join("", cycle)).toList();
  }

  @Test
  void aGraphWithoutCyclesHasNone() {
    assertEquals(List.of(), cycles("ab", "bc", "ac", "dc"));
  }

  @Test
  void aCycleBeginsWithItsSmallestNode() {
    assertEquals(List.of("abc"), cycles("ca", "bc", "ab"));
  }

  @Test
  void theSmallestLoopsTellAKnotAndCoverEachOfItsEdges() {
    assertEquals(List.of("ab", "bcd", "abcd"), cycles("ab", "ba", "bc", "cd", "db", "da"));
  }

  @Test
  void anEdgeThatClosesANewCycleAddsOne() {
    assertEquals(List.of("ab"), cycles("ab", "ba", "bc"));
    assertEquals(List.of("ab", "bc"), cycles("ab", "ba", "bc", "cb"));
  }
}
