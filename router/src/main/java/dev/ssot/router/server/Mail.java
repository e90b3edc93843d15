package dev.ssot.router.server;

import io.netty.util.concurrent.AbstractEventExecutor;
import io.netty.util.concurrent.EventExecutor;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Tasks that one thread has posted to event loops which may be asleep. To wake one costs more than
 * most tasks, so it is done for several at a time. Posting is for one thread, announcing for any.
 */
final class Mail {

  private static final int MANY = 16;
  private static final long LONG_NANOS = TimeUnit.MICROSECONDS.toNanos(100);

  private final Set<EventExecutor> unaware = ConcurrentHashMap.newKeySet();
  private int posted;
  private long since;

  /** Leaves a task where the loop finds it when it is awake. */
  void post(AbstractEventExecutor loop, Runnable task) {
    loop.lazyExecute(task);
    unaware.add(loop);
    if (posted++ == 0) {
      since = System.nanoTime();
    }
  }

  /** Wakes the loops if they have not been for many tasks, or for long; for the posting thread. */
  void announceIfDue() {
    if (posted >= MANY || (posted > 0 && System.nanoTime() - since >= LONG_NANOS)) {
      announceAll();
    }
  }

  /** Wakes the loops; for the posting thread. */
  void announceAll() {
    posted = 0;
    announce();
  }

  /** Wakes the loops that were not woken for what was posted before this call. */
  void announce() {
    // A loop is forgotten before it is woken: what is posted in between is announced again.
    for (EventExecutor loop : List.copyOf(unaware)) {
      if (unaware.remove(loop)) {
        wake(loop);
      }
    }
  }

  /** A loop that has ended has dropped what was posted, as it does with every task. */
  private static void wake(EventExecutor loop) {
    try {
      loop.execute(Mail::nothing);
    } catch (RejectedExecutionException ended) {
      return;
    }
  }

  private static void nothing() {}
}
