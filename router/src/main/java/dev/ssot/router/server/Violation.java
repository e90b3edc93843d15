package dev.ssot.router.server;

import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;

/** What a peer did against RFC 6455 or the limits, as the exception that Netty's decoder throws. */
final class Violation {

  private Violation() {}

  static CorruptedWebSocketFrameException protocol(String text) {
    return of(WebSocketCloseStatus.PROTOCOL_ERROR, text);
  }

  static CorruptedWebSocketFrameException notText(String text) {
    return of(WebSocketCloseStatus.INVALID_PAYLOAD_DATA, text);
  }

  static CorruptedWebSocketFrameException tooBig(String text) {
    return of(WebSocketCloseStatus.MESSAGE_TOO_BIG, text);
  }

  static CorruptedWebSocketFrameException of(WebSocketCloseStatus status, String text) {
    return new CorruptedWebSocketFrameException(status, text);
  }
}
