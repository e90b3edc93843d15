package dev.ssot.router;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A lock with effects: actions under it change state and leave what is to be done in the world
 * outside, which is done after the lock is released. Foreign code is so never called with the lock
 * held.
 */
final class Monitor {

  private final ReentrantLock lock = new ReentrantLock();
  private List<Runnable> effects = new ArrayList<>();

  /** Does an action while no other thread does one, and then its effects. */
  <T> T exclusively(Supplier<T> action) {
    List<Runnable> due = List.of();
    lock.lock();
    try {
      return action.get();
    } finally {
      if (lock.getHoldCount() == 1) {
        due = taken();
      }
      lock.unlock();
      runAll(due);
    }
  }

  private List<Runnable> taken() {
    if (effects.isEmpty()) {
      return List.of();
    }
    List<Runnable> due = effects;
    effects = new ArrayList<>(due.size());
    return due;
  }

  /** Runs every effect, whatever becomes of those before it; then passes on the first failure. */
  private static void runAll(List<Runnable> due) {
    for (int i = 0; i < due.size(); i++) {
      try {
        due.get(i).run();
      } catch (RuntimeException | Error failed) {
        runAll(due.subList(i + 1, due.size()));
        throw failed;
      }
    }
  }

  /** Leaves an effect; called within an action. */
  void afterwards(Runnable effect) {
    if (!lock.isHeldByCurrentThread()) {
      throw new IllegalStateException("An effect was left outside of an action");
    }
    effects.add(effect);
  }
}
