package dev.ssot.benchmarks.routers.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;

/**
 * One line speaks to all: either a few announcements are under way at any time, or one is sent at
 * every beat.
 */
final class Announcing implements Course {

  private final Line speaker;
  private final int readers;
  private final long first;
  private final List<OrderCheck> checks = new ArrayList<>();
  private final List<Histogram> latencies = new ArrayList<>();
  private final AtomicLong events = new AtomicLong();
  private final LongAdder refusals = new LongAdder();
  private final Pace pace;
  private final boolean paced;
  private volatile long recordFrom = Long.MAX_VALUE;
  private volatile long recordTo = Long.MAX_VALUE;
  private volatile boolean open = true;

  private Announcing(Fleet fleet, Pace pace, boolean paced) {
    this.pace = pace;
    this.paced = paced;
    speaker = fleet.lines().get(0);
    readers = fleet.lines().size();
    first = speaker.asked();
    fleet.lines().forEach(line -> checks.add(new OrderCheck(0)));
    for (int lane = 0; lane < Fleet.lanes(); lane++) {
      latencies.add(Latencies.histogram());
    }
  }

  /** As fast as the server can. */
  static Announcing unpaced(Fleet fleet) {
    return new Announcing(fleet, new Pace(0, 1, 1), false);
  }

  /** At equal distances. */
  static Announcing paced(Fleet fleet, int perSecond) {
    return new Announcing(fleet, new Pace(System.nanoTime(), 1, perSecond), true);
  }

  /** Begins, on the speaker's thread. */
  void begin(int window) {
    if (paced) {
      long period = TimeUnit.SECONDS.toNanos(1) / pace.perSecond();
      var unused = speaker.loop().scheduleAtFixedRate(this::beat, 0, period, TimeUnit.NANOSECONDS);
    } else {
      for (int i = 0; i < window; i++) {
        announce();
      }
    }
  }

  @Override
  public void event(Line line, long number, int index) {
    long own = number - first;
    if (own < 0) {
      return;
    }
    checks.get(line.index()).came(own);
    long due = pace.due(0, own);
    if (paced && due >= recordFrom && due < recordTo) {
      Latencies.record(latencies.get(line.lane()), System.nanoTime() - due);
    }
    if (events.incrementAndGet() % readers == 0 && !paced) {
      speaker.loop().execute(this::announce);
    }
  }

  @Override
  public void refused(Line line, String text) {
    refusals.increment();
  }

  void record() {
    recordFrom = System.nanoTime();
  }

  void stop() {
    recordTo = System.nanoTime();
    open = false;
  }

  long events() {
    return events.get();
  }

  Histogram latencies() {
    return Latencies.together(latencies);
  }

  Faults faults() {
    Faults all = new Faults(0, 0, 0, refusals.sum());
    for (OrderCheck check : checks) {
      all = all.plus(check.faults(speaker.asked() - first));
    }
    return all;
  }

  /** How many events have to come in all. */
  long expected() {
    return (speaker.asked() - first) * readers;
  }

  private void beat() {
    if (!open) {
      throw new IllegalStateException("The course is over");
    }
    announce();
  }

  private void announce() {
    if (open) {
      speaker.announce();
      speaker.flush();
    }
  }
}
