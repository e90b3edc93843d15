package dev.ssot.router.demo;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Hands what comes on one socket to another, and its end too. */
@SuppressWarnings("FutureReturnValueIgnored") // What fails closes its channel, which is seen.
final class Pipe extends ChannelInboundHandlerAdapter {

  private final Channel to;
  private final Runnable fillChanged;

  /**
   * One direction.
   *
   * @param fillChanged told when the socket that is read here takes more, or no more, itself
   */
  Pipe(Channel to, Runnable fillChanged) {
    this.to = to;
    this.fillChanged = fillChanged;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object bytes) {
    to.writeAndFlush(bytes);
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    fillChanged.run();
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    to.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    ctx.close();
  }
}
