package dev.ssot.router.server;

import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Decodes UTF-8 that comes in pieces, and refuses it at the first byte that can't be right.
 * Confined to one event loop.
 */
final class IncomingText {

  /** The longest part of a character that can be left over from a piece. */
  private static final int LONGEST_REST = 3;

  private static final char REPLACEMENT = '\uFFFD';

  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private final StringBuilder text = new StringBuilder();
  private ByteBuffer rest = ByteBuffer.allocate(0);

  /** A text that comes in one piece. */
  String whole(ByteBuf bytes) {
    String decoded = bytes.toString(StandardCharsets.UTF_8);
    if (decoded.indexOf(REPLACEMENT) < 0) {
      return decoded;
    }
    // The text has this character, or broken bytes were replaced by it.
    append(bytes.nioBuffer());
    return finish();
  }

  /** Takes a piece. */
  void append(ByteBuffer piece) {
    ByteBuffer bytes = joined(piece);
    decode(bytes, false);
    rest = ByteBuffer.allocate(Math.min(LONGEST_REST, bytes.remaining())).put(bytes).flip();
  }

  /** The whole text; the next piece begins another. */
  String finish() {
    decode(rest, true);
    String whole = text.toString();
    clear();
    return whole;
  }

  private void clear() {
    text.setLength(0);
    text.trimToSize();
    decoder.reset();
    rest = ByteBuffer.allocate(0);
  }

  private ByteBuffer joined(ByteBuffer piece) {
    if (!rest.hasRemaining()) {
      return piece;
    }
    return ByteBuffer.allocate(rest.remaining() + piece.remaining()).put(rest).put(piece).flip();
  }

  /** A byte makes one character at most, so the buffer is always large enough. */
  private void decode(ByteBuffer bytes, boolean last) {
    CharBuffer characters = CharBuffer.allocate(bytes.remaining() + 1);
    CoderResult result = decoder.decode(bytes, characters, last);
    if (result.isError()) {
      throw Violation.notText("The text is not UTF-8");
    }
    text.append(characters.flip());
  }
}
