package dev.ssot.benchmarks.routers.load;

import java.time.Duration;
import java.util.List;
import org.HdrHistogram.Histogram;

/** Histograms of nanoseconds up to a minute, to a thousandth. */
final class Latencies {

  private static final long LONGEST = Duration.ofMinutes(1).toNanos();
  private static final int DIGITS = 3;

  private Latencies() {}

  static Histogram histogram() {
    return new Histogram(LONGEST, DIGITS);
  }

  /** Counts a latency; one that is longer than a minute counts as a minute. */
  static void record(Histogram histogram, long nanos) {
    histogram.recordValue(Math.max(0, Math.min(LONGEST, nanos)));
  }

  static Histogram together(List<Histogram> parts) {
    Histogram all = histogram();
    parts.forEach(all::add);
    return all;
  }
}
