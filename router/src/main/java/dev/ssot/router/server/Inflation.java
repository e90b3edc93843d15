package dev.ssot.router.server;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decompresses the messages of one connection (RFC 7692), a piece at a time, so that whoever takes
 * the pieces can stop a bomb before it unfolds. Confined to one event loop; {@link #end} frees it.
 */
final class Inflation {

  /** What a sender leaves out at the end of each message (RFC 7692 section 7.2.1). */
  private static final int TAIL = 0x0000ffff;

  private static final int PIECE = 4 << 10;

  private final boolean keepsContext;
  private final Inflater inflater = new Inflater(true);

  /** Decompression that keeps what it has seen from one message to the next, if asked to. */
  Inflation(boolean keepsContext) {
    this.keepsContext = keepsContext;
  }

  /** Decompresses a part of a message. */
  void inflate(ByteBuffer compressed, Consumer<ByteBuffer> taker) {
    inflater.setInput(compressed);
    byte[] piece = new byte[PIECE];
    try {
      while (true) {
        int length = inflater.inflate(piece);
        taker.accept(ByteBuffer.wrap(piece, 0, length));
        if (inflater.finished() && inflater.getRemaining() > 0) {
          startOver(compressed);
        } else if (length == 0) {
          return;
        }
      }
    } catch (DataFormatException broken) {
      throw Violation.notText("The compressed data is broken");
    }
  }

  /** Decompresses what is left of a message. */
  void finish(Consumer<ByteBuffer> taker) {
    ByteBuffer tail = ByteBuffer.allocate(Integer.BYTES).putInt(TAIL).flip();
    if (inflater.finished()) {
      inflater.reset();
    }
    inflate(tail, taker);
    if (!keepsContext) {
      inflater.reset();
    }
  }

  void end() {
    inflater.end();
  }

  /** What follows a block that was marked as the last is a stream of its own. */
  private void startOver(ByteBuffer compressed) {
    inflater.reset();
    inflater.setInput(compressed);
  }
}
