package dev.ssot.benchmarks.baseline;

import dev.ssot.benchmarks.recognition.Ranker;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The order by a score, the highest first. Types of one score share the place in their middle;
 * types without a score have none.
 */
final class ScoreOrder implements Ranker.Order {

  private final double[] scores;

  /**
   * An order.
   *
   * @param scores by the id of the type; that of the query itself is 0
   */
  ScoreOrder(double[] scores) {
    this.scores = scores.clone();
  }

  @Override
  public int rank(int type, Set<Integer> absent) {
    double score = scores[type];
    if (score <= 0) {
      return 0;
    }
    int higher = 0;
    int equal = 0;
    for (int i = 0; i < scores.length; i++) {
      if (scores[i] >= score && i != type && !absent.contains(i)) {
        higher += scores[i] > score ? 1 : 0;
        equal += scores[i] > score ? 0 : 1;
      }
    }
    return 1 + higher + equal / 2;
  }

  @Override
  public List<Integer> first(int count) {
    return IntStream.range(0, scores.length)
        .filter(type -> scores[type] > 0)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer type) -> -scores[type]))
        .limit(count)
        .toList();
  }
}
