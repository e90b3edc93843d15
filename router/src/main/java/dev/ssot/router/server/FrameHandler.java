package dev.ssot.router.server;

import dev.ssot.router.guard.TokenBucket;
import dev.ssot.router.limits.SocketLimits;
import dev.ssot.router.limits.TransportLimits;
import dev.ssot.router.protocol.CloseCode;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The duties of RFC 6455 on one socket: pings are answered, messages put together, the closing
 * handshake is done with the code that belongs to it, and a silent peer is asked and then dropped.
 * Confined to the socket's event loop.
 *
 * <p>Whatever goes wrong, nothing is read as a message afterwards: the close frame goes out, then
 * the end of the stream, and what the peer still sends is thrown away until it closes too or has
 * had its time. Closing at once would have the system reset the connection, and the peer might
 * never see why.
 */
@SuppressWarnings(
    "FutureReturnValueIgnored") // A write that fails closes its channel, which is seen.
final class FrameHandler extends SimpleChannelInboundHandler<WebSocketFrame> {

  private static final Logger LOG = System.getLogger(FrameHandler.class.getName());

  /** The highest close code that an application may use (RFC 6455 section 7.4.2). */
  private static final int LAST_CODE = 4999;

  private final SocketLimits limits;
  private final Receiver receiver;
  private final IncomingMessage incoming;
  private final TokenBucket controlFrames;
  private final InstantSource clock;
  private long lastFrame = System.nanoTime();
  private boolean closing;
  private Future<?> watching = ImmediateEventExecutor.INSTANCE.newSucceededFuture(null);

  FrameHandler(
      TransportLimits limits,
      Optional<Compression> compression,
      InstantSource clock,
      Receiver receiver) {
    this.limits = limits.sockets();
    this.receiver = receiver;
    this.clock = clock;
    incoming = new IncomingMessage(limits, compression);
    controlFrames = new TokenBucket(this.limits.controlFrames(), clock.instant());
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    watch(ctx, limits.pingEvery().toNanos());
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, WebSocketFrame frame) {
    lastFrame = System.nanoTime();
    if (closing) {
      if (frame instanceof CloseWebSocketFrame) {
        ctx.close();
      }
      return;
    }
    if (frame instanceof CloseWebSocketFrame close) {
      answerClose(ctx, close);
    } else if (frame instanceof PingWebSocketFrame || frame instanceof PongWebSocketFrame) {
      control(ctx, frame);
    } else {
      incoming.add(frame, receiver);
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    receiver.writable();
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    closing = true;
    watching.cancel(false);
    incoming.release();
    receiver.closed();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (cause instanceof CorruptedWebSocketFrameException wrong) {
      fail(ctx, wrong.closeStatus().code(), String.valueOf(wrong.getMessage()));
    } else if (cause instanceof IOException) {
      ctx.close();
    } else {
      LOG.log(Level.ERROR, "A socket is closed as its messages could not be taken", cause);
      fail(ctx, CloseCode.INTERNAL_ERROR.code(), "The message could not be taken");
    }
  }

  /** Begins the closing handshake. */
  void close(ChannelHandlerContext ctx, int code, String reason) {
    if (!closing) {
      closing = true;
      ctx.writeAndFlush(new CloseWebSocketFrame(code, CloseReason.fitting(reason)));
      closeLater(ctx);
    }
  }

  /** Gives up on a peer that has broken the rules. */
  private void fail(ChannelHandlerContext ctx, int code, String reason) {
    if (!closing) {
      close(ctx, code, reason);
      ctx.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(sent -> endOfStream(ctx));
    }
  }

  private static void endOfStream(ChannelHandlerContext ctx) {
    if (ctx.pipeline().get(SslHandler.class) == null
        && ctx.channel() instanceof DuplexChannel socket) {
      socket.shutdownOutput();
    } else {
      ctx.close();
    }
  }

  private void answerClose(ChannelHandlerContext ctx, CloseWebSocketFrame close) {
    if (close.rsv() != 0) {
      throw Violation.protocol("A reserved bit is set in a control frame");
    }
    if (close.statusCode() > LAST_CODE) {
      throw Violation.protocol("The close code is none that may be sent");
    }
    closing = true;
    ByteBuf code = close.content();
    ByteBuf answer = code.readableBytes() < 2 ? Unpooled.EMPTY_BUFFER : code.retainedSlice(0, 2);
    ChannelFuture sent = ctx.writeAndFlush(new CloseWebSocketFrame(true, 0, answer));
    sent.addListener(ChannelFutureListener.CLOSE);
    closeLater(ctx);
  }

  private void control(ChannelHandlerContext ctx, WebSocketFrame frame) {
    if (frame.rsv() != 0) {
      throw Violation.protocol("A reserved bit is set in a control frame");
    }
    if (!controlFrames.tryTake(clock.instant())) {
      close(ctx, CloseCode.TOO_FAST.code(), "Too many control frames came too fast");
    } else if (frame instanceof PingWebSocketFrame) {
      ctx.writeAndFlush(new PongWebSocketFrame(frame.content().retain()));
    }
  }

  private void closeLater(ChannelHandlerContext ctx) {
    watching.cancel(false);
    watching = schedule(ctx, limits.closeWithin().toNanos(), ctx::close);
  }

  /** Looks after {@code nanos} how long the peer has been silent. */
  private void watch(ChannelHandlerContext ctx, long nanos) {
    watching = schedule(ctx, nanos, () -> examine(ctx));
  }

  private void examine(ChannelHandlerContext ctx) {
    long silent = System.nanoTime() - lastFrame;
    if (isAtLeast(silent, limits.idle())) {
      ctx.close();
    } else if (isAtLeast(silent, limits.pingEvery())) {
      ctx.writeAndFlush(new PingWebSocketFrame());
      watch(ctx, Math.min(limits.idle().toNanos() - silent, limits.pingEvery().toNanos()));
    } else {
      watch(ctx, limits.pingEvery().toNanos() - silent);
    }
  }

  private static boolean isAtLeast(long nanos, Duration time) {
    return nanos >= time.toNanos();
  }

  private static Future<?> schedule(ChannelHandlerContext ctx, long nanos, Runnable task) {
    return ctx.executor().schedule(task, nanos, TimeUnit.NANOSECONDS);
  }
}
