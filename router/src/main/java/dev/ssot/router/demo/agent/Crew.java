package dev.ssot.router.demo.agent;

import dev.ssot.router.protocol.UserKey;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;

/**
 * The threads of agents, one for each run. A thread can be made to die in the middle of its work,
 * as a process does that is killed: it says nothing more, and nobody says anything for it.
 * Thread-safe.
 */
final class Crew implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Crew.class.getName());

  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "ssot-demo-agent");
            thread.setDaemon(true);
            return thread;
          });
  private final Map<UserKey, Set<FutureTask<?>>> working = new HashMap<>();

  /** What an agent does. */
  @FunctionalInterface
  interface Work {
    void perform() throws InterruptedException;
  }

  /**
   * Takes on some work for a user, which can be killed from now on.
   *
   * @return what {@link #begin} is to begin; it has to be cancelled if it is not begun
   */
  synchronized FutureTask<?> enlist(UserKey user, Work work) {
    FutureTask<?> task =
        new FutureTask<>(() -> perform(work), null) {
          @Override
          protected void done() {
            finished(user, this);
          }
        };
    working.computeIfAbsent(user, key -> new HashSet<>()).add(task);
    return task;
  }

  /** Has a thread do what was enlisted, unless it was killed meanwhile. */
  void begin(FutureTask<?> task) {
    threads.execute(task);
  }

  /** Kills whatever works for a user, and says how many that were. */
  int crash(UserKey user) {
    Set<FutureTask<?>> doomed = working(user);
    doomed.forEach(task -> task.cancel(true));
    return doomed.size();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private synchronized Set<FutureTask<?>> working(UserKey user) {
    return Set.copyOf(working.getOrDefault(user, Set.of()));
  }

  private synchronized void finished(UserKey user, FutureTask<?> task) {
    working.computeIfPresent(
        user,
        (key, tasks) -> {
          tasks.remove(task);
          return tasks.isEmpty() ? null : tasks;
        });
  }

  private static void perform(Work work) {
    try {
      work.perform();
    } catch (InterruptedException killed) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException broken) {
      LOG.log(Level.ERROR, "An agent has died; the router ends its run", broken);
    }
  }
}
