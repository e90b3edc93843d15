package dev.ssot.cli.rpc;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** A message is a line, as in the stdio transport of the Model Context Protocol. */
public final class LineFraming extends Framing {

  private final InputStream in;

  public LineFraming(InputStream in) {
    this.in = new BufferedInputStream(in);
  }

  @Override
  Optional<byte[]> read() throws IOException, BadMessage {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    long length = 0;
    boolean blank = true;
    int next = in.read();
    while (next >= 0 && (next != '\n' || blank)) {
      blank &= Character.isWhitespace(next);
      if (!blank && ++length <= MOST_BYTES) {
        line.write(next);
      }
      next = in.read();
    }
    if (length > MOST_BYTES) {
      throw new BadMessage("a message is longer than %s bytes".formatted(MOST_BYTES));
    }
    return length == 0 ? Optional.empty() : Optional.of(line.toByteArray());
  }

  @Override
  void reject(byte[] message) {
    // The next line is a message of its own, whatever this one was.
  }

  @Override
  byte[] framed(byte[] message) {
    byte[] line = Arrays.copyOf(message, message.length + 1);
    line[message.length] = '\n';
    return line;
  }
}
