package dev.ssot.benchmarks.routers.load;

import java.util.List;

/**
 * Sends what is due on the lines of one event loop, in the order in which it is due: a message a
 * line at most, so that a loop that is behind still reads what has come back. Confined to the event
 * loop.
 */
final class Beat implements Runnable {

  private final Asking course;
  private final Pace pace;
  private final List<Line> lines;
  private int at;

  Beat(Asking course, Pace pace, List<Line> lines) {
    this.course = course;
    this.pace = pace;
    this.lines = List.copyOf(lines);
  }

  /** Throws when the course is over, which ends a schedule. */
  @Override
  public void run() {
    if (!course.isOpen()) {
      throw new IllegalStateException("The course is over");
    }
    long now = System.nanoTime();
    int turns = 0;
    while (turns < lines.size() && isDue(lines.get(at), now)) {
      Line line = lines.get(at);
      course.ask(line);
      line.flush();
      at = (at + 1) % lines.size();
      turns++;
    }
  }

  private boolean isDue(Line line, long now) {
    return pace.due(line.index(), line.asked() - course.first(line)) <= now;
  }
}
