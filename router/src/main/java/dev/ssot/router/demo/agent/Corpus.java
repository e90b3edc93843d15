package dev.ssot.router.demo.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A few short texts that can be searched. They are ranked by Okapi BM25 (Robertson and Zaragoza,
 * <i>The Probabilistic Relevance Framework</i>, 2009). Immutable.
 */
final class Corpus {

  /** The two constants of BM25, as is usual. */
  private static final double SATURATION = 1.2;

  private static final double LENGTH_WEIGHT = 0.75;

  private final List<Entry> entries;
  private final Map<String, Integer> entriesByWord = new TreeMap<>();
  private final double meanLength;

  private Corpus(List<Entry> entries) {
    this.entries = entries;
    entries.forEach(
        entry -> entry.counts().keySet().forEach(w -> entriesByWord.merge(w, 1, Integer::sum)));
    meanLength = entries.stream().mapToInt(Entry::length).average().orElse(1);
  }

  /** One text. */
  record Text(String title, String body) {}

  /** A text that fits a question, and how well. */
  record Hit(Text text, double score) {}

  private record Entry(Text text, Map<String, Integer> counts, int length) {

    static Entry of(Text text) {
      Map<String, Integer> counts = new LinkedHashMap<>();
      List<String> words = Words.stems(text.title() + " " + text.title() + " " + text.body());
      words.forEach(word -> counts.merge(word, 1, Integer::sum));
      return new Entry(text, counts, words.size());
    }
  }

  /** The texts that the demonstration brings along. */
  static Corpus bundled() {
    try (InputStream file = Corpus.class.getResourceAsStream("corpus.txt")) {
      byte[] bytes = Objects.requireNonNull(file, "corpus.txt").readAllBytes();
      return parse(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException("Resource `corpus.txt` can't be read", broken);
    }
  }

  /** Texts with an empty line between two, the title being the first line of each. */
  static Corpus parse(String all) {
    return new Corpus(
        Arrays.stream(all.strip().split("\n\n+", -1))
            .map(part -> part.split("\n", 2))
            .map(lines -> new Text(lines[0], lines[1].replace('\n', ' ').strip()))
            .map(Entry::of)
            .toList());
  }

  /** How many texts there are. */
  int size() {
    return entries.size();
  }

  /** The texts that fit, the best first. */
  List<Hit> search(String question, int most) {
    List<String> words = Words.stems(question);
    return entries.stream()
        .map(entry -> new Hit(entry.text(), score(entry, words)))
        .filter(hit -> hit.score() > 0)
        .sorted(Comparator.comparingDouble(Hit::score).reversed())
        .limit(most)
        .toList();
  }

  private double score(Entry entry, List<String> words) {
    return words.stream().distinct().mapToDouble(word -> score(entry, word)).sum();
  }

  private double score(Entry entry, String word) {
    int count = entry.counts().getOrDefault(word, 0);
    int among = entriesByWord.getOrDefault(word, 0);
    double rarity = Math.log(1 + (entries.size() - among + 0.5) / (among + 0.5));
    double length = 1 - LENGTH_WEIGHT + LENGTH_WEIGHT * entry.length() / meanLength;
    return rarity * count * (SATURATION + 1) / (count + SATURATION * length);
  }
}
