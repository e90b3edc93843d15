package dev.ssot.router.server;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The text of a close frame, which has room for 123 bytes (RFC 6455 section 5.5). */
final class CloseReason {

  private static final int BYTES = 123;

  private CloseReason() {}

  /** As much of the text as fits, cut between characters. */
  static String fitting(String text) {
    CharsetEncoder encoder =
        StandardCharsets.UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPLACE);
    ByteBuffer bytes = ByteBuffer.allocate(BYTES);
    encoder.encode(CharBuffer.wrap(text), bytes, true);
    return StandardCharsets.UTF_8.decode(bytes.flip()).toString();
  }
}
