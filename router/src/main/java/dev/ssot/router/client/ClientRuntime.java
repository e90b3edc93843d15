package dev.ssot.router.client;

import dev.ssot.router.sockets.OpenSockets;
import dev.ssot.router.wire.JsonWriter;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** The threads, and what is bound to them, that any number of clients share. Thread-safe. */
public final class ClientRuntime implements AutoCloseable {

  private final ExecutorService threads;
  private final ScheduledThreadPoolExecutor timer;
  private final EventLoopGroup loops;
  private final OpenSockets sockets = new OpenSockets();
  private final JsonWriter writer = new JsonWriter();

  private ClientRuntime(ThreadFactory named) {
    threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors() + 1, named);
    timer = new ScheduledThreadPoolExecutor(1, named);
    timer.setRemoveOnCancelPolicy(true);
    loops = new MultiThreadIoEventLoopGroup(named, NioIoHandler.newFactory());
  }

  /** Starts the threads, which do not keep the process alive. */
  public static ClientRuntime start() {
    return new ClientRuntime(
        task -> {
          Thread thread = new Thread(task, "ssot-router-client");
          thread.setDaemon(true);
          return thread;
        });
  }

  EventLoopGroup loops() {
    return loops;
  }

  /** Where every connection is noted, so that it ends with the threads. */
  OpenSockets sockets() {
    return sockets;
  }

  JsonWriter writer() {
    return writer;
  }

  Mailbox mailbox() {
    return new Mailbox(threads);
  }

  /** Runs something later, unless it is cancelled or the threads have ended by then. */
  Future<?> later(Duration delay, Runnable task) {
    return timer.isShutdown()
        ? CompletableFuture.completedFuture(null)
        : timer.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Ends the connections and the threads. */
  @Override
  public void close() {
    timer.shutdownNow();
    sockets.end(loops);
    threads.shutdown();
  }
}
