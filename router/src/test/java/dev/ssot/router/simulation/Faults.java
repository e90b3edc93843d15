package dev.ssot.router.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * Broken promises that were noticed where an error thrown would be taken for that of a handler, a
 * transport or the log.
 */
final class Faults {

  private final List<AssertionError> noticed = new ArrayList<>();

  /** Keeps what an examination finds. */
  void examine(Runnable examination) {
    try {
      examination.run();
    } catch (AssertionError broken) {
      noticed.add(broken);
    }
  }

  /** Fails with the first that was noticed. */
  void requireNone() {
    if (!noticed.isEmpty()) {
      throw noticed.get(0);
    }
  }
}
