package dev.ssot.benchmarks.routers.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/**
 * Messages that come back as events to their own line, checked one by one. Each line's part is
 * confined to the line's thread.
 */
abstract class Asking implements Course {

  private final int eventsEach;
  private final List<OrderCheck> checks = new ArrayList<>();
  private final List<Long> firsts = new ArrayList<>();
  private final LongAdder events = new LongAdder();
  private final LongAdder acknowledgements = new LongAdder();
  private final LongAdder refusals = new LongAdder();
  private volatile boolean open = true;

  /** A course whose messages begin where the lines are now. */
  Asking(List<Line> lines, int eventsEach) {
    this.eventsEach = eventsEach;
    for (Line line : lines) {
      firsts.add(line.asked());
      checks.add(new OrderCheck(0));
    }
  }

  @Override
  public void event(Line line, long number, int index) {
    long own = number - firsts.get(line.index());
    if (own < 0) {
      return;
    }
    events.increment();
    checks.get(line.index()).came(own * eventsEach + index);
    if (index == eventsEach - 1) {
      answered(line, own);
    }
  }

  @Override
  public void acknowledged() {
    acknowledgements.increment();
  }

  @Override
  public void refused(Line line, String text) {
    refusals.increment();
  }

  /** Takes note that the last event in answer to the message {@code own} of the line has come. */
  abstract void answered(Line line, long own);

  void ask(Line line) {
    if (open) {
      line.ask(eventsEach);
    }
  }

  long first(Line line) {
    return firsts.get(line.index());
  }

  long events() {
    return events.sum();
  }

  long acknowledgements() {
    return acknowledgements.sum();
  }

  boolean isOpen() {
    return open;
  }

  /** Asks nothing more. */
  void stop() {
    open = false;
  }

  /** How many events have to come in all; exact once nothing more is asked. */
  long expected(List<Line> lines) {
    return lines.stream().mapToLong(line -> line.asked() - first(line)).sum() * eventsEach;
  }

  /** What was wrong on some lines; called when nothing comes any more. */
  Faults faults(List<Line> some) {
    Faults all = new Faults(0, 0, 0, refusals.sum());
    for (Line line : some) {
      long asked = line.asked() - first(line);
      all = all.plus(checks.get(line.index()).faults(asked * eventsEach));
    }
    return all;
  }
}
