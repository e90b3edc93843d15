package dev.ssot.router.simulation;

import java.util.ArrayDeque;
import java.util.function.Supplier;

/** The latest things that happened, for whoever replays a schedule that fails. */
final class Trace {

  private final ArrayDeque<String> latest = new ArrayDeque<>();
  private final int length;

  /** A trace of so many things; 0 for none. */
  Trace(int length) {
    this.length = length;
  }

  void note(Supplier<String> what) {
    if (length == 0) {
      return;
    }
    if (latest.size() >= length) {
      latest.removeFirst();
    }
    latest.addLast(what.get());
  }

  @Override
  public String toString() {
    return String.join("\n  ", latest);
  }
}
