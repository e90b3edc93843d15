package dev.ssot.router.operations;

import dev.ssot.router.limits.OperationsLimits;
import dev.ssot.router.sockets.OpenSockets;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The operations port: answers one request on each connection, on threads of its own, so that
 * clients can't keep operators out nor operators clients. Safe for use by several threads.
 */
@SuppressWarnings(
    "FutureReturnValueIgnored") // A write that fails closes its channel, which is seen.
public final class OperationsServer implements AutoCloseable {

  private final OperationsLimits limits;
  private final Desk desk;
  private final Set<String> hosts;
  private final AtomicInteger open = new AtomicInteger();
  private final OpenSockets sockets = new OpenSockets();
  private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final ExecutorService looking;
  private final Channel listener;

  /**
   * Listens, or throws an exception that says why it can't.
   *
   * @param hosts names that a request may be addressed to, besides numbers and localhost
   */
  public OperationsServer(
      InetSocketAddress address, Set<String> hosts, OperationsLimits limits, Desk desk) {
    this.limits = limits;
    this.desk = desk;
    this.hosts = Set.copyOf(hosts);
    looking =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(limits.connections()),
            task -> new Thread(task, "ssot-router-operations"));
    listener = bind(address);
  }

  private Channel bind(InetSocketAddress address) {
    boolean bound = false;
    try {
      Channel channel =
          new ServerBootstrap()
              .group(loop)
              .channel(NioServerSocketChannel.class)
              .option(ChannelOption.SO_REUSEADDR, true)
              .childHandler(new Sockets())
              .bind(address)
              .syncUninterruptibly()
              .channel();
      bound = true;
      return channel;
    } finally {
      if (!bound) {
        endThreads();
      }
    }
  }

  /** The port at which it listens. */
  public int port() {
    return ((InetSocketAddress) listener.localAddress()).getPort();
  }

  @Override
  public void close() {
    listener.close().syncUninterruptibly();
    endThreads();
  }

  private void endThreads() {
    looking.shutdownNow();
    sockets.end(loop);
  }

  /** Gives each new socket its place and its time. */
  private final class Sockets extends ChannelInitializer<Channel> {

    @Override
    protected void initChannel(Channel channel) {
      sockets.add(channel);
      channel.closeFuture().addListener(closed -> open.decrementAndGet());
      if (open.incrementAndGet() > limits.connections()) {
        channel.close();
        return;
      }
      channel
          .eventLoop()
          .schedule(() -> channel.close(), limits.within().toNanos(), TimeUnit.NANOSECONDS);
      HttpDecoderConfig config =
          new HttpDecoderConfig()
              .setMaxInitialLineLength(limits.requestBytes())
              .setMaxHeaderSize(limits.requestBytes());
      channel
          .pipeline()
          .addLast(new HttpServerCodec(config))
          .addLast(new OperationsHandler(desk, hosts, looking));
    }
  }
}
