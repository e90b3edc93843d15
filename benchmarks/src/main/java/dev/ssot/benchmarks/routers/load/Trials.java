package dev.ssot.benchmarks.routers.load;

import dev.ssot.benchmarks.routers.dialect.Dialect;
import dev.ssot.benchmarks.routers.process.ServerProcess;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.HdrHistogram.Histogram;

/** What every server is put through. */
public final class Trials {

  /** Messages that a line has under way in a closed loop. */
  private static final int WINDOW = 4;

  /** Events that answer one message when they are to leave together. */
  private static final int COALESCED = 10;

  /** Announcements that are under way at once. */
  private static final int ANNOUNCEMENTS = 4;

  private static final int ANNOUNCEMENTS_PER_SECOND = 20;
  private static final long LOOK_MILLIS = 5;
  private static final double MICRO = 1e3;

  private final ServerProcess server;
  private final Dialect dialect;
  private final Timing timing;
  private final Figures figures;

  /** Trials of one server, whose figures are added to {@code figures}. */
  public Trials(ServerProcess server, Dialect dialect, Timing timing, Figures figures) {
    this.server = server;
    this.dialect = dialect;
    this.timing = timing;
    this.figures = figures;
  }

  /** Keeps the server busy until its code is compiled, and measures nothing. */
  public void warm() throws InterruptedException {
    try (Fleet fleet = fleet()) {
      finish(fleet, warmed(fleet, 1));
    }
  }

  /** As many messages as it can route: each to its handler, and one event back to the user. */
  public void routed() throws InterruptedException {
    try (Fleet fleet = fleet()) {
      closedLoop(fleet, "routed", 1);
    }
  }

  /** The same with several events in answer to each message. */
  public void coalesced() throws InterruptedException {
    try (Fleet fleet = fleet()) {
      closedLoop(fleet, "coalesced", COALESCED);
    }
  }

  /** How long a message takes to its handler and back as an event, at given rates. */
  public void latency() throws InterruptedException {
    for (int rate : timing.rates()) {
      try (Fleet fleet = fleet()) {
        latency(fleet, "latency-" + rate, rate);
      }
    }
  }

  /** One event to everybody: as many as it can, and how long one takes to each reader. */
  public void fanOut() throws InterruptedException {
    try (Fleet fleet = fleet()) {
      Announcing unpaced = Announcing.unpaced(fleet);
      announce(fleet, unpaced, timing.warm());
      Window window = new Window(server, unpaced::events);
      pause(timing.measured());
      window.close(figures, "fan-out");
      finish(unpaced, "fan-out");
      Announcing paced = Announcing.paced(fleet, ANNOUNCEMENTS_PER_SECOND);
      announce(fleet, paced, timing.settled());
      paced.record();
      pause(timing.measured());
      finish(paced, "fan-out-paced");
      percentiles("fan-out-paced", paced.latencies());
    }
  }

  /** Memory for each idle connection. A tenth of the connections come first and do not count. */
  public void memory() throws InterruptedException {
    try (Fleet fleet = new Fleet(server.port(), dialect)) {
      int first = timing.idle() / 10;
      fleet.grow(first);
      long before = server.residentBytes();
      fleet.grow(first + timing.idle());
      pause(timing.settled());
      long after = server.residentBytes();
      figures.put("memory.before_mb", before / 1e6);
      figures.put("memory.after_mb", after / 1e6);
      figures.put("memory.kb", (after - before) / 1e3 / timing.idle());
    }
  }

  private Fleet fleet() throws InterruptedException {
    Fleet fleet = new Fleet(server.port(), dialect);
    fleet.grow(timing.connections());
    pause(Duration.ofMillis(200));
    return fleet;
  }

  private void closedLoop(Fleet fleet, String trial, int eventsEach) throws InterruptedException {
    ClosedLoop course = warmed(fleet, eventsEach);
    Window window = new Window(server, course::events);
    long acknowledged = course.acknowledgements();
    pause(timing.measured());
    figures.put(
        trial + ".acks_per_s",
        (course.acknowledgements() - acknowledged) / window.close(figures, trial));
    finish(fleet, course);
    figures.put(trial, course.faults(fleet.lines()));
  }

  /** A closed loop that goes on for as long as a server needs to be compiled. */
  private ClosedLoop warmed(Fleet fleet, int eventsEach) throws InterruptedException {
    ClosedLoop course = new ClosedLoop(fleet, eventsEach, WINDOW);
    fleet.each(line -> line.follow(course));
    fleet.each(course::begin);
    pause(timing.warm());
    return course;
  }

  private void latency(Fleet fleet, String trial, int rate) throws InterruptedException {
    Pace pace = new Pace(System.nanoTime(), fleet.lines().size(), rate);
    OpenLoop course = new OpenLoop(fleet, pace, 1);
    fleet.each(line -> line.follow(course));
    course.begin();
    pause(timing.settled());
    course.record();
    Window window = new Window(server, course::events);
    pause(timing.measured());
    window.close(figures, trial);
    finish(fleet, course);
    figures.put(trial, course.faults(fleet.lines()));
    percentiles(trial, course.latencies());
  }

  private void announce(Fleet fleet, Announcing course, Duration before)
      throws InterruptedException {
    fleet.each(line -> line.follow(course));
    fleet.loop(0).submit(() -> course.begin(ANNOUNCEMENTS)).sync();
    pause(before);
  }

  private void finish(Announcing course, String trial) throws InterruptedException {
    course.stop();
    await(() -> course.events() >= course.expected());
    figures.put(trial, course.faults());
  }

  private void finish(Fleet fleet, Asking course) throws InterruptedException {
    course.stop();
    // What a thread was about to ask is asked by now, and nothing more after that.
    fleet.each(Line::flush);
    await(() -> course.events() >= course.expected(fleet.lines()));
    fleet.each(line -> line.follow(Course.IDLE));
  }

  private void percentiles(String trial, Histogram latencies) {
    figures.put(trial + ".p50_us", latencies.getValueAtPercentile(50) / MICRO);
    figures.put(trial + ".p99_us", latencies.getValueAtPercentile(99) / MICRO);
    figures.put(trial + ".p999_us", latencies.getValueAtPercentile(99.9) / MICRO);
    figures.put(trial + ".counted", (double) latencies.getTotalCount());
  }

  private void await(BooleanSupplier done) throws InterruptedException {
    long deadline = System.nanoTime() + timing.patience().toNanos();
    while (!done.getAsBoolean() && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
  }

  static void pause(Duration time) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(time.toNanos());
  }
}
