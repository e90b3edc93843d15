package dev.ssot.router.operations;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Answers the one request of a connection and closes it. Confined to the event loop. */
@SuppressWarnings(
    "FutureReturnValueIgnored") // A write that fails closes its channel, which is seen.
final class OperationsHandler extends SimpleChannelInboundHandler<HttpObject> {

  private static final Logger LOG = System.getLogger(OperationsHandler.class.getName());

  private final Desk desk;
  private final RequestCheck check;
  private final Executor looking;
  private boolean asked;

  OperationsHandler(Desk desk, Set<String> hosts, Executor looking) {
    this.desk = desk;
    this.looking = looking;
    check = new RequestCheck(hosts);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, HttpObject part) {
    if (part instanceof HttpRequest request && !asked) {
      asked = true;
      Optional<Answer> refusal = check.refusal(request);
      if (refusal.isPresent()) {
        send(ctx, refusal.get());
      } else {
        answer(ctx, request);
      }
    }
  }

  private void answer(ChannelHandlerContext ctx, HttpRequest request) {
    QueryStringDecoder address;
    String path;
    try {
      address = new QueryStringDecoder(request.uri());
      path = address.path();
      address.parameters();
    } catch (IllegalArgumentException broken) {
      send(ctx, Answer.refusal(400, "The address is malformed"));
      return;
    }
    Optional<Answer> known = desk.atOnce(path);
    if (known.isPresent()) {
      send(ctx, known.get());
      return;
    }
    try {
      looking.execute(() -> send(ctx, look(path, address)));
    } catch (RejectedExecutionException busy) {
      send(ctx, Answer.refusal(503, "Too much is asked at once; ask again"));
    }
  }

  private Answer look(String path, QueryStringDecoder address) {
    try {
      return desk.answer(path, address.parameters());
    } catch (RuntimeException broken) {
      LOG.log(Level.ERROR, "A look at the server failed", broken);
      return Answer.refusal(500, "The look failed; the log says why");
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (!(cause instanceof IOException)) {
      LOG.log(Level.WARNING, "A request to the operations port failed", cause);
    }
    ctx.close();
  }

  private static void send(ChannelHandlerContext ctx, Answer answer) {
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(answer.status()),
            Unpooled.wrappedBuffer(body));
    response
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, answer.type())
        .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
        .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE)
        .set("X-Content-Type-Options", "nosniff")
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    if (answer.status() == HttpResponseStatus.METHOD_NOT_ALLOWED.code()) {
      response.headers().set(HttpHeaderNames.ALLOW, "GET");
    }
    boolean read = answer.status() == HttpResponseStatus.OK.code();
    ctx.writeAndFlush(response)
        .addListener(read ? ChannelFutureListener.CLOSE : sent -> endOfStream(ctx));
  }

  /**
   * Closing while the other side still sends would have the system reset the connection, and the
   * reason might never be seen; what still comes is thrown away until it closes or its time is up.
   */
  private static void endOfStream(ChannelHandlerContext ctx) {
    if (ctx.channel() instanceof DuplexChannel socket) {
      socket.shutdownOutput();
    } else {
      ctx.close();
    }
  }
}
