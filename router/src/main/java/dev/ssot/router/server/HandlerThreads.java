package dev.ssot.router.server;

import dev.ssot.router.limits.RouterLimits;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The threads that handlers run on. Safe for use by several threads. */
final class HandlerThreads implements Executor {

  /** As many handlers may hang, each with all that its bulkhead lets in, before others wait. */
  private static final int HANGING_HANDLERS = 4;

  private final Executor executor;
  private final Runnable stop;

  private HandlerThreads(Executor executor, Runnable stop) {
    this.executor = executor;
    this.stop = stop;
  }

  /** Virtual threads where Java has them, otherwise a pool that grows when handlers wait. */
  static HandlerThreads start(RouterLimits limits) {
    try {
      ExecutorService virtual =
          (ExecutorService)
              Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
      return new HandlerThreads(virtual, virtual::shutdownNow);
    } catch (NoSuchMethodException | IllegalAccessException beforeJava21) {
      HandlerPool pool = pool(limits);
      return new HandlerThreads(pool, pool::stop);
    } catch (InvocationTargetException broken) {
      throw new IllegalStateException("Java has virtual threads and can't start them", broken);
    }
  }

  private static HandlerPool pool(RouterLimits limits) {
    return new HandlerPool(
        Runtime.getRuntime().availableProcessors(),
        HANGING_HANDLERS * limits.inbound().handlers().bulkhead(),
        limits.connections().total(),
        limits.inbound().handlers().deadline());
  }

  /** Runs a task soon; refuses it if too many wait. */
  @Override
  public void execute(Runnable task) {
    executor.execute(task);
  }

  /** Interrupts what runs and forgets what waits. */
  void stop() {
    stop.run();
  }
}
