package dev.ssot.router.server;

import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;

/** Gets the whole messages of one socket. Called on the socket's event loop. */
interface Receiver {

  /** A text message has come. */
  void text(String text);

  /**
   * A text message has come in one piece, in UTF-8 for all that is known.
   *
   * @return whether it was taken; if not, it is decoded and comes as a text
   */
  default boolean plain(byte[] utf8) {
    return false;
  }

  /** A binary message has come. */
  default void binary(byte[] bytes) {
    requireBinary();
  }

  /** Says whether binary messages are taken, by throwing if they are not. */
  default void requireBinary() {
    throw Violation.of(WebSocketCloseStatus.INVALID_MESSAGE_TYPE, "Only text is spoken here");
  }

  /** What was written before may have left; the socket may take more. */
  default void writable() {}

  /** The socket is closed. */
  void closed();
}
