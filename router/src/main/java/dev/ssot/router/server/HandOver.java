package dev.ssot.router.server;

import io.netty.util.concurrent.EventExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Hands what one turn of an event loop brings, from however many sockets, to the pool with one
 * waking-up. Safe for use by several threads.
 */
final class HandOver implements Executor {

  /** Tasks that wait for the end of a turn. */
  private static final int MOST = 16;

  private final HandlerPool pool;
  private final List<LoopTurn> turns = new ArrayList<>();

  HandOver(HandlerPool pool, Iterable<EventExecutor> loops) {
    this.pool = pool;
    loops.forEach(loop -> turns.add(new LoopTurn(loop)));
  }

  /** Runs a task soon; refuses it if too many wait. */
  @Override
  public void execute(Runnable task) {
    for (int i = 0; i < turns.size(); i++) {
      if (turns.get(i).loop.inEventLoop()) {
        turns.get(i).add(task);
        return;
      }
    }
    pool.execute(task);
  }

  /** What a loop has brought since it was awake. Confined to the loop. */
  private final class LoopTurn {

    private final EventExecutor loop;
    private int brought;

    LoopTurn(EventExecutor loop) {
      this.loop = loop;
    }

    /**
     * What a loop gives itself to do is done when it has read from all sockets that had something.
     */
    void add(Runnable task) {
      pool.queue(task);
      if (brought++ == 0) {
        loop.execute(this::end);
      } else if (brought == MOST) {
        pool.wake();
      }
    }

    private void end() {
      brought = 0;
      pool.wake();
    }
  }
}
