package dev.ssot.router.server;

import dev.ssot.router.limits.SocketLimits;
import dev.ssot.router.sockets.OpenSockets;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.EventExecutor;
import java.net.SocketAddress;

/**
 * The threads that do all reading and writing, as many as there are processors: with epoll where
 * there is one, else with NIO.
 */
@SuppressWarnings(
    "FutureReturnValueIgnored") // A write that fails closes its channel, which is seen.
final class EventLoops {

  /** Half of what may wait must have left before more is taken. */
  private static final int LOW_WATER = 2;

  private final EventLoopGroup group;
  private final Class<? extends ServerSocketChannel> channel;
  private final OpenSockets open = new OpenSockets();

  private EventLoops(IoHandlerFactory factory, Class<? extends ServerSocketChannel> channel) {
    group = new MultiThreadIoEventLoopGroup(Runtime.getRuntime().availableProcessors(), factory);
    this.channel = channel;
  }

  static EventLoops start(boolean wantsNative) {
    return wantsNative && Epoll.isAvailable()
        ? new EventLoops(EpollIoHandler.newFactory(), EpollServerSocketChannel.class)
        : new EventLoops(NioIoHandler.newFactory(), NioServerSocketChannel.class);
  }

  Iterable<EventExecutor> all() {
    return group;
  }

  /** Listens at an address. */
  Channel bind(SocketAddress address, SocketLimits limits, ChannelHandler children) {
    int high = limits.unsentBytes();
    return new ServerBootstrap()
        .group(group)
        .channel(channel)
        .option(ChannelOption.SO_REUSEADDR, true)
        .childOption(ChannelOption.TCP_NODELAY, true)
        .childOption(
            ChannelOption.WRITE_BUFFER_WATER_MARK, new WriteBufferWaterMark(high / LOW_WATER, high))
        .handler(new Accepted())
        .childHandler(children)
        .bind(address)
        .syncUninterruptibly()
        .channel();
  }

  /**
   * Ends the threads; what is still open is closed. First they do what they have been given: a
   * thread that ends closes its sockets before it looks at what waits, close frames among it.
   */
  void stop() {
    group.forEach(loop -> loop.submit(() -> {}).awaitUninterruptibly());
    open.end(group);
  }

  /** Takes note of every socket that is accepted. */
  private final class Accepted extends ChannelInboundHandlerAdapter {

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object accepted) {
      if (accepted instanceof Channel socket) {
        open.add(socket);
      }
      ctx.fireChannelRead(accepted);
    }
  }
}
