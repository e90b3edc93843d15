package dev.ssot.router.operations;

import dev.ssot.router.guard.TokenBucket;
import dev.ssot.router.limits.Rate;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The log of the program: one JSON object a line, with time, level, the name of what happened and
 * what belongs to it. Whoever logs gives no payload and no secret.
 *
 * <p>Lines of one name are bounded in rate, so that no client can fill the disk or hide other
 * lines: what was left out is counted and said as soon as there is room. Names are words of the
 * program and so few. Safe for use by several threads.
 */
public final class Journal {

  private final Level least;
  private final Rate rate;
  private final InstantSource clock;
  private final Consumer<String> lines;
  private final Map<String, Kind> kinds = new TreeMap<>();

  /**
   * Writes from a level on.
   *
   * @param rate of lines of one name
   * @param lines takes each line, without its end
   */
  public Journal(Level least, Rate rate, InstantSource clock, Consumer<String> lines) {
    this.least = least;
    this.rate = rate;
    this.clock = clock;
    this.lines = lines;
  }

  /** The lines of one name. */
  private static final class Kind {
    private final TokenBucket bucket;
    private long suppressed;

    Kind(Rate rate, Instant now) {
      bucket = new TokenBucket(rate, now);
    }
  }

  /** Whether lines of a level are written. */
  public boolean writes(Level level) {
    return level.getSeverity() >= least.getSeverity();
  }

  /** Writes a line, unless its level is too low or too many of its name were written. */
  public void say(Level level, String name, Map<String, ?> fields) {
    if (!writes(level)) {
      return;
    }
    synchronized (this) {
      Instant now = clock.instant();
      Kind kind = kinds.computeIfAbsent(name, first -> new Kind(rate, now));
      if (kind.bucket.tryTake(now)) {
        sayWhatWasLeftOut(name, kind, now);
        lines.accept(line(now, level, name, fields));
      } else {
        kind.suppressed++;
      }
    }
  }

  /** Says what was left out, where there is room again; to be called now and then, and at last. */
  public synchronized void tick() {
    Instant now = clock.instant();
    kinds.forEach(
        (name, kind) -> {
          if (kind.suppressed > 0 && kind.bucket.tryTake(now)) {
            sayWhatWasLeftOut(name, kind, now);
          }
        });
  }

  /** Says what was left out, whether there is room or not. */
  public synchronized void close() {
    Instant now = clock.instant();
    kinds.forEach((name, kind) -> sayWhatWasLeftOut(name, kind, now));
  }

  private void sayWhatWasLeftOut(String name, Kind kind, Instant now) {
    if (kind.suppressed > 0) {
      Map<String, ?> fields = Map.of("of", name, "lines", kind.suppressed);
      kind.suppressed = 0;
      lines.accept(line(now, Level.WARNING, "lines_suppressed", fields));
    }
  }

  private static String line(Instant now, Level level, String name, Map<String, ?> fields) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("ts", now);
    line.put("level", level.getName().toLowerCase(Locale.ROOT));
    line.put("event", name);
    new TreeMap<>(fields).forEach(line::putIfAbsent);
    return Json.text(line);
  }
}
