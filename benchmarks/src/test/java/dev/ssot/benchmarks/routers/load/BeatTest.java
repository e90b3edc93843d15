package dev.ssot.benchmarks.routers.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ssot.benchmarks.routers.dialect.Bare;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class BeatTest {

  private static final EventLoop LOOP = new DefaultEventLoop();

  /** Far more is due than three lines send in one beat. */
  private final Pace behind = new Pace(System.nanoTime() - Duration.ofHours(1).toNanos(), 3, 1_000);

  private final List<Line> lines =
      IntStream.range(0, 3)
          .mapToObj(index -> new Line(index, 0, LOOP, new Bare().talk(index)))
          .toList();

  @AfterAll
  static void end() {
    LOOP.shutdownGracefully(0, 0, TimeUnit.SECONDS).syncUninterruptibly();
  }

  @Test
  void aLoopThatIsBehindSendsOneMessageALineAndReturns() {
    Beat beat = new Beat(new Course(lines, line -> {}), behind, lines);
    beat.run();
    assertEquals(List.of(1L, 1L, 1L), asked());
    beat.run();
    assertEquals(List.of(2L, 2L, 2L), asked());
  }

  @Test
  void aBeatDuringWhichTheCourseEndsReturns() {
    Course course = new Course(lines, Asking::stop);
    new Beat(course, behind, lines).run();
    assertEquals(List.of(1L, 0L, 0L), asked());
  }

  @Test
  void nothingIsSentBeforeItIsDue() {
    Pace ahead = new Pace(System.nanoTime() + Duration.ofHours(1).toNanos(), 3, 1_000);
    new Beat(new Course(lines, line -> {}), ahead, lines).run();
    assertEquals(List.of(0L, 0L, 0L), asked());
  }

  @Test
  void aCourseThatIsOverEndsItsSchedule() {
    Course course = new Course(lines, line -> {});
    course.stop();
    assertThrows(IllegalStateException.class, new Beat(course, behind, lines)::run);
  }

  private List<Long> asked() {
    return lines.stream().map(Line::asked).toList();
  }

  /** One event a message, and something that happens as soon as one was sent. */
  private static final class Course extends Asking {

    private final Consumer<Asking> afterwards;

    Course(List<Line> lines, Consumer<Asking> afterwards) {
      super(lines, 1);
      this.afterwards = afterwards;
    }

    @Override
    void ask(Line line) {
      super.ask(line);
      afterwards.accept(this);
    }

    @Override
    void answered(Line line, long own) {}
  }
}
