package dev.ssot.benchmarks.routers.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * What becomes of lines that are cut while one goes on announcing: each must get everything that
 * was announced, once and in order, over both of its connections.
 */
final class Resuming implements Course {

  private final Fleet fleet;
  private final Line speaker;
  private final List<OrderCheck> checks = new ArrayList<>();
  private final LongAdder events = new LongAdder();
  private final LongAdder refusals = new LongAdder();

  /** The first line of the fleet speaks and is not cut. */
  Resuming(Fleet fleet) throws InterruptedException {
    this.fleet = fleet;
    speaker = fleet.lines().get(0);
    fleet.lines().forEach(line -> checks.add(new OrderCheck(0)));
    fleet.each(line -> line.follow(this));
  }

  void announce() throws InterruptedException {
    fleet.each(
        List.of(speaker),
        line -> {
          line.announce();
          line.flush();
        });
  }

  /** Announces after a while, whatever else happens then. */
  void announceAfter(long millis) {
    var unused =
        speaker
            .loop()
            .schedule(
                () -> {
                  speaker.announce();
                  speaker.flush();
                },
                millis,
                TimeUnit.MILLISECONDS);
  }

  /** Cuts all lines but the speaker's. */
  void sever() throws InterruptedException {
    fleet.each(others(), Line::sever);
  }

  /** Connects them again and returns when each has been told that it goes on where it was. */
  void resume() throws InterruptedException {
    fleet.connect(others());
  }

  /** Whether everything that was announced has come to everybody. */
  boolean isComplete() {
    return events.sum() >= speaker.asked() * fleet.lines().size();
  }

  Faults faults() {
    Faults all = new Faults(0, 0, 0, refusals.sum());
    for (OrderCheck check : checks) {
      all = all.plus(check.faults(speaker.asked()));
    }
    return all;
  }

  @Override
  public void event(Line line, long number, int index) {
    checks.get(line.index()).came(number);
    events.increment();
  }

  @Override
  public void refused(Line line, String text) {
    refusals.increment();
  }

  private List<Line> others() {
    return fleet.lines().subList(1, fleet.lines().size());
  }

  /** Waits until everything has come, no longer than the given seconds. */
  boolean await(long seconds) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (!isComplete() && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
    return isComplete();
  }
}
