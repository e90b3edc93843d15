package dev.ssot.benchmarks.routers.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * A message at every beat, whatever has come back. Latency counts from the moment at which a
 * message was due, not from when it got out, so that a server that holds everything up is charged
 * for what waited.
 */
final class OpenLoop extends Asking {

  /** Time between two looks at what is due. */
  private static final long LOOK_MICROS = 250;

  private final Fleet fleet;
  private final Pace pace;
  private final List<Histogram> latencies = new ArrayList<>();
  private volatile long recordFrom = Long.MAX_VALUE;
  private volatile long recordTo = Long.MAX_VALUE;

  /** A course over all lines. */
  OpenLoop(Fleet fleet, Pace pace, int eventsEach) {
    super(fleet.lines(), eventsEach);
    this.fleet = fleet;
    this.pace = pace;
    for (int lane = 0; lane < Fleet.lanes(); lane++) {
      latencies.add(Latencies.histogram());
    }
  }

  void begin() {
    for (int lane = 0; lane < Fleet.lanes(); lane++) {
      int own = lane;
      List<Line> lines = fleet.lines().stream().filter(line -> line.lane() == own).toList();
      Beat beat = new Beat(this, pace, lines);
      var unused =
          fleet
              .loop(lane)
              .scheduleAtFixedRate(beat, LOOK_MICROS, LOOK_MICROS, TimeUnit.MICROSECONDS);
    }
  }

  /** Counts what is due from now on. */
  void record() {
    recordFrom = System.nanoTime();
  }

  /** Counts nothing that is due later; what was due still counts when it comes. */
  @Override
  void stop() {
    recordTo = System.nanoTime();
    super.stop();
  }

  /** Latencies in nanoseconds; called when nothing comes any more. */
  Histogram latencies() {
    return Latencies.together(latencies);
  }

  @Override
  void answered(Line line, long own) {
    long due = pace.due(line.index(), own);
    if (due >= recordFrom && due < recordTo) {
      Latencies.record(latencies.get(line.lane()), System.nanoTime() - due);
    }
  }
}
