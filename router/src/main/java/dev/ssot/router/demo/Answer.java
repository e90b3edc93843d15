package dev.ssot.router.demo;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;

/**
 * What a request of the page is answered with.
 *
 * @param type media type of the body
 */
record Answer(HttpResponseStatus status, String type, String body) {

  private static final String PLAIN = "text/plain; charset=utf-8";

  static Answer of(HttpResponseStatus status, String text) {
    return new Answer(status, PLAIN, text);
  }

  static Answer ok(String text) {
    return of(HttpResponseStatus.OK, text);
  }

  /**
   * The response. Its page may load and run what comes from here and nothing else, talk to nobody
   * else, and be shown inside no other page.
   *
   * @param host where the page was found
   */
  FullHttpResponse response(String host, boolean withBody) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            status,
            withBody ? Unpooled.wrappedBuffer(bytes) : Unpooled.EMPTY_BUFFER);
    response
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, type)
        .set(HttpHeaderNames.CONTENT_LENGTH, bytes.length)
        .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE)
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE)
        .set("Content-Security-Policy", policy(host))
        .set("X-Content-Type-Options", "nosniff")
        .set("Referrer-Policy", "no-referrer")
        .set("Cross-Origin-Opener-Policy", "same-origin")
        .set("Cross-Origin-Resource-Policy", "same-origin");
    return response;
  }

  private static String policy(String host) {
    return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        + "connect-src 'self' ws://%s; base-uri 'none'; form-action 'none'; ".formatted(host)
        + "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
  }
}
