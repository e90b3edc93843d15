package dev.ssot.router.server;

import dev.ssot.router.Connection;
import dev.ssot.router.Outbound;
import dev.ssot.router.protocol.CloseCode;
import dev.ssot.router.protocol.JsonUse;
import dev.ssot.router.protocol.ServerFrame;
import dev.ssot.router.protocol.UserKey;
import dev.ssot.router.wire.ServerFrameCodec;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
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
final class Socket implements Outbound, Executor {

  private final Channel channel;
  private final UserKey user;
  private final ServerFrameCodec codec;
  private final UnsentBudget budget;
  private final int compressFrom;
  private final int mostUnsent;
  private final JsonUse adding = this::add;
  private @Nullable ByteBuf batch;
  private @Nullable Connection connection;
  private int unsent;
  private boolean waiting;

  Socket(
      Channel channel,
      UserKey user,
      ServerFrameCodec codec,
      UnsentBudget budget,
      int mostUnsent,
      Optional<Integer> compressFrom) {
    this.channel = channel;
    this.user = user;
    this.codec = codec;
    this.budget = budget;
    this.mostUnsent = mostUnsent;
    this.compressFrom = compressFrom.orElse(Integer.MAX_VALUE);
  }

  /** Says whom to tell that the socket takes more. */
  void attached(Connection to) {
    connection = to;
  }

  @Override
  public Executor writer(Executor ofRouter) {
    return this;
  }

  /** Runs what writes, which the router never has twice at a time. */
  @Override
  public void execute(Runnable writing) {
    HandlerPool.post(channel.eventLoop(), writing);
  }

  @Override
  public boolean write(ServerFrame frame) {
    codec.write(frame, user, adding);
    waiting = !takesMore();
    return !waiting;
  }

  /** Sends what was written since the last time, all in one piece. */
  @Override
  public void flush() {
    ByteBuf full = batch;
    if (full != null) {
      batch = null;
      int bytes = full.readableBytes();
      channel.writeAndFlush(full).addListener(done -> sent(bytes));
    }
  }

  @Override
  public void close(CloseCode code, String reason) {
    flush();
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

  private void add(byte[] json, int length) {
    if (length < compressFrom) {
      add(json, length, false);
    } else {
      byte[] deflated = Deflation.deflate(json, length);
      add(deflated, deflated.length, true);
    }
  }

  private void add(byte[] message, int length, boolean compressed) {
    ByteBuf to = batch;
    if (to == null) {
      to = channel.alloc().ioBuffer(FrameHeader.LONGEST + length);
      batch = to;
    }
    int before = to.readableBytes();
    FrameHeader.write(to, compressed, length);
    to.writeBytes(message, 0, length);
    int bytes = to.readableBytes() - before;
    unsent += bytes;
    budget.add(bytes);
  }

  private void sent(int bytes) {
    unsent -= bytes;
    budget.remove(bytes);
    resume();
  }

  private boolean takesMore() {
    return unsent < mostUnsent && channel.isWritable() && (unsent == 0 || budget.hasRoom());
  }
}
