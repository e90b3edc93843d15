package dev.ssot.benchmarks;

import dev.ssot.benchmarks.data.BadData;
import dev.ssot.benchmarks.measure.UnknownTypes;
import java.io.PrintStream;
import java.util.List;

/** Measures accuracy; started by {@code benchmarks/measure-accuracy}. */
public final class AccuracyMain {

  private static final int BELOW = 1;
  private static final int MISUSE = 2;

  private AccuracyMain() {}

  /** Exit status: 0 measured, 1 below a bound, 2 wrong arguments or data. */
  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments), System.out, System.err));
  }

  static int run(List<String> arguments, PrintStream out, PrintStream err) {
    try {
      return new AccuracyRun(Options.parse(arguments), out, err).run() ? 0 : BELOW;
    } catch (Options.Misuse | BadData | UnknownTypes e) {
      err.println("measure-accuracy: error: " + e.getMessage());
      return MISUSE;
    }
  }
}
