package dev.ssot.router.server;

import io.netty.buffer.ByteBuf;

/** Writes the header of an unmasked text frame that is a whole message (RFC 6455 section 5.2). */
final class FrameHeader {

  /** Bytes that a header takes at most. */
  static final int LONGEST = 10;

  private static final int FINAL_TEXT = 0x81;
  private static final int FIRST_RESERVED_BIT = 0x40;
  private static final int TWO_BYTES = 126;
  private static final int EIGHT_BYTES = 127;
  private static final int END_OF_TWO_BYTES = 1 << 16;

  private FrameHeader() {}

  /**
   * Adds a header.
   *
   * @param compressed whether the first reserved bit is set, which marks a compressed message
   * @param length bytes of the message
   */
  static void write(ByteBuf to, boolean compressed, int length) {
    to.writeByte(compressed ? FINAL_TEXT | FIRST_RESERVED_BIT : FINAL_TEXT);
    if (length < TWO_BYTES) {
      to.writeByte(length);
    } else if (length < END_OF_TWO_BYTES) {
      to.writeByte(TWO_BYTES).writeShort(length);
    } else {
      to.writeByte(EIGHT_BYTES).writeLong(length);
    }
  }
}
