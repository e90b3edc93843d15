package dev.ssot.cli.rpc;

import java.io.IOException;
import java.util.Optional;

/** How messages follow each other in a stream of bytes. */
public abstract sealed class Framing permits HeaderFraming, LineFraming {

  /** A longer message is refused; the largest file of a scan, escaped, fits several times. */
  static final int MOST_BYTES = 64 << 20;

  /**
   * The next message; nothing at the end of the stream.
   *
   * @throws BadMessage if there are bytes that are none
   */
  abstract Optional<byte[]> read() throws IOException, BadMessage;

  /** Takes back the bytes of a message that turned out to be none. */
  abstract void reject(byte[] message);

  /** The bytes of a message as they go into the stream. */
  abstract byte[] framed(byte[] message);
}
