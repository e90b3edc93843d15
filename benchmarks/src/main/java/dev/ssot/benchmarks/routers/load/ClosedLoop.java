package dev.ssot.benchmarks.routers.load;

/** Every line has a few messages under way at any time: as much as the server can do. */
final class ClosedLoop extends Asking {

  private final int window;

  ClosedLoop(Fleet fleet, int eventsEach, int window) {
    super(fleet.lines(), eventsEach);
    this.window = window;
  }

  /** Begins on one line. */
  void begin(Line line) {
    for (int i = 0; i < window; i++) {
      ask(line);
    }
    line.flush();
  }

  @Override
  void answered(Line line, long own) {
    ask(line);
  }
}
