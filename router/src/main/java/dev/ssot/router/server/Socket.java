package dev.ssot.router.server;

import dev.ssot.router.Connection;
import dev.ssot.router.Outbound;
import dev.ssot.router.protocol.CloseCode;
import dev.ssot.router.protocol.ServerFrame;
import dev.ssot.router.protocol.UserKey;
import dev.ssot.router.wire.ServerFrameCodec;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The sending side of one socket. All writing is done by the socket's event loop, so frames that
 * come while it is busy leave with one system call.
 *
 * <p>The router is asked to wait when this socket holds its share of unsent bytes, or when all
 * sockets together hold theirs and this one has anything unsent: then a reader that reads still
 * gets frame after frame, and what stalled readers hold stays bounded.
 */
@SuppressWarnings(
    "FutureReturnValueIgnored") // A write that fails closes its channel, which is seen.
final class Socket implements Outbound {

  /** The first reserved bit, which marks a compressed message. */
  private static final int COMPRESSED = 4;

  private final Channel channel;
  private final UserKey user;
  private final ServerFrameCodec codec;
  private final UnsentBudget budget;
  private final int compressFrom;
  private @Nullable Connection connection;
  private int unsent;
  private boolean waiting;

  Socket(
      Channel channel,
      UserKey user,
      ServerFrameCodec codec,
      UnsentBudget budget,
      Optional<Integer> compressFrom) {
    this.channel = channel;
    this.user = user;
    this.codec = codec;
    this.budget = budget;
    this.compressFrom = compressFrom.orElse(Integer.MAX_VALUE);
  }

  /** Says whom to tell that the socket takes more. */
  void attached(Connection to) {
    connection = to;
  }

  @Override
  public Executor writer(Executor ofRouter) {
    return channel.eventLoop();
  }

  @Override
  public boolean write(ServerFrame frame) {
    byte[] json = codec.write(frame, user);
    TextWebSocketFrame text =
        json.length < compressFrom
            ? new TextWebSocketFrame(Unpooled.wrappedBuffer(json))
            : new TextWebSocketFrame(
                true, COMPRESSED, Unpooled.wrappedBuffer(Deflation.deflate(json)));
    int bytes = text.content().readableBytes();
    unsent += bytes;
    budget.add(bytes);
    channel.write(text).addListener(done -> sent(bytes));
    waiting = !takesMore();
    return !waiting;
  }

  @Override
  public void flush() {
    channel.flush();
  }

  @Override
  public void close(CloseCode code, String reason) {
    ChannelHandlerContext frames = channel.pipeline().context(FrameHandler.class);
    if (frames != null) {
      ((FrameHandler) frames.handler()).close(frames, code.code(), reason);
    } else {
      channel.close();
    }
  }

  /** Tells the router that it may go on, if it waits and may. */
  void resume() {
    Connection told = connection;
    if (waiting && told != null && takesMore()) {
      waiting = false;
      told.writable();
    }
  }

  private void sent(int bytes) {
    unsent -= bytes;
    budget.remove(bytes);
    resume();
  }

  private boolean takesMore() {
    return channel.isWritable() && (unsent == 0 || budget.hasRoom());
  }
}
