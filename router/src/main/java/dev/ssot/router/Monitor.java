package dev.ssot.router;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A lock with effects: actions under it change state and leave what is to be done in the world
 * outside, which is done after the lock is released. Foreign code is so never called with the lock
 * held.
 */
final class Monitor {

  private final ReentrantLock lock = new ReentrantLock();

  /** Most actions leave one effect, and that needs no list. */
  private @Nullable Runnable first;

  private List<Runnable> others = List.of();

  /** Does an action while no other thread does one, and then its effects. */
  <T> T exclusively(Supplier<T> action) {
    Runnable due = null;
    List<Runnable> further = List.of();
    lock.lock();
    try {
      return action.get();
    } finally {
      if (lock.getHoldCount() == 1) {
        due = first;
        further = others;
        first = null;
        others = List.of();
      }
      lock.unlock();
      if (due != null) {
        runAll(due, further);
      }
    }
  }

  /** Runs every effect, whatever becomes of those before it; then passes on the first failure. */
  private static void runAll(Runnable due, List<Runnable> further) {
    try {
      due.run();
    } catch (RuntimeException | Error failed) {
      runAll(further);
      throw failed;
    }
    runAll(further);
  }

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
    if (first == null) {
      first = effect;
    } else {
      others = others.isEmpty() ? new ArrayList<>() : others;
      others.add(effect);
    }
  }
}
