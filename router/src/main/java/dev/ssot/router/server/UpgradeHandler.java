package dev.ssot.router.server;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the one request that a socket may make, has it decided, and steps aside. A socket that
 * takes too long, TLS included, is closed.
 */
@SuppressWarnings(
    "FutureReturnValueIgnored") // A write that fails closes its channel, which is seen.
final class UpgradeHandler extends SimpleChannelInboundHandler<HttpObject> {

  private final Duration within;
  private final Optional<? extends HttpAnswer> refusal;
  private final Decision decision;
  private final ServerObserver observer;
  private Future<?> deadline = ImmediateEventExecutor.INSTANCE.newSucceededFuture(null);
  private @Nullable HttpRequest request;
  private boolean answered;

  /** Decides about a whole request: upgrades the socket, or says what it is told instead. */
  @FunctionalInterface
  interface Decision {
    Optional<? extends HttpAnswer> upgrade(ChannelHandlerContext ctx, HttpRequest request);
  }

  /**
   * A handler for one socket.
   *
   * @param refusal what the socket is told whatever it asks, if there is no place for it
   */
  UpgradeHandler(
      Duration within,
      Optional<? extends HttpAnswer> refusal,
      Decision decision,
      ServerObserver observer) {
    this.observer = observer;
    this.within = within;
    this.refusal = refusal;
    this.decision = decision;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    deadline = ctx.executor().schedule(() -> giveUp(ctx), within.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext ctx) {
    deadline.cancel(false);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, HttpObject part) {
    if (part instanceof HttpRequest head) {
      request = head;
    }
    HttpRequest whole = request;
    if (part instanceof LastHttpContent && whole != null && !answered) {
      answered = true;
      Optional<? extends HttpAnswer> instead =
          refusal.isPresent() ? refusal : decision.upgrade(ctx, whole);
      if (instead.isPresent()) {
        answer(ctx, instead.get());
      } else {
        observer.handshakeAnswered(HttpResponseStatus.SWITCHING_PROTOCOLS.code());
      }
    }
  }

  private void answer(ChannelHandlerContext ctx, HttpAnswer instead) {
    instead.tell(observer);
    ctx.writeAndFlush(instead.response()).addListener(ChannelFutureListener.CLOSE);
  }

  private void giveUp(ChannelHandlerContext ctx) {
    if (!answered) {
      observer.handshakeTimedOut();
    }
    ctx.close();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (answered) {
      ctx.close();
    } else {
      answered = true;
      answer(ctx, HttpRefusal.of(HttpResponseStatus.BAD_REQUEST, "The request is malformed"));
    }
  }
}
