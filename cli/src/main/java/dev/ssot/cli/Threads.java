package dev.ssot.cli;

import dev.ssot.cli.message.Diagnostic;
import dev.ssot.cli.message.Rejection;
import org.jspecify.annotations.Nullable;

/** How many files are read at once. */
final class Threads {

  private static final int MOST = 256;

  private Threads() {}

  static int of(@Nullable Integer given) {
    if (given == null) {
      return Math.min(MOST, Runtime.getRuntime().availableProcessors());
    }
    if (given < 1 || given > MOST) {
      throw new Rejection(
          Diagnostic.of("--threads is %d".formatted(given), "give a number from 1 to " + MOST));
    }
    return given;
  }
}
