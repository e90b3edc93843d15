package dev.ssot.benchmarks.routers.server;

import dev.ssot.benchmarks.routers.dialect.Bare;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * What Netty can do at most: frames go back as they came, without being looked into, and all that
 * answers one frame leaves with one flush, and as many event loops as there are processors, as it
 * is in the router.
 */
public final class BareServer {

  private static final int LONGEST = 1 << 16;

  private BareServer() {}

  /** Serves until standard input ends. */
  public static void main(String[] arguments) throws IOException {
    int processors = Runtime.getRuntime().availableProcessors();
    EventLoopGroup loops = new MultiThreadIoEventLoopGroup(processors, EpollIoHandler.newFactory());
    ChannelGroup everybody = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    Channel listener =
        new ServerBootstrap()
            .group(loops)
            .channel(EpollServerSocketChannel.class)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(
                new ChannelInitializer<>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    channel
                        .pipeline()
                        .addLast(new HttpServerCodec())
                        .addLast(new HttpObjectAggregator(LONGEST))
                        .addLast(new WebSocketServerProtocolHandler("/ws"))
                        .addLast(new Echo(everybody));
                  }
                })
            .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .syncUninterruptibly()
            .channel();
    new Console().serve(((InetSocketAddress) listener.localAddress()).getPort());
    Runtime.getRuntime().halt(0);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // A write that fails closes its channel.
  private static final class Echo extends SimpleChannelInboundHandler<WebSocketFrame> {

    private final ChannelGroup everybody;

    Echo(ChannelGroup everybody) {
      this.everybody = everybody;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
      everybody.add(ctx.channel());
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, WebSocketFrame frame) {
      ByteBuf text = frame.content();
      char kind = (char) text.getByte(text.readerIndex());
      if (kind == Bare.TO_ALL) {
        everybody.writeAndFlush(new TextWebSocketFrame(text.retain()));
      } else if (kind == Bare.TIMES + 1 || text.readableBytes() == 1) {
        ctx.writeAndFlush(new TextWebSocketFrame(text.retain()));
      } else {
        for (int index = 0; index < kind - Bare.TIMES; index++) {
          ByteBuf copy = text.copy();
          copy.setByte(Bare.INDEX_AT, '0' + index);
          ctx.write(new TextWebSocketFrame(copy));
        }
        ctx.flush();
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      ctx.close();
    }
  }
}
