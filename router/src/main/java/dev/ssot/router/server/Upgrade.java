package dev.ssot.router.server;

import dev.ssot.router.limits.TransportLimits;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameEncoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/** Turns a socket that speaks HTTP into one that speaks WebSocket. */
@SuppressWarnings(
    "FutureReturnValueIgnored") // A write that fails closes its channel, which is seen.
final class Upgrade {

  private static final String HTTP = "http";
  private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  private Upgrade() {}

  /** Adds what reads one request. */
  static void expectRequest(
      ChannelPipeline pipeline, TransportLimits limits, UpgradeHandler handler) {
    HttpDecoderConfig config =
        new HttpDecoderConfig()
            .setMaxInitialLineLength(limits.handshake().lineBytes())
            .setMaxHeaderSize(limits.handshake().headerBytes());
    pipeline.addLast(HTTP, new HttpServerCodec(config)).addLast(handler);
  }

  /**
   * Answers with 101 and lets frames through. What the client has sent behind its request is the
   * first that they get.
   */
  static void accept(
      ChannelHandlerContext ctx,
      TransportLimits limits,
      String key,
      Optional<String> subprotocol,
      Optional<Compression> compression,
      FrameHandler frames) {
    ctx.writeAndFlush(response(key, subprotocol, compression));
    ChannelPipeline pipeline = ctx.pipeline();
    WebSocketDecoderConfig config =
        WebSocketDecoderConfig.newBuilder()
            .allowExtensions(true)
            .closeOnProtocolViolation(false)
            .maxFramePayloadLength(limits.json().frameBytes())
            .build();
    pipeline
        .addLast(new WebSocket13FrameDecoder(config))
        .addLast(new WebSocket13FrameEncoder(false))
        .addLast(frames);
    pipeline.remove(ctx.handler());
    pipeline.remove(HTTP);
  }

  private static FullHttpResponse response(
      String key, Optional<String> subprotocol, Optional<Compression> compression) {
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1, HttpResponseStatus.SWITCHING_PROTOCOLS, Unpooled.EMPTY_BUFFER);
    response
        .headers()
        .set(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET)
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE)
        .set(HttpHeaderNames.SEC_WEBSOCKET_ACCEPT, accept(key));
    subprotocol.ifPresent(
        name -> response.headers().set(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL, name));
    compression.ifPresent(
        agreed ->
            response.headers().set(HttpHeaderNames.SEC_WEBSOCKET_EXTENSIONS, agreed.header()));
    return response;
  }

  private static String accept(String key) {
    try {
      byte[] both = (key + MAGIC).getBytes(StandardCharsets.US_ASCII);
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest(both));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-1", impossible);
    }
  }
}
