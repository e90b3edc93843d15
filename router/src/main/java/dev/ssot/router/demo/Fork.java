package dev.ssot.router.demo;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.util.concurrent.Future;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the head of a socket's first request and sends the socket one of two ways: a request for
 * the router's path through a {@link Line}, byte by byte as it came, and any other to the page's
 * server. A socket on which nothing is decided in time is closed.
 */
@SuppressWarnings("FutureReturnValueIgnored") // What fails closes its channel, which is seen.
final class Fork extends ByteToMessageDecoder {

  private static final String TO_ROUTER = "GET " + RestartingServer.PATH + " ";
  private static final Pattern TICKET = Pattern.compile("ssot\\.ticket\\.([A-Za-z0-9_-]+)");
  private static final String END = "\r\n\r\n";
  private static final String UNAVAILABLE =
      String.join(
          "\r\n",
          "HTTP/1.1 503 Service Unavailable",
          "Retry-After: 1",
          "Content-Length: 0",
          "Connection: close",
          "",
          "");

  private final Ways ways;
  private boolean decided;
  private @Nullable Future<?> deadline;

  /**
   * Where sockets go.
   *
   * @param headBytes bytes that the head of a request may have
   * @param within nanoseconds that a socket has
   * @param page adds what serves the page
   */
  record Ways(
      int headBytes,
      long within,
      Tickets tickets,
      Lines lines,
      Consumer<ChannelHandlerContext> page) {}

  Fork(Ways ways) {
    this.ways = ways;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    deadline = ctx.executor().schedule(() -> ctx.close(), ways.within(), TimeUnit.NANOSECONDS);
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
    if (decided) {
      return;
    }
    String seen = in.toString(StandardCharsets.ISO_8859_1);
    int end = seen.indexOf(END);
    if (end >= 0) {
      decided = true;
      decide(ctx, seen.substring(0, end));
    } else if (seen.length() > ways.headBytes()) {
      ctx.close();
    }
  }

  private void decide(ChannelHandlerContext ctx, String head) {
    if (!head.startsWith(TO_ROUTER)) {
      ways.page().accept(ctx);
      ctx.pipeline().remove(this);
      return;
    }
    ctx.channel().config().setAutoRead(false);
    Matcher ticket = TICKET.matcher(head);
    Optional<Device> device =
        ticket.find() ? ways.tickets().shown(ticket.group(1)) : Optional.empty();
    ways.lines().connect(ctx.channel(), device, new ToRouter(ctx));
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    ctx.close();
  }

  /** Lets the bytes that have come go down the line, before all others. */
  private final class ToRouter implements Lines.Outcome {

    private final ChannelHandlerContext ctx;

    ToRouter(ChannelHandlerContext ctx) {
      this.ctx = ctx;
    }

    @Override
    public void connected(Line line) {
      Future<?> timer = deadline;
      if (timer != null) {
        timer.cancel(false);
      }
      line.open();
      ctx.pipeline().remove(Fork.this);
    }

    @Override
    public void unreachable() {
      ctx.writeAndFlush(Unpooled.copiedBuffer(UNAVAILABLE, StandardCharsets.US_ASCII))
          .addListener(ChannelFutureListener.CLOSE);
    }
  }
}
