package dev.ssot.benchmarks.routers.load;

import dev.ssot.benchmarks.routers.dialect.Dialect;
import dev.ssot.benchmarks.routers.dialect.SsotV1;
import dev.ssot.benchmarks.routers.process.ServerProcess;
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

  private static final String READING = "stall-none";
  private static final String STALLING = "stall-100";
  private static final String READING_P99 = READING + ".p99_us";
  private static final String STALLED_P99 = STALLING + ".p99_us";

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
   * same both times: everybody reads, or that tenth does not. What is highest in a few seconds is
   * mostly chance, so both are measured in turns, each as often first as the other, and the median
   * of what neighbours differ by is what counts.
   */
  public void stall() throws InterruptedException {
    Medians medians = new Medians();
    Faults faults = Faults.NONE;
    for (int round = 1; round <= timing.stalls(); round++) {
      boolean readFirst = round % 2 == 1;
      faults = faults.plus(stall(medians, readFirst)).plus(stall(medians, !readFirst));
      medians.add("stall.moved", medians.newest(STALLED_P99) / medians.newest(READING_P99) - 1);
    }
    medians.putInto(figures);
    figures.put("stall", faults);
  }

  private Faults stall(Medians medians, boolean read) throws InterruptedException {
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
      Trials.pause(timing.settled());
      Histogram latencies = course.latencies();
      String trial = read ? READING : STALLING;
      medians.add(trial + ".p50_us", latencies.getValueAtPercentile(50) / MICRO);
      medians.add(trial + ".p99_us", latencies.getValueAtPercentile(99) / MICRO);
      medians.add(trial + ".unread", (double) (flood.expected(slow.lines()) - flood.events()));
      return course.faults(fleet.lines());
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
