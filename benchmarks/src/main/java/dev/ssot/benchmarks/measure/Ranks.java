package dev.ssot.benchmarks.measure;

import dev.ssot.benchmarks.report.Figure;
import dev.ssot.benchmarks.report.Results;
import java.util.List;

/** Sums up the places that rivals were found at. */
final class Ranks {

  /** As many as a reader looks at. */
  static final int FEW = 5;

  private long count;
  private long first;
  private long few;
  private double reciprocal;

  /** Adds a place; 0 stands for none. */
  void add(int rank) {
    count++;
    first += rank == 1 ? 1 : 0;
    few += rank > 0 && rank <= FEW ? 1 : 0;
    reciprocal += rank > 0 ? 1.0 / rank : 0;
  }

  /** The cells of a table: ranked first, among the first five, mean reciprocal rank. */
  List<String> cells(Results results, String key) {
    return List.of(
        results.add(key + ".first", first, count).share(),
        results.add(key + ".first-five", few, count).share(),
        results.add(new Figure(key + ".reciprocal", reciprocal, count)).mean());
  }
}
