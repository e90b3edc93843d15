package dev.ssot.rules.codebase.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ssot.rules.codebase.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CountsTest {

  /** Characters on both sides of what a byte holds, and the first that is beyond it. */
  private static final String LETTERS = "abz\u00e9\u00fe\u00ff\u0100\u0101\u4e00";

  private final Counts counts = new Counts();

  private static List<String> distinctTexts(Random random, int count) {
    List<String> texts = new ArrayList<>();
    while (texts.size() < count) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "begin" : "");
      for (int length = random.nextInt(5); length > 0; length--) {
        text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
      }
      if (!texts.contains(text.toString())) {
        texts.add(text.toString());
      }
    }
    return texts;
  }

  @Test
  void givesTextsInTheirOrderAndAsOftenAsTheirCountDoubles() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      List<String> texts = distinctTexts(random, 1 + random.nextInt(60));
      SortedMap<String, Integer> expected = new TreeMap<>();
      for (int i = 0; i < 100; i++) {
        int number = random.nextInt(texts.size());
        counts.add(number);
        expected.merge(texts.get(number), 1, Integer::sum);
      }
      assertEquals(Words.repeated(expected), counts.take(texts::get));
    }
  }

  @Test
  void forgetsWhatWasTakenAndWhatWasDropped() {
    counts.add(2);
    counts.add(1);
    assertEquals(List.of("1", "2"), counts.take(String::valueOf));
    counts.add(1);
    counts.add(3);
    counts.drop(3);
    assertEquals(List.of("1"), counts.take(String::valueOf));
    assertEquals(List.of(), counts.take(String::valueOf));
  }
}
