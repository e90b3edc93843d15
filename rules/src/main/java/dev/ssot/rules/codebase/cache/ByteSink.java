package dev.ssot.rules.codebase.cache;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that are being written, in memory. */
public final class ByteSink {

  private static final int PAYLOAD = 0x7F;
  private static final int MORE = 0x80;
  private static final int PAYLOAD_BITS = 7;

  private byte[] bytes = new byte[1 << 12];
  private int size;

  /** How many bytes were written. */
  public int size() {
    return size;
  }

  /** All that was written; what follows {@link #size()} means nothing. */
  byte[] bytes() {
    return bytes;
  }

  void clear() {
    size = 0;
  }

  /** Writes seven bits a byte, the lowest first; small numbers are short. */
  public void number(int number) {
    room(Integer.BYTES + 1);
    int rest = number;
    while ((rest & ~PAYLOAD) != 0) {
      bytes[size++] = (byte) (rest | MORE);
      rest >>>= PAYLOAD_BITS;
    }
    bytes[size++] = (byte) rest;
  }

  /** Writes a number that may be negative and is short if it is near to zero. */
  void difference(int number) {
    number((number << 1) ^ (number >> (Integer.SIZE - 1)));
  }

  /** Writes a flag. */
  public void flag(boolean flag) {
    number(flag ? 1 : 0);
  }

  /** Writes four bytes, the lowest first. */
  public void fixed(int number) {
    room(Integer.BYTES);
    put(number);
  }

  /** Writes eight bytes, the lowest first. */
  public void fixed(long number) {
    room(Long.BYTES);
    put((int) number);
    put((int) (number >>> Integer.SIZE));
  }

  // Written out, as it is asked for each file of a scan, before any of it is compiled.
  private void put(int number) {
    bytes[size] = (byte) number;
    bytes[size + 1] = (byte) (number >>> Byte.SIZE);
    bytes[size + 2] = (byte) (number >>> (2 * Byte.SIZE));
    bytes[size + 3] = (byte) (number >>> (3 * Byte.SIZE));
    size += Integer.BYTES;
  }

  /** Writes the bits of a number. */
  public void fixed(double number) {
    fixed(Double.doubleToRawLongBits(number));
  }

  /** Writes four bytes for each number. */
  public void fixed(int[] numbers) {
    room(numbers.length * Integer.BYTES);
    little().position(size).asIntBuffer().put(numbers);
    size += numbers.length * Integer.BYTES;
  }

  /** Writes all that another sink holds, with its length. */
  public void part(ByteSink other) {
    number(other.size);
    raw(other.bytes, other.size);
  }

  /** Writes any characters, unpaired surrogates among them. */
  public void text(String text) {
    boolean narrow = isNarrow(text);
    // UTF-8 has no form for an unpaired surrogate.
    byte[] encoded =
        narrow
            ? text.getBytes(StandardCharsets.ISO_8859_1)
            : new byte[Character.BYTES * text.length()];
    if (!narrow) {
      ByteBuffer.wrap(encoded).asCharBuffer().put(text);
    }
    number(encoded.length << 1 | (narrow ? 0 : 1));
    raw(encoded, encoded.length);
  }

  private static boolean isNarrow(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0xFF) {
        return false;
      }
    }
    return true;
  }

  /**
   * Writes a value of the model, whatever records it is made of.
   *
   * @throws IllegalArgumentException if it is of a type that no record of the model holds
   */
  public void value(Object value) {
    new RecordWriter(this).value(value);
  }

  void raw(byte[] more, int length) {
    room(length);
    System.arraycopy(more, 0, bytes, size, length);
    size += length;
  }

  private ByteBuffer little() {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void room(int more) {
    int needed = Math.addExact(size, more);
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, (int) Math.max(needed, Math.min(2L * bytes.length, 1L << 30)));
    }
  }
}
