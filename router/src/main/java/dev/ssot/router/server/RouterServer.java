package dev.ssot.router.server;

import dev.ssot.router.MessageRouter;
import dev.ssot.router.auth.Authenticator;
import dev.ssot.router.limits.RouterLimits;
import dev.ssot.router.protocol.ServiceLevel;
import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A router that listens for WebSockets: a {@link MessageRouter}, the sockets around it, and the
 * threads that both need, all of which {@link #close} ends. Safe for use by several threads.
 */
@SuppressWarnings(
    "FutureReturnValueIgnored") // A write that fails closes its channel, which is seen.
public final class RouterServer implements AutoCloseable {

  private final RouterLimits limits;
  private final MessageRouter router;
  private final Authenticator authenticator;
  private final Optional<TlsFiles> tls;
  private final HandlerThreads handlers;
  private final UnsentBudget budget;
  private final EventLoops loops;
  private final Channel listener;
  private final Ticker ticker;
  private volatile Instant lastTick;
  private final CountDownLatch stopped = new CountDownLatch(1);

  RouterServer(ServerParts parts, HandlerThreads handlers, EventLoops loops) {
    this.handlers = handlers;
    this.loops = loops;
    limits = parts.limits();
    lastTick = parts.clock().instant();
    router = parts.router(handlers.fedBy(loops));
    authenticator = parts.admittance().authenticator();
    tls = parts.tls();
    budget = new UnsentBudget(limits.transport().sockets().unsentTotal());
    SocketInitializer sockets = new SocketInitializer(parts, router, budget);
    listener = loops.bind(parts.address(), limits.transport().sockets(), sockets);
    ticker = new Ticker(limits.transport().tick(), parts.clock(), this::tick);
  }

  /** Begins to build a server. */
  public static ServerBuilder builder(RouterLimits limits) {
    return new ServerBuilder(limits);
  }

  /** The port at which it listens. */
  public int port() {
    return ((InetSocketAddress) listener.localAddress()).getPort();
  }

  /** The router behind the sockets. */
  public MessageRouter router() {
    return router;
  }

  /** When the router was last told what time it is; a server that lives does so all the time. */
  public Instant lastTick() {
    return lastTick;
  }

  /** Bytes that wait in all sockets together. */
  public long unsentBytes() {
    return budget.unsent();
  }

  /**
   * Goes away politely: takes no connection more, tells clients, lets handlers and runs finish, and
   * closes every connection when they have or the deadline is past. Returns when that is done.
   *
   * @return whether it was done in time
   */
  public boolean drain() throws InterruptedException {
    listener.close().sync();
    router.drain();
    long ticks = limits.transport().tick().multipliedBy(2).toMillis();
    return stopped.await(limits.drain().deadline().toMillis() + ticks, TimeUnit.MILLISECONDS);
  }

  /** Drains, and then ends every thread. An interrupted thread does not wait for the draining. */
  @Override
  public void close() {
    try {
      drain();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      ticker.close();
      loops.stop();
      handlers.stop();
    }
  }

  private void tick(Instant now) {
    router.tick(now);
    authenticator.tick(now);
    tls.ifPresent(files -> files.tick(now));
    lastTick = now;
    if (router.level() == ServiceLevel.STOPPED) {
      stopped.countDown();
    }
  }
}
