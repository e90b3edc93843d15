package dev.ssot.router.server;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * An answer to a handshake that is not accepted.
 *
 * @param headers those that say what would be accepted
 */
record HttpRefusal(HttpResponseStatus status, String text, Map<String, String> headers) {

  HttpRefusal {
    headers = Map.copyOf(headers);
  }

  static HttpRefusal of(HttpResponseStatus status, String text) {
    return new HttpRefusal(status, text, Map.of());
  }

  static HttpRefusal upgradeRequired(String text) {
    return new HttpRefusal(
        HttpResponseStatus.UPGRADE_REQUIRED,
        text,
        Map.of(
            "Upgrade", "websocket",
            "Sec-WebSocket-Version", "13",
            "Sec-WebSocket-Protocol", UpgradeCheck.SUBPROTOCOL));
  }

  static HttpRefusal later(HttpResponseStatus status, String text, Duration retryAfter) {
    return new HttpRefusal(
        status, text, Map.of("Retry-After", String.valueOf(Math.max(1, retryAfter.toSeconds()))));
  }

  FullHttpResponse response() {
    byte[] body = (text + "\n").getBytes(StandardCharsets.UTF_8);
    FullHttpResponse response =
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(body));
    response
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8")
        .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
        .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE)
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    headers.forEach(response.headers()::set);
    return response;
  }
}
