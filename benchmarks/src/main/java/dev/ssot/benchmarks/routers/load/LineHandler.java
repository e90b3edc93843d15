package dev.ssot.benchmarks.routers.load;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;

/** Joins a socket to its line. */
final class LineHandler extends SimpleChannelInboundHandler<WebSocketFrame> {

  private final Line line;
  private final Runnable whenReady;
  private String why = "The server has closed the connection";

  LineHandler(Line line, Runnable whenReady) {
    this.line = line;
    this.whenReady = whenReady;
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
      line.opened(ctx.channel(), whenReady);
    }
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // A write that fails closes its channel.
  protected void channelRead0(ChannelHandlerContext ctx, WebSocketFrame frame) {
    if (frame instanceof TextWebSocketFrame || frame instanceof BinaryWebSocketFrame) {
      line.heard(frame.content());
    } else if (frame instanceof PingWebSocketFrame) {
      ctx.write(new PongWebSocketFrame(frame.content().retain()));
    } else if (frame instanceof CloseWebSocketFrame close) {
      why = "Closed with " + close.statusCode() + " " + close.reasonText();
      ctx.close();
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    line.flush();
    ctx.flush();
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    line.closed(ctx.channel(), why);
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // Closing is seen by channelInactive.
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    why = cause.toString();
    ctx.close();
  }
}
