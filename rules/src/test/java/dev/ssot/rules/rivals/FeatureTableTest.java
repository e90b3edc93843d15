package dev.ssot.rules.rivals;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeatureTableTest {

  private static final double EXACTLY = 1e-12;

  private final FeatureTable table = new FeatureTable();

  @Test
  void countsTypesAndNotMentions() {
    int[] first = table.add(List.of("route", "send", "route"));
    int[] second = table.add(List.of("send", "close"));

    assertArrayEquals(new int[] {0, 0, 1}, first);
    assertArrayEquals(new int[] {1, 2}, second);
    assertEquals(1, table.frequency(0));
    assertEquals(2, table.frequency(1));
    assertEquals("send", table.feature(1));
    assertEquals(3, table.size());
  }

  @Test
  void theRarerTheHeavier() {
    assertTrue(FeatureTable.weight(100, 1) > FeatureTable.weight(100, 2));
    assertTrue(FeatureTable.weight(100, 2) > FeatureTable.weight(100, 100));
    assertEquals(0.05, FeatureTable.weight(100, 100), EXACTLY);
    assertEquals(Math.log(101 / 3.0) + 0.05, FeatureTable.weight(100, 2), EXACTLY);
  }

  @Test
  void overlapWeighsWhatIsSharedAgainstBothSides() {
    int[] left = table.add(List.of("a", "b", "c"));
    int[] right = table.add(List.of("b", "c", "d", "e"));
    table.add(List.of("c"));
    table.weigh(3);
    Overlap overlap = table.overlap(left, right);

    double rare = FeatureTable.weight(3, 1);
    double twice = FeatureTable.weight(3, 2);
    double common = FeatureTable.weight(3, 3);
    assertEquals(2, overlap.count());
    assertEquals(twice + common, overlap.shared(), EXACTLY);
    assertEquals((twice + common) / (rare + twice + common), overlap.containment(), EXACTLY);
    assertEquals((twice + common) / (3 * rare + twice + common), overlap.jaccard(), EXACTLY);
  }

  @Test
  void nothingOverlapsWithNothing() {
    int[] none = table.add(List.of());
    int[] some = table.add(List.of("a"));
    table.weigh(2);

    assertEquals(0, table.overlap(none, some).containment());
    assertEquals(0, table.overlap(none, none).jaccard());
    assertEquals(1, table.overlap(some, some).jaccard(), EXACTLY);
  }

  @Test
  void growsBeyondItsFirstSize() {
    List<String> many = IntStream.range(0, 5_000).mapToObj(i -> "f" + i).toList();
    assertEquals(5_000, table.add(many).length);
    table.add(List.of("f4999"));
    table.weigh(2);

    assertEquals(2, table.frequency(4_999));
    assertEquals("f4999", table.feature(4_999));
    assertEquals(FeatureTable.weight(2, 2), table.weight(4_999), EXACTLY);
  }
}
