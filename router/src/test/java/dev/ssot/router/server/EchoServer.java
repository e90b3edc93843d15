package dev.ssot.router.server;

import dev.ssot.router.limits.JsonLimits;
import dev.ssot.router.limits.Rate;
import dev.ssot.router.limits.SocketLimits;
import dev.ssot.router.limits.TransportLimits;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The server's frames without a router: says again what it hears, as test suites for WebSocket
 * servers want it. Everything from the socket to the whole message is what the server runs.
 */
@SuppressWarnings("FutureReturnValueIgnored") // A write that fails closes its channel.
public final class EchoServer extends ChannelInitializer<Channel> {

  private static final int LARGEST = 17 << 20;

  private final TransportLimits limits = limits();

  private EchoServer() {}

  /** Listens at the port that is given, until the process ends. */
  public static void main(String[] arguments) {
    EchoServer echo = new EchoServer();
    int port = Integer.parseInt(arguments[0]);
    EventLoops.start(true)
        .bind(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
            echo.limits.sockets(),
            echo)
        .closeFuture()
        .syncUninterruptibly();
  }

  @Override
  protected void initChannel(Channel channel) {
    Upgrade.expectRequest(
        channel.pipeline(),
        limits,
        new UpgradeHandler(
            limits.handshake().within(), Optional.empty(), this::upgrade, ServerObserver.NONE));
  }

  private Optional<HttpRefusal> upgrade(ChannelHandlerContext ctx, HttpRequest request) {
    Optional<Compression> compression =
        Compression.negotiate(request.headers().getAll(HttpHeaderNames.SEC_WEBSOCKET_EXTENSIONS));
    Upgrade.accept(
        ctx,
        limits,
        String.valueOf(request.headers().get(HttpHeaderNames.SEC_WEBSOCKET_KEY)),
        Optional.empty(),
        compression,
        new FrameHandler(limits, compression, InstantSource.system(), new Echo(ctx.channel())));
    return Optional.empty();
  }

  private record Echo(Channel channel) implements Receiver {

    @Override
    public void text(String text) {
      channel.writeAndFlush(new TextWebSocketFrame(text));
    }

    @Override
    public void binary(byte[] bytes) {
      channel.writeAndFlush(new BinaryWebSocketFrame(Unpooled.wrappedBuffer(bytes)));
    }

    @Override
    public void requireBinary() {}

    @Override
    public void closed() {}
  }

  /** The suite sends messages of 16 MiB, in fragments of 64 bytes. */
  private static TransportLimits limits() {
    SocketLimits sockets = SocketLimits.standard();
    return TransportLimits.standard()
        .withJson(JsonLimits.standard().withFrameBytes(LARGEST))
        .withSockets(
            new SocketLimits(
                sockets.pingEvery(),
                Duration.ofMinutes(5),
                sockets.closeWithin(),
                sockets.unsentBytes(),
                sockets.unsentTotal(),
                new Rate(1_000, 1_000),
                LARGEST,
                sockets.compressFrom()));
  }
}
