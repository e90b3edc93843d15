package dev.ssot.router.server;

import dev.ssot.router.limits.RouterLimits;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads that handlers run on unless the embedder has his own. */
final class HandlerThreads {

  private HandlerThreads() {}

  /** Virtual threads where Java has them, otherwise as many as one handler may occupy. */
  static ExecutorService start(RouterLimits limits) {
    try {
      return (ExecutorService)
          Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (NoSuchMethodException | IllegalAccessException beforeJava21) {
      return pool(limits);
    } catch (InvocationTargetException broken) {
      throw new IllegalStateException("Java has virtual threads and can't start them", broken);
    }
  }

  private static ExecutorService pool(RouterLimits limits) {
    int threads = limits.inbound().handlers().bulkhead();
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            limits.inbound().handlers().deadline().toMillis(),
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(limits.connections().total()));
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }
}
