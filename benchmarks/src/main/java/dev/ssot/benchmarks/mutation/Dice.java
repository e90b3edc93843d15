package dev.ssot.benchmarks.mutation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;

/** Chance that is the same on every machine and in every run, with words for new names. */
public final class Dice {

  private static final List<String> WORDS = words();

  private final Random random;

  /** Dice that fall as {@code seed} says. */
  public Dice(String seed) {
    this.random = new Random(seed.hashCode());
  }

  private static List<String> words() {
    try (InputStream bytes = Dice.class.getResourceAsStream("words.txt")) {
      String text =
          new String(Objects.requireNonNull(bytes).readAllBytes(), StandardCharsets.UTF_8);
      return List.of(text.strip().split("\\s+"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A number from 0 to below {@code bound}. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** The elements in another order. */
  <T> List<T> shuffled(List<T> elements) {
    List<T> shuffled = new ArrayList<>(elements);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  /** A word that code seldom uses. */
  String word() {
    return WORDS.get(below(WORDS.size()));
  }

  /** A new name of as many words and in the same style as {@code old}. */
  String nameLike(String old) {
    if (old.equals(old.toUpperCase(Locale.ROOT)) && old.length() > 1) {
      return String.join("_", words(old.split("_+").length)).toUpperCase(Locale.ROOT);
    }
    String name = camel(words(old.split("(?=\\p{Lu})").length));
    return Character.isUpperCase(old.charAt(0))
        ? name
        : Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  private List<String> words(int count) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < Math.max(1, Math.min(count, 3)); i++) {
      words.add(word());
    }
    return words;
  }

  private static String camel(List<String> words) {
    StringBuilder name = new StringBuilder();
    words.forEach(
        word -> name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1)));
    return name.toString();
  }
}
