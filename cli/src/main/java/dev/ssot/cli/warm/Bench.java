package dev.ssot.cli.warm;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The one place at which code is scanned and asked about: one piece of work at a time, in the order
 * in which it falls due, whatever projects it is for.
 *
 * <p>So no two scans share the processors and the memory, and what is kept of a project needs no
 * lock. Safe for concurrent use.
 */
public final class Bench implements AutoCloseable {

  private final ScheduledThreadPoolExecutor worker;

  public Bench() {
    worker =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = Executors.defaultThreadFactory().newThread(task);
              thread.setName("bench");
              thread.setDaemon(true);
              return thread;
            });
    worker.setRemoveOnCancelPolicy(true);
  }

  /** Has work done after a while; it can be called off until it has begun. */
  ScheduledFuture<?> after(long millis, Runnable work) {
    return worker.schedule(work, millis, TimeUnit.MILLISECONDS);
  }

  /** Has work done when all that is due has been done. */
  void now(Runnable work) {
    worker.execute(work);
  }

  /** Ends as {@link #close} does, but begins nothing more. */
  public void stop() {
    worker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    close();
  }

  /** Ends when all work is done that was asked for. */
  @Override
  public void close() {
    worker.shutdown();
    try {
      worker.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
