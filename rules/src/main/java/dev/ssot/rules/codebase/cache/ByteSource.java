package dev.ssot.rules.codebase.cache;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes that are being read, as a {@link ByteSink} wrote them. Not safe for concurrent use.
 *
 * <p>Bytes that nobody wrote so end in some {@link RuntimeException}.
 */
public final class ByteSource {

  private static final int PAYLOAD = 0x7F;
  private static final int PAYLOAD_BITS = 7;

  private final byte[] bytes;
  private int at;

  /** All of some bytes, which nobody changes. */
  public ByteSource(byte[] bytes) {
    this(bytes, 0);
  }

  ByteSource(byte[] bytes, int from) {
    this.bytes = bytes;
    this.at = from;
  }

  int position() {
    return at;
  }

  /** The next number that was written in as few bytes as it takes. */
  public int number() {
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

  /** The next flag. */
  public boolean flag() {
    return number() != 0;
  }

  /** The next number of four bytes. */
  // Written out, as it is asked for each file of a scan, before any of it is compiled.
  public int fixed() {
    int from = at;
    at = from + Integer.BYTES;
    return (bytes[from] & 0xFF)
        | ((bytes[from + 1] & 0xFF) << Byte.SIZE)
        | ((bytes[from + 2] & 0xFF) << (2 * Byte.SIZE))
        | (bytes[from + 3] << (3 * Byte.SIZE));
  }

  /** The next number of eight bytes. */
  public long fixedLong() {
    long low = fixed() & 0xFFFF_FFFFL;
    return low | ((long) fixed() << Integer.SIZE);
  }

  /** The next number whose bits were written. */
  public double fixedDouble() {
    return Double.longBitsToDouble(fixedLong());
  }

  /** So many numbers of four bytes. */
  public int[] fixed(int count) {
    if (count < 0 || count > (bytes.length - at) / Integer.BYTES) {
      throw new IllegalArgumentException(count + " numbers in " + (bytes.length - at) + " bytes");
    }
    int[] numbers = new int[count];
    little().position(at).asIntBuffer().get(numbers);
    at += count * Integer.BYTES;
    return numbers;
  }

  /** As many numbers of four bytes for each place as an array says. */
  public int[][] fixedEach(int[] counts) {
    int[][] numbers = new int[counts.length][];
    IntBuffer all = little().position(at).asIntBuffer();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] < 0 || counts[i] > all.remaining()) {
        throw new IllegalArgumentException(counts[i] + " numbers of " + all.remaining());
      }
      numbers[i] = new int[counts[i]];
      all.get(numbers[i]);
    }
    at += all.position() * Integer.BYTES;
    return numbers;
  }

  /** Goes on behind some bytes that are there. */
  void skip(int length) {
    if (length < 0 || length > bytes.length - at) {
      throw new IllegalArgumentException(length + " bytes of " + (bytes.length - at));
    }
    at += length;
  }

  /** What was written as a part, to be read from anywhere in it. */
  public ByteSource part() {
    int length = number();
    skip(length);
    return new ByteSource(Arrays.copyOfRange(bytes, at - length, at));
  }

  /** The same bytes, read from a position on. */
  public ByteSource from(int position) {
    return new ByteSource(bytes, position);
  }

  /** The next text. */
  public String text() {
    int head = number();
    int length = head >>> 1;
    int from = at;
    at += length;
    return (head & 1) == 0
        ? new String(bytes, from, length, StandardCharsets.ISO_8859_1)
        : ByteBuffer.wrap(bytes, from, length).asCharBuffer().toString();
  }

  /**
   * A value of the model.
   *
   * @throws RuntimeException if nobody has written it
   */
  public Object value() {
    return new RecordReader(this).value();
  }

  void skipText() {
    int length = number() >>> 1;
    at += length;
  }

  private ByteBuffer little() {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
