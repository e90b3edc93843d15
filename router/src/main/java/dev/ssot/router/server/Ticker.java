package dev.ssot.router.server;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Tells what time it is, again and again, on a thread of its own. */
final class Ticker implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Ticker.class.getName());

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread named = new Thread(task, "ssot-router-tick");
            named.setDaemon(true);
            return named;
          });

  Ticker(Duration every, InstantSource clock, Consumer<Instant> told) {
    var unused =
        thread.scheduleWithFixedDelay(
            () -> tick(clock, told), every.toNanos(), every.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  /** Time must go on whatever happens; an exception would end it. */
  private static void tick(InstantSource clock, Consumer<Instant> told) {
    try {
      told.accept(clock.instant());
    } catch (RuntimeException | Error failed) {
      LOG.log(Level.ERROR, "A tick of the router failed; the next will come", failed);
    }
  }
}
