package dev.ssot.router.demo.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CorpusTest {

  private static final Corpus THREE =
      Corpus.parse(
          """
          Apples
          Apples grow on trees.
          They are round.

          Pears
          Pears grow on trees and hang beside apples.

          Whales
          Whales swim.
          """);

  private static List<String> titles(Corpus corpus, String question) {
    return corpus.search(question, 10).stream().map(hit -> hit.text().title()).toList();
  }

  @Test
  void ranksWhatIsAboutAWordBeforeWhatMentionsIt() {
    assertEquals(List.of("Apples", "Pears"), titles(THREE, "an apple?"));
  }

  @Test
  void findsNothingWhereNothingFits() {
    assertEquals(List.of(), titles(THREE, "what is the and of"));
    assertEquals(List.of(), titles(THREE, "zebra"));
    assertEquals(List.of(), titles(THREE, ""));
  }

  @Test
  void givesRareWordsMoreWeight() {
    assertEquals("Whales", titles(THREE, "grow whales").get(0));
  }

  @Test
  void joinsTheLinesOfAText() {
    assertEquals(
        "Apples grow on trees. They are round.", THREE.search("round", 1).get(0).text().body());
  }

  @Test
  void findsEachBundledTextByItsTitle() {
    Corpus bundled = Corpus.bundled();
    assertTrue(bundled.size() > 20, "Only " + bundled.size());
    for (Corpus.Hit hit : bundled.search("router client event message reader", bundled.size())) {
      assertEquals(hit.text(), bundled.search(hit.text().title(), 1).get(0).text());
    }
  }
}
