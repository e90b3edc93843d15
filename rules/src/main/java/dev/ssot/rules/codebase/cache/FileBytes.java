package dev.ssot.rules.codebase.cache;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Reads large files piece by piece: what is read at once goes through memory outside of the heap
 * that is as large, and has to be cleared first.
 */
final class FileBytes {

  private static final int PIECE = 1 << 17;

  private FileBytes() {}

  /**
   * All bytes of a file.
   *
   * @throws IOException if it cannot be read, or is larger than an array can be
   */
  static byte[] of(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      if (size > Integer.MAX_VALUE - Long.BYTES) {
        throw new IOException("It has " + size + " bytes");
      }
      return of(channel, 0, (int) size);
    }
  }

  /**
   * Some bytes of a file.
   *
   * @throws EOFException if it has not that many
   */
  static byte[] of(FileChannel channel, long position, int length) throws IOException {
    byte[] bytes = new byte[length];
    int at = 0;
    while (at < length) {
      ByteBuffer piece = ByteBuffer.wrap(bytes, at, Math.min(PIECE, length - at));
      int read = channel.read(piece, position + at);
      if (read < 0) {
        throw new EOFException("It became shorter while it was read");
      }
      at += read;
    }
    return bytes;
  }
}
