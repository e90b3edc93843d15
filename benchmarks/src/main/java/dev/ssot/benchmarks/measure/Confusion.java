package dev.ssot.benchmarks.measure;

import dev.ssot.benchmarks.report.Results;
import java.util.List;

/** Counts what was said of labelled pairs. */
final class Confusion {

  private long found;
  private long missed;
  private long wronglyFound;
  private long rightlyLeft;

  void add(boolean rival, boolean said) {
    found += rival && said ? 1 : 0;
    missed += rival && !said ? 1 : 0;
    wronglyFound += !rival && said ? 1 : 0;
    rightlyLeft += !rival && !said ? 1 : 0;
  }

  /** The cells of a table: precision, recall, and the four counts. */
  List<String> cells(Results results, String key) {
    return List.of(
        results.add(key + ".precision", found, found + wronglyFound).share(),
        results.add(key + ".recall", found, found + missed).share(),
        String.valueOf(found),
        String.valueOf(missed),
        String.valueOf(wronglyFound),
        String.valueOf(rightlyLeft));
  }

  /** Of the pairs that were added, those that were said to be rivals. */
  String said() {
    return "%s of %s".formatted(found + wronglyFound, found + missed + wronglyFound + rightlyLeft);
  }
}
