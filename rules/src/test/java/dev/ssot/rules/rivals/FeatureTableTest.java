package dev.ssot.rules.rivals;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.rules.codebase.Fingerprints;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeatureTableTest {

  private static final double EXACTLY = 1e-9;

  private final Numbers.OfNames numbers = new Numbers.OfNames();

  private FeatureTable table(int types, List<int[]> sets) {
    return FeatureTable.of(numbers, Rarity.among(types), sets);
  }

  private static Overlap overlap(FeatureTable table, int[] left, int[] right) {
    return table.overlap(
        table.shared(left, right), table.weight(table.sum(left)), table.weight(table.sum(right)));
  }

  private static double weight(int types, int having) {
    Rarity rarity = Rarity.among(types);
    return rarity.weight(1, rarity.commonness(having));
  }

  @Test
  void countsTypesAndNotMentions() {
    int[] first = numbers.of(List.of("route", "send", "route"));
    int[] second = numbers.of(List.of("send", "close"));
    FeatureTable table = table(2, List.of(first, second));

    assertArrayEquals(new int[] {0, 0, 1}, first);
    assertArrayEquals(new int[] {1, 2}, second);
    assertEquals(1, table.frequency(0));
    assertEquals(2, table.frequency(1));
    assertEquals("send", table.feature(1));
    assertEquals(3, numbers.size());
  }

  @Test
  void theRarerTheHeavier() {
    assertTrue(weight(100, 1) > weight(100, 2));
    assertTrue(weight(100, 2) > weight(100, 100));
    assertEquals(0.05, weight(100, 100), EXACTLY);
    assertEquals(Math.log(101 / 3.0) + 0.05, weight(100, 2), EXACTLY);
  }

  @Test
  void overlapWeighsWhatIsSharedAgainstBothSides() {
    int[] left = numbers.of(List.of("a", "b", "c"));
    int[] right = numbers.of(List.of("b", "c", "d", "e"));
    int[] third = numbers.of(List.of("c"));
    Overlap overlap = overlap(table(3, List.of(left, right, third)), left, right);

    double rare = weight(3, 1);
    double twice = weight(3, 2);
    double common = weight(3, 3);
    assertEquals(2, overlap.count());
    assertEquals(twice + common, overlap.shared(), EXACTLY);
    assertEquals((twice + common) / (rare + twice + common), overlap.containment(), EXACTLY);
    assertEquals((twice + common) / (3 * rare + twice + common), overlap.jaccard(), EXACTLY);
  }

  @Test
  void nothingOverlapsWithNothing() {
    int[] none = numbers.of(List.of());
    int[] some = numbers.of(List.of("a"));
    FeatureTable table = table(2, List.of(none, some));

    assertEquals(0, overlap(table, none, some).containment());
    assertEquals(0, overlap(table, none, none).jaccard());
    assertEquals(1, overlap(table, some, some).jaccard(), EXACTLY);
  }

  @Test
  void sumsAreTheSameInWhateverOrderNumbersWereGiven() {
    List<String> names = IntStream.range(0, 500).mapToObj(i -> "f" + i).toList();
    List<String> some = names.subList(100, 400);
    int[] all = numbers.of(names);
    int[] few = numbers.of(some);
    int[] one = numbers.of(List.of("f250"));
    Numbers.OfNames others = new Numbers.OfNames();
    int[] otherOne = others.of(List.of("f250"));
    int[] otherFew = others.of(some.stream().sorted(Comparator.reverseOrder()).toList());
    int[] otherAll = others.of(names);

    assertEquals(
        overlap(table(3, List.of(all, few, one)), all, few),
        overlap(
            FeatureTable.of(others, Rarity.among(3), List.of(otherOne, otherAll, otherFew)),
            otherAll,
            otherFew));
  }

  @Test
  void aLaterTableKnowsWhatHasBecomeMoreOrLessFrequent() {
    int[] first = numbers.of(List.of("a", "b", "c"));
    int[] second = numbers.of(List.of("c", "d"));
    FeatureTable before = table(2, List.of(first, second));
    int[] instead = numbers.of(List.of("a", "b", "e"));
    FeatureTable after = before.next(Rarity.among(2), List.of(first), List.of(instead));

    assertEquals(1, after.frequency(numbers.of(List.of("a"))[0]));
    assertEquals(1, after.frequency(numbers.of(List.of("c"))[0]));
    assertEquals(1, after.frequency(numbers.of(List.of("e"))[0]));
    assertFalse(after.isChanged(numbers.of(List.of("a", "b", "d"))));
    assertTrue(after.isChanged(numbers.of(List.of("b", "c"))));
    assertTrue(after.isChanged(numbers.of(List.of("e"))));
    assertFalse(before.isChanged(first), "the table of the look before is as it was");
    assertEquals(2, before.frequency(numbers.of(List.of("c"))[0]));
  }

  @Test
  void aFeatureThatOneTypeLosesAndAnotherGainsIsTouchedAndNotChanged() {
    int[] first = numbers.of(List.of("a", "b"));
    int[] second = numbers.of(List.of("c"));
    FeatureTable before = table(2, List.of(first, second));
    FeatureTable after =
        before.next(
            Rarity.among(2),
            List.of(first, second),
            List.of(numbers.of(List.of("b")), numbers.of(List.of("a", "c"))));
    int[] moved = numbers.of(List.of("a"));

    assertFalse(after.isChanged(moved));
    assertTrue(after.isTouched(moved, 12));
    assertFalse(after.isTouched(moved, 0), "so many have it that it does not count");
  }

  @Test
  void whatNoTypeHasAnyMoreIsWasteOnceThereIsMuchOfIt() {
    int[] many = numbers.of(IntStream.range(0, 30_000).mapToObj(i -> "f" + i).toList());
    int[] few = numbers.of(List.of("g"));
    FeatureTable before = table(2, List.of(many, few));

    assertFalse(before.isMostlyUnused());
    assertTrue(before.next(Rarity.among(1), List.of(many), List.of()).isMostlyUnused());
  }

  @Test
  void fingerprintsKeepTheirNumbersWhenThereAreMany() {
    Numbers.OfPrints prints = new Numbers.OfPrints();
    int[] values = new Random(1).ints(50_000).distinct().toArray();
    int[] before = prints.of(Fingerprints.of(values, values.length));

    assertEquals(values.length, prints.size());
    assertArrayEquals(IntStream.range(0, values.length).toArray(), before);
    assertArrayEquals(before, prints.of(Fingerprints.of(values, values.length)));
    assertEquals(values.length, prints.size());
  }
}
