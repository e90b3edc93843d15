package dev.ssot.benchmarks.routers.load;

import dev.ssot.benchmarks.routers.dialect.Dialect;
import dev.ssot.benchmarks.routers.dialect.SsotV1;
import dev.ssot.benchmarks.routers.process.ServerProcess;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** What only a server with resume and a policy for slow readers can be put through. */
public final class RouterTrials {

  /** Announcements before the cut, between cut and return, and while all return. */
  private static final int EACH = 3;

  private static final long MEANWHILE_MILLIS = 100;
  private static final int STALLED = 100;
  private static final int RATE = 20_000;

  /** Small, so that a reader that does not read is soon felt by the server. */
  private static final int RECEIVE_BYTES = 4 << 10;

  private static final int LONG_TEXT = 4 << 10;
  private static final double MICRO = 1e3;
  private static final double SECOND = 1e9;
  private static final long GIVE_UP_SECONDS = 30;

  private final ServerProcess server;
  private final Dialect dialect;
  private final Dialect others = SsotV1.ofOthers(LONG_TEXT);
  private final Timing timing;
  private final Figures figures;

  /** Trials of one server, whose figures are added to {@code figures}. */
  public RouterTrials(ServerProcess server, Dialect dialect, Timing timing, Figures figures) {
    this.server = server;
    this.dialect = dialect;
    this.timing = timing;
    this.figures = figures;
  }

  /** All lines but one are cut; the time until each has come back and has all that it missed. */
  public void resume() throws InterruptedException {
    try (Fleet fleet = new Fleet(server.port(), dialect)) {
      fleet.grow(timing.idle());
      Resuming course = new Resuming(fleet);
      announce(course);
      course.await(GIVE_UP_SECONDS);
      course.sever();
      announce(course);
      for (int i = 1; i <= EACH; i++) {
        course.announceAfter(i * MEANWHILE_MILLIS);
      }
      long start = System.nanoTime();
      course.resume();
      figures.put("resume.welcomed_s", (System.nanoTime() - start) / SECOND);
      announce(course);
      boolean complete = course.await(GIVE_UP_SECONDS);
      figures.put("resume.complete_s", (System.nanoTime() - start) / SECOND);
      figures.put("resume.connections", timing.idle() - 1.0);
      figures.put("resume.complete", complete ? 1 : 0);
      figures.put("resume", course.faults());
    }
  }

  /**
   * The latency of those who read, beside a tenth that is sent more than it reads. The load is the
   * same both times: first everybody reads, then that tenth does not.
   */
  public void stall() throws InterruptedException {
    stall("stall-none", true);
    stall("stall-100", false);
  }

  private void stall(String trial, boolean read) throws InterruptedException {
    try (Fleet fleet = new Fleet(server.port(), dialect);
        Fleet slow = new Fleet(server.port(), others, RECEIVE_BYTES)) {
      fleet.grow(timing.connections() - STALLED);
      slow.grow(STALLED);
      slow.each(line -> line.read(read));
      OpenLoop flood = course(slow, RATE / (timing.connections() / STALLED));
      OpenLoop course = course(fleet, RATE - RATE / (timing.connections() / STALLED));
      flood.begin();
      course.begin();
      Trials.pause(timing.settled());
      course.record();
      Trials.pause(timing.stall());
      course.stop();
      flood.stop();
      TimeUnit.NANOSECONDS.sleep(timing.patience().toNanos());
      Histogram latencies = course.latencies();
      figures.put(trial + ".p50_us", latencies.getValueAtPercentile(50) / MICRO);
      figures.put(trial + ".p99_us", latencies.getValueAtPercentile(99) / MICRO);
      figures.put(trial + ".flood_events", (double) flood.events());
      figures.put(trial + ".flood_asked", (double) flood.expected(slow.lines()));
      figures.put(trial, course.faults(fleet.lines()));
    }
  }

  private static OpenLoop course(Fleet fleet, int rate) throws InterruptedException {
    Pace pace = new Pace(System.nanoTime(), fleet.lines().size(), rate);
    OpenLoop course = new OpenLoop(fleet, pace, 1);
    fleet.each(line -> line.follow(course));
    return course;
  }

  private static void announce(Resuming course) throws InterruptedException {
    for (int i = 0; i < EACH; i++) {
      course.announce();
    }
  }
}
