package dev.ssot.benchmarks.routers.dialect;

import java.util.Map;

/** The protocol of a measured server, on top of WebSocket. */
public interface Dialect {

  /** What the request line asks for. */
  String path(int user);

  /** Headers of the handshake beside those of every WebSocket. */
  default Map<String, String> headers(int user) {
    return Map.of();
  }

  /** The value of {@code Sec-WebSocket-Protocol}, or the empty string. */
  default String subprotocols(int user) {
    return "";
  }

  /** One user's side of a conversation; lasts over reconnects if the protocol has a way. */
  Talk talk(int user);
}
