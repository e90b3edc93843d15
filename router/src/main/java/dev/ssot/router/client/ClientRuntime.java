package dev.ssot.router.client;

import dev.ssot.router.wire.JsonWriter;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.GlobalEventExecutor;
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

  /** What connects after the end is closed at once. */
  private final ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);

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

  /** Takes part in every connection, so that it ends with the threads. */
  ChannelGroup open() {
    return open;
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

  /**
   * Ends the threads, and the connections before: a thread need not close its sockets when it ends.
   */
  @Override
  public void close() {
    timer.shutdownNow();
    open.close().awaitUninterruptibly();
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    threads.shutdown();
  }
}
