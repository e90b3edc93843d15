package dev.ssot.router.demo;

import dev.ssot.router.limits.DemoLimits;
import dev.ssot.router.limits.HandshakeLimits;
import dev.ssot.router.sockets.OpenSockets;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The one port that a browser knows: the page, its buttons, and the lines to the router. */
@SuppressWarnings("FutureReturnValueIgnored") // What fails closes its channel, which is seen.
final class Front implements AutoCloseable {

  private final DemoLimits limits;
  private final Fork.Ways ways;
  private final OpenSockets open = new OpenSockets();
  private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(NioIoHandler.newFactory());
  private final AtomicInteger sockets = new AtomicInteger();
  private @Nullable Channel listener;

  /**
   * A port that is closed yet.
   *
   * @param requests makes what answers one request
   */
  Front(DemoLimits limits, Tickets tickets, Lines lines, Supplier<PageHandler> requests) {
    this.limits = limits;
    HandshakeLimits handshake = limits.router().transport().handshake();
    ways =
        new Fork.Ways(
            handshake.lineBytes() + handshake.headerBytes(),
            handshake.within().toNanos(),
            tickets,
            lines,
            ctx -> servePage(ctx, requests.get()));
  }

  /** Starts to listen, on this machine only. */
  void listen(int port) {
    ServerBootstrap bootstrap =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel socket) {
                    enter(socket);
                  }
                });
    ChannelFuture bound =
        bootstrap
            .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw new UncheckedIOException(
          "Port %d can't be had; give another".formatted(port), new IOException(bound.cause()));
    }
    listener = bound.channel();
  }

  int port() {
    return ((InetSocketAddress) Objects.requireNonNull(listener).localAddress()).getPort();
  }

  @Override
  public void close() {
    open.end(loops);
  }

  private void enter(Channel socket) {
    open.add(socket);
    socket.closeFuture().addListener(closed -> sockets.decrementAndGet());
    if (sockets.incrementAndGet() > limits.sockets()) {
      socket.close();
    } else {
      socket.pipeline().addLast(new Fork(ways));
    }
  }

  private void servePage(ChannelHandlerContext ctx, PageHandler handler) {
    HandshakeLimits handshake = limits.router().transport().handshake();
    HttpDecoderConfig config =
        new HttpDecoderConfig()
            .setMaxInitialLineLength(handshake.lineBytes())
            .setMaxHeaderSize(handshake.headerBytes());
    ctx.pipeline()
        .addLast(new HttpServerCodec(config))
        .addLast(new HttpObjectAggregator(limits.requestBytes()))
        .addLast(handler);
  }
}
