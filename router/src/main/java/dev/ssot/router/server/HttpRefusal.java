package dev.ssot.router.server;

import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.time.Duration;
import java.util.Map;

/**
 * An answer to a handshake that is not accepted.
 *
 * @param headers those that say what would be accepted
 */
record HttpRefusal(HttpResponseStatus status, String text, Map<String, String> headers)
    implements HttpAnswer {

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

  @Override
  public FullHttpResponse response() {
    return HttpAnswer.response(status, "text/plain; charset=utf-8", text + "\n", headers);
  }

  @Override
  public void tell(ServerObserver observer) {
    observer.handshakeAnswered(status.code());
  }
}
