package dev.ssot.rules.codebase;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Runs work in several threads whose stacks are deep enough for the parser. */
public final class Workers {

  /** Deeply nested expressions need stack; the pages are only committed when they are used. */
  private static final long STACK_BYTES = 32L << 20;

  private Workers() {}

  /**
   * Does {@code work} for each number from 0 on, so many of them, and waits until all are done.
   *
   * @param threads the most that work at once
   * @throws IllegalStateException as {@link #run} does
   */
  public static void each(int count, int threads, IntConsumer work) {
    AtomicInteger next = new AtomicInteger();
    run(
        Math.min(threads, count),
        () -> {
          for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            work.accept(i);
          }
        });
  }

  /**
   * Runs {@code work} in so many threads, and waits until all have ended.
   *
   * @throws IllegalStateException if the calling thread is interrupted, or one of the others failed
   */
  public static void run(int threads, Runnable work) {
    List<Thread> workers = new ArrayList<>();
    FirstFailure failure = new FirstFailure();
    for (int i = 0; i < threads; i++) {
      Thread worker = new Thread(null, work, "reader-" + i, STACK_BYTES);
      worker.setDaemon(true);
      worker.setUncaughtExceptionHandler(failure);
      worker.start();
      workers.add(worker);
    }
    for (Thread worker : workers) {
      try {
        worker.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("The scan was interrupted while it read", e);
      }
    }
    failure.rethrow();
  }
}
