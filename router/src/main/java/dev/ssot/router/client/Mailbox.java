package dev.ssot.router.client;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Runs what it is given one after the other, on threads that it shares with others. Thread-safe.
 */
final class Mailbox {

  private static final Logger LOG = System.getLogger(Mailbox.class.getName());

  private final Executor threads;
  private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
  private boolean running;

  Mailbox(Executor threads) {
    this.threads = threads;
  }

  /** Adds a task; the result is complete when it has been run, whatever came of it. */
  CompletableFuture<Void> post(Runnable task) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    synchronized (waiting) {
      waiting.addLast(() -> run(task, done));
      if (running) {
        return done;
      }
      running = true;
    }
    threads.execute(this::work);
    return done;
  }

  /** Adds a task. */
  void execute(Runnable task) {
    var unused = post(task);
  }

  /** What a listener throws must not end the client, nor be lost. */
  private static void run(Runnable task, CompletableFuture<Void> done) {
    try {
      task.run();
    } catch (RuntimeException | Error failed) {
      LOG.log(Level.ERROR, "A client or its listener failed; the client goes on", failed);
    } finally {
      done.complete(null);
    }
  }

  private void work() {
    for (Runnable task = next(); task != null; task = next()) {
      task.run();
    }
  }

  private @Nullable Runnable next() {
    synchronized (waiting) {
      Runnable task = waiting.pollFirst();
      running = task != null;
      return task;
    }
  }
}
