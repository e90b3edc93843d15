package dev.ssot.rules.codebase.cache;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Bytes that are being read, as a {@link ByteSink} wrote them. Not safe for concurrent use.
 *
 * <p>Bytes that nobody wrote so end in some {@link RuntimeException}.
 */
final class ByteSource {

  private static final int PAYLOAD = 0x7F;
  private static final int PAYLOAD_BITS = 7;

  private final byte[] bytes;
  private int at;

  ByteSource(byte[] bytes) {
    this(bytes, 0);
  }

  ByteSource(byte[] bytes, int from) {
    this.bytes = bytes;
    this.at = from;
  }

  int position() {
    return at;
  }

  int number() {
    int next = bytes[at++];
    int number = next & PAYLOAD;
    for (int shift = PAYLOAD_BITS; next < 0; shift += PAYLOAD_BITS) {
      next = bytes[at++];
      number |= (next & PAYLOAD) << shift;
    }
    return number;
  }

  int difference() {
    int number = number();
    return (number >>> 1) ^ -(number & 1);
  }

  boolean flag() {
    return number() != 0;
  }

  int fixed() {
    int number = little().getInt(at);
    at += Integer.BYTES;
    return number;
  }

  long fixedLong() {
    long number = little().getLong(at);
    at += Long.BYTES;
    return number;
  }

  int[] fixed(int count) {
    int[] numbers = new int[count];
    little().position(at).asIntBuffer().get(numbers);
    at += count * Integer.BYTES;
    return numbers;
  }

  String text() {
    int head = number();
    int length = head >>> 1;
    int from = at;
    at += length;
    return (head & 1) == 0
        ? new String(bytes, from, length, StandardCharsets.ISO_8859_1)
        : ByteBuffer.wrap(bytes, from, length).asCharBuffer().toString();
  }

  void skipText() {
    int length = number() >>> 1;
    at += length;
  }

  private ByteBuffer little() {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
