package dev.ssot.benchmarks.routers.dialect;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/** Finds what a client of the load needs in a frame, without parsing all of it. */
final class Scan {

  /** Field of the number of the message that an event answers. */
  private static final byte NUMBER = 'n';

  /** Field of the index of an event among those that answer one message. */
  private static final byte INDEX = 'i';

  private static final byte[] SEQ = ascii("\"seq\":");
  private static final int FIELD_BYTES = 4;
  private static final int RADIX = 10;

  private Scan() {}

  /** Tells of the event in a frame, if there is one. */
  static boolean event(ByteBuf frame, Ear ear) {
    long number = field(frame, NUMBER);
    if (number < 0) {
      return false;
    }
    ear.event(number, (int) Math.max(0, field(frame, INDEX)));
    return true;
  }

  /** The number in the first field of this one letter, or -1. */
  static long field(ByteBuf frame, byte letter) {
    int last = frame.writerIndex() - FIELD_BYTES;
    for (int at = frame.readerIndex() + 1; at < last; at++) {
      if (frame.getByte(at) == letter
          && frame.getByte(at - 1) == '"'
          && frame.getByte(at + 1) == '"'
          && frame.getByte(at + 2) == ':') {
        return digits(frame, at + FIELD_BYTES - 1);
      }
    }
    return -1;
  }

  /** Whether the frame has this text at this place. */
  static boolean hasAt(ByteBuf frame, int at, byte[] text) {
    if (frame.readableBytes() < at + text.length) {
      return false;
    }
    int start = frame.readerIndex() + at;
    for (int i = 0; i < text.length; i++) {
      if (frame.getByte(start + i) != text[i]) {
        return false;
      }
    }
    return true;
  }

  /** The number of the event in its stream, which stands right behind the type in `ssot.v1`. */
  static long afterSeq(ByteBuf frame) {
    int last = frame.writerIndex() - SEQ.length;
    for (int at = frame.readerIndex(); at < last; at++) {
      if (hasAt(frame, at - frame.readerIndex(), SEQ)) {
        return digits(frame, at + SEQ.length);
      }
    }
    return -1;
  }

  /** The text between the first {@code before} and the {@code "} behind it; empty if not there. */
  static String quoted(String frame, String before) {
    int start = frame.indexOf(before);
    if (start < 0) {
      return "";
    }
    int from = start + before.length();
    return frame.substring(from, frame.indexOf('"', from));
  }

  static String text(ByteBuf frame) {
    return frame.toString(StandardCharsets.UTF_8);
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static long digits(ByteBuf frame, int from) {
    long number = 0;
    int at = from;
    while (at < frame.writerIndex() && isDigit(frame.getByte(at))) {
      number = number * RADIX + frame.getByte(at) - '0';
      at++;
    }
    return at == from ? -1 : number;
  }

  private static boolean isDigit(byte one) {
    return one >= '0' && one <= '9';
  }
}
