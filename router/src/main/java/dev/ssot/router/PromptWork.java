package dev.ssot.router;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;

/**
 * Runs work in the thread that hands it in. What it causes in the same thread comes after it and
 * not within it, so that a queue of any length needs no deeper stack. Safe for use by several
 * threads.
 */
final class PromptWork implements Executor {

  private final ThreadLocal<Queue> queues = ThreadLocal.withInitial(Queue::new);

  private static final class Queue {
    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
    private boolean running;
  }

  @Override
  public void execute(Runnable work) {
    Queue queue = queues.get();
    queue.waiting.addLast(work);
    if (queue.running) {
      return;
    }
    queue.running = true;
    try {
      runAll(queue.waiting);
    } finally {
      queue.running = false;
    }
  }

  /** Runs what waits, whatever becomes of what is before it; then passes on a failure. */
  private static void runAll(ArrayDeque<Runnable> waiting) {
    try {
      for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
        next.run();
      }
    } finally {
      if (!waiting.isEmpty()) {
        runAll(waiting);
      }
    }
  }
}
