package dev.ssot.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/**
 * A standard stream that survives its reader.
 *
 * <p>A reader that has seen enough ({@code ssot check | head}) is no failure: what follows is
 * dropped. Any other failure, such as a full disk, is thrown and remembered, for writers that
 * swallow it.
 */
final class Outlet extends OutputStream {

  private final OutputStream stream;
  private boolean closedByReader;
  private Optional<IOException> failure = Optional.empty();

  Outlet(OutputStream stream) {
    this.stream = stream;
  }

  /** Whether nobody reads it any more. */
  boolean isClosedByReader() {
    return closedByReader;
  }

  /** What went wrong, if something did. */
  Optional<IOException> failure() {
    return failure;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (closedByReader) {
      return;
    }
    try {
      stream.write(bytes, offset, length);
    } catch (IOException e) {
      if (String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("pipe")) {
        closedByReader = true;
      } else {
        failure = Optional.of(e);
        throw e;
      }
    }
  }

  @Override
  public void flush() throws IOException {
    if (!closedByReader) {
      stream.flush();
    }
  }
}
