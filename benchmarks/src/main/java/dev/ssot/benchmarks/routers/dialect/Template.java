package dev.ssot.benchmarks.routers.dialect;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** An ASCII text with a number in one or more places, written without making the text anew. */
final class Template {

  /** Stands for the number in the text that a template is made of. */
  static final String NUMBER = "\u0000";

  private static final int LONGEST_NUMBER = 20;
  private static final int RADIX = 10;

  private final List<byte[]> pieces;
  private final int room;

  private Template(List<byte[]> pieces) {
    this.pieces = pieces;
    room = pieces.stream().mapToInt(piece -> piece.length).sum() + LONGEST_NUMBER * pieces.size();
  }

  static Template of(String text) {
    return new Template(
        Arrays.stream(text.split(NUMBER, -1))
            .map(piece -> piece.getBytes(StandardCharsets.US_ASCII))
            .toList());
  }

  ByteBuf with(ByteBufAllocator memory, long number) {
    ByteBuf text = memory.buffer(room);
    text.writeBytes(pieces.get(0));
    for (int i = 1; i < pieces.size(); i++) {
      digits(text, number);
      text.writeBytes(pieces.get(i));
    }
    return text;
  }

  private static void digits(ByteBuf text, long number) {
    if (number >= RADIX) {
      digits(text, number / RADIX);
    }
    text.writeByte((byte) ('0' + number % RADIX));
  }
}
