package dev.ssot.router.server;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.Deflater;

/**
 * Compresses messages (RFC 7692), each on its own: a context kept for every connection would cost
 * more memory than all else that a connection needs.
 */
final class Deflation {

  private static final int TAIL_BYTES = 4;

  private Deflation() {}

  /** The first bytes of an array compressed, without the tail that the receiver adds. */
  static byte[] deflate(byte[] message, int bytes) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    try {
      deflater.setInput(message, 0, bytes);
      ByteArrayOutputStream compressed = new ByteArrayOutputStream(bytes / 2);
      byte[] piece = new byte[bytes];
      int length = piece.length;
      while (length == piece.length) {
        length = deflater.deflate(piece, 0, piece.length, Deflater.SYNC_FLUSH);
        compressed.write(piece, 0, length);
      }
      return Arrays.copyOf(compressed.toByteArray(), compressed.size() - TAIL_BYTES);
    } finally {
      deflater.end();
    }
  }
}
