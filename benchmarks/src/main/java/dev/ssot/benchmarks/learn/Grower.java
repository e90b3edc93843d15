package dev.ssot.benchmarks.learn;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Grows extremely randomised trees (Geurts, Ernst, Wehenkel 2006): at each node some features are
 * drawn and for each a threshold, and the best of these splits is taken. The same lessons give the
 * same trees on every machine.
 */
final class Grower {

  private static final int TREES = 100;
  private static final int DEEPEST = 14;
  private static final double SHARE_OF_FEATURES = 0.3;
  private static final double LIGHTEST = 2;
  private static final int MILLE = 1000;
  private static final MathContext DIGITS = new MathContext(4);

  private final List<Lesson> lessons;
  private final int features;

  Grower(List<Lesson> lessons, int features) {
    this.lessons = List.copyOf(lessons);
    this.features = features;
  }

  /** The trees, a line each, as the rules read them; several are grown at once. */
  List<String> grow() {
    return IntStream.range(0, TREES).parallel().mapToObj(this::tree).toList();
  }

  private String tree(int number) {
    List<String> nodes = new ArrayList<>();
    int[] rows = new int[lessons.size()];
    Arrays.setAll(rows, row -> row);
    grow(rows, 0, new SplittableRandom(number), nodes);
    return String.join(" ", nodes);
  }

  private void grow(int[] rows, int depth, SplittableRandom chance, List<String> nodes) {
    Share share = Share.of(lessons, rows);
    Optional<Split> best =
        share.isPure() || depth == DEEPEST ? Optional.empty() : best(rows, share, chance);
    if (best.isEmpty()) {
      nodes.add(String.valueOf(Math.round(MILLE * share.ofRivals())));
      return;
    }
    Split split = best.get();
    nodes.add("%s:%s".formatted(split.feature(), split.threshold().toPlainString()));
    grow(side(rows, split, true), depth + 1, chance, nodes);
    grow(side(rows, split, false), depth + 1, chance, nodes);
  }

  private int[] side(int[] rows, Split split, boolean low) {
    return Arrays.stream(rows).filter(row -> split.isLow(lessons.get(row)) == low).toArray();
  }

  private Optional<Split> best(int[] rows, Share all, SplittableRandom chance) {
    int[] order = new int[features];
    Arrays.setAll(order, feature -> feature);
    List<Split> splits = new ArrayList<>();
    int wanted = (int) Math.ceil(features * SHARE_OF_FEATURES);
    for (int drawn = 0; drawn < features && splits.size() < wanted; drawn++) {
      int other = drawn + chance.nextInt(features - drawn);
      int feature = order[other];
      order[other] = order[drawn];
      draw(rows, feature, all, chance).ifPresent(splits::add);
    }
    return splits.stream()
        .filter(split -> split.lighter() >= LIGHTEST)
        .min(Comparator.comparingDouble(Split::impurity));
  }

  /** A split of the rows at a threshold drawn for a feature; none where all have one value. */
  private Optional<Split> draw(int[] rows, int feature, Share all, SplittableRandom chance) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int row : rows) {
      double value = lessons.get(row).value(feature);
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    if (least == most) {
      return Optional.empty();
    }
    double drawn = least + chance.nextDouble() * (most - least);
    BigDecimal threshold = new BigDecimal(drawn).round(DIGITS).stripTrailingZeros();
    double low = 0;
    double lowRivals = 0;
    for (int row : rows) {
      Lesson lesson = lessons.get(row);
      if (lesson.value(feature) <= threshold.doubleValue()) {
        low += lesson.weight();
        lowRivals += lesson.rival() ? lesson.weight() : 0;
      }
    }
    Share lower = new Share(low, lowRivals);
    Share higher = new Share(all.weight() - low, all.rivals() - lowRivals);
    return Optional.of(
        new Split(
            feature,
            threshold,
            Math.min(lower.weight(), higher.weight()),
            lower.impurity() + higher.impurity()));
  }

  /** A way to part lessons, with the weight of the lighter part and how mixed both are. */
  private record Split(int feature, BigDecimal threshold, double lighter, double impurity) {

    boolean isLow(Lesson lesson) {
      return lesson.value(feature) <= threshold.doubleValue();
    }
  }

  /** How much some lessons weigh, and the rivals among them. */
  private record Share(double weight, double rivals) {

    static Share of(List<Lesson> lessons, int[] rows) {
      double weight = 0;
      double rivals = 0;
      for (int row : rows) {
        Lesson lesson = lessons.get(row);
        weight += lesson.weight();
        rivals += lesson.rival() ? lesson.weight() : 0;
      }
      return new Share(weight, rivals);
    }

    double ofRivals() {
      return weight <= 0 ? 0 : rivals / weight;
    }

    boolean isPure() {
      return rivals <= 0 || rivals >= weight;
    }

    /** Gini impurity times weight. */
    double impurity() {
      return 2 * ofRivals() * (1 - ofRivals()) * weight;
    }
  }
}
