package dev.ssot.benchmarks.baseline;

import dev.ssot.benchmarks.recognition.Decider;
import dev.ssot.benchmarks.recognition.Ranker;
import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;

/** Recognises rivals by one score of a pair of types. */
abstract class Scorer implements Ranker, Decider {

  private final String name;
  private final int types;
  private final double bar;

  /**
   * A scorer.
   *
   * @param bar the score from which a pair is taken for rivals
   */
  Scorer(String name, Codebase codebase, double bar) {
    this.name = name;
    this.types = codebase.types().size();
    this.bar = bar;
  }

  /** The score of two types by their ids; 0 where nothing speaks for them. */
  abstract double score(int one, int other);

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final Order order(TypeEntry query) {
    double[] scores = new double[types];
    for (int i = 0; i < types; i++) {
      scores[i] = i == query.id() ? 0 : score(query.id(), i);
    }
    return new ScoreOrder(scores);
  }

  @Override
  public final boolean areRivals(TypeEntry left, TypeEntry right) {
    return score(left.id(), right.id()) >= bar;
  }
}
