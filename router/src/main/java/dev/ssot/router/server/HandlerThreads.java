package dev.ssot.router.server;

import dev.ssot.router.limits.RouterLimits;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** The threads that handlers run on. Safe for use by several threads. */
final class HandlerThreads {

  /** As many handlers may hang, each with all that its bulkhead lets in, before others wait. */
  private static final int HANGING_HANDLERS = 4;

  private final Function<EventLoops, Executor> fed;
  private final Runnable stop;

  private HandlerThreads(Function<EventLoops, Executor> fed, Runnable stop) {
    this.fed = fed;
    this.stop = stop;
  }

  /** Virtual threads where Java has them, otherwise a pool that grows when handlers wait. */
  static HandlerThreads start(RouterLimits limits) {
    try {
      ExecutorService virtual =
          (ExecutorService)
              Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
      return new HandlerThreads(loops -> virtual, virtual::shutdownNow);
    } catch (NoSuchMethodException | IllegalAccessException beforeJava21) {
      HandlerPool pool = pool(limits);
      return new HandlerThreads(loops -> new HandOver(pool, loops.all()), pool::stop);
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

  /**
   * What runs tasks soon, most of which come from these loops; it refuses them if too many wait.
   */
  Executor fedBy(EventLoops loops) {
    return fed.apply(loops);
  }

  /** Interrupts what runs and forgets what waits. */
  void stop() {
    stop.run();
  }
}
