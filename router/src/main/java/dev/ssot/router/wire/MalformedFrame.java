package dev.ssot.router.wire;

import dev.ssot.router.protocol.ErrorCode;

/** A frame that is not what it must be; becomes {@link Decoded.Refused} before it leaves here. */
final class MalformedFrame extends Exception {

  private final transient ErrorCode code;

  MalformedFrame(ErrorCode code, String text) {
    super(text, null, false, false);
    this.code = code;
  }

  static MalformedFrame protocol(String text) {
    return new MalformedFrame(ErrorCode.PROTOCOL, text);
  }

  ErrorCode code() {
    return code;
  }

  String text() {
    return String.valueOf(getMessage());
  }
}
