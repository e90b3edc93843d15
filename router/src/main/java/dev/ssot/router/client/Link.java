package dev.ssot.router.client;

import dev.ssot.router.sockets.OpenSockets;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakerFactory;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketHandshakeException;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import io.netty.handler.ssl.SslContext;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * One connection. What it reads is handed over as fast as that is dealt with and no faster.
 * Confined to its event loop but for {@link #send}, {@link #abort} and {@link #close}.
 */
@SuppressWarnings("FutureReturnValueIgnored") // What fails closes its channel, which is told.
final class Link extends SimpleChannelInboundHandler<Object> {

  private static final int ABNORMAL = 1006;

  private final Events events;
  private final WebSocketClientHandshaker handshaker;
  private final Channel channel;
  private int beingDealtWith;
  private boolean told;

  private Link(Channel channel, WebSocketClientHandshaker handshaker, Events events) {
    this.channel = channel;
    this.handshaker = handshaker;
    this.events = events;
  }

  /** What happens on a connection. Called by its event loop. */
  interface Events {
    void opened(Link link);

    /** A text has come; more is read when the result is complete. */
    CompletionStage<?> text(String text);

    /** Something else has come that shows that the other side is there. */
    void alive();

    /** The connection is gone. */
    void closed(int code, String reason);

    /**
     * There will be no connection; {@code status} is that of the refusal, or 0 if there was none.
     */
    void refused(int status);
  }

  /**
   * How to get to the router.
   *
   * @param sockets where the connection is noted as long as it is open
   * @param tls what to trust, for an address that begins with {@code wss}
   * @param longestText bytes of the longest text that is taken
   */
  record Route(
      EventLoopGroup loops,
      OpenSockets sockets,
      Optional<SslContext> tls,
      URI address,
      Duration within,
      int longestText) {

    int port() {
      int usual = tls.isPresent() ? 443 : 80;
      return address.getPort() < 0 ? usual : address.getPort();
    }
  }

  /** Begins to connect. */
  static void open(Route route, String credential, Events told) {
    new Bootstrap()
        .group(route.loops())
        .channel(NioSocketChannel.class)
        .option(ChannelOption.TCP_NODELAY, true)
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(route.within().toMillis()))
        .handler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel channel) {
                route.sockets().add(channel);
                initialize(channel, route, credential, told);
              }
            })
        .connect(route.address().getHost(), route.port())
        .addListener(
            (ChannelFuture connected) -> {
              if (!connected.isSuccess()) {
                told.refused(0);
              }
            });
  }

  private static void initialize(Channel channel, Route route, String credential, Events told) {
    WebSocketClientHandshaker handshaker =
        WebSocketClientHandshakerFactory.newHandshaker(
            route.address(),
            WebSocketVersion.V13,
            "ssot.v1, " + credential,
            false,
            new DefaultHttpHeaders(),
            route.longestText(),
            true,
            false,
            route.within().toMillis(),
            false,
            false);
    route
        .tls()
        .ifPresent(
            tls ->
                channel
                    .pipeline()
                    .addLast(
                        tls.newHandler(channel.alloc(), route.address().getHost(), route.port())));
    channel
        .pipeline()
        .addLast(new HttpClientCodec())
        .addLast(new HttpObjectAggregator(route.longestText()))
        .addLast(new WebSocketFrameAggregator(route.longestText()))
        .addLast(new Link(channel, handshaker, told));
  }

  /** Sends a text; one that can't be sent is told as a closed connection. */
  void send(String message) {
    channel.writeAndFlush(new TextWebSocketFrame(message));
  }

  /** Ends the connection without ceremony. */
  void abort() {
    channel.close();
  }

  /** Ends the connection with a close frame. */
  void close() {
    channel
        .writeAndFlush(new CloseWebSocketFrame(WebSocketCloseStatus.NORMAL_CLOSURE))
        .addListener(sent -> channel.close());
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    handshaker.handshake(channel);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, Object message) {
    if (message instanceof FullHttpResponse response) {
      finish(response);
    } else if (message instanceof TextWebSocketFrame text) {
      text(ctx, text.text());
    } else if (message instanceof PingWebSocketFrame ping) {
      ctx.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
      events.alive();
    } else if (message instanceof PongWebSocketFrame) {
      events.alive();
    } else if (message instanceof CloseWebSocketFrame close) {
      over(close.statusCode(), close.reasonText());
      close();
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    if (handshaker.isHandshakeComplete() && beingDealtWith == 0) {
      ctx.read();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    over(ABNORMAL, "The connection is gone");
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    over(ABNORMAL, String.valueOf(cause.getMessage()));
    ctx.close();
  }

  private void finish(FullHttpResponse response) {
    try {
      handshaker.finishHandshake(channel, response);
      channel.config().setAutoRead(false);
      events.opened(this);
    } catch (WebSocketHandshakeException refusal) {
      told = true;
      events.refused(response.status().code());
      channel.close();
    }
  }

  private void text(ChannelHandlerContext ctx, String text) {
    beingDealtWith++;
    events
        .text(text)
        .whenComplete((done, failure) -> channel.eventLoop().execute(() -> dealtWith(ctx)));
  }

  private void dealtWith(ChannelHandlerContext ctx) {
    if (--beingDealtWith == 0) {
      ctx.read();
    }
  }

  private void over(int code, String reason) {
    if (!told) {
      told = true;
      if (handshaker.isHandshakeComplete()) {
        events.closed(code, reason);
      } else {
        events.refused(0);
      }
    }
  }
}
