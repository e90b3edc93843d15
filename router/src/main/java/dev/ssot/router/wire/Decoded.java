package dev.ssot.router.wire;

import dev.ssot.router.protocol.ErrorCode;
import dev.ssot.router.protocol.ServerFrame;

/** What a frame's bytes turned out to be. */
public sealed interface Decoded<T> {

  /** They are a message. */
  record Message<T>(T message) implements Decoded<T> {}

  /** They are none, and the failure says why in the words of the protocol. */
  record Refused<T>(ServerFrame.Failure failure) implements Decoded<T> {}

  /** See {@link Refused}. */
  static <T> Decoded<T> refused(String id, ErrorCode code, String text) {
    return new Refused<>(ServerFrame.Failure.of(id, code, text));
  }
}
