package dev.ssot.router;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * The messages of one connection, handled one after the other. Guarded by the user's lock. Outlives
 * its connection until what was taken is handled, as another connection may wait for the answer.
 */
final class Lane {

  private final UserState user;
  private final ArrayDeque<Work> waiting = new ArrayDeque<>();
  private @Nullable Work current;

  Lane(UserState user) {
    this.user = user;
  }

  void add(Work work) {
    if (current == null) {
      start(work);
    } else {
      waiting.addLast(work);
    }
  }

  /** Goes on after {@code work} has been answered. */
  void answered(Work work) {
    if (current == work) {
      current = null;
      Work next = waiting.pollFirst();
      if (next != null) {
        start(next);
      }
    }
  }

  private void start(Work work) {
    current = work;
    work.begin();
    user.afterwards(work::launch);
  }
}
