package dev.ssot.cli.rpc;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message follows a header that gives its length, as in the base protocol of the Language Server
 * Protocol.
 *
 * <p>Where bytes are no header, or a length is not that of the message, the next header in them
 * counts: within a message the line end after it cannot occur, so nothing that follows is lost.
 * Bytes in a row that are no message are told of once.
 */
public final class HeaderFraming extends Framing {

  /** How much of the end of a line is kept, for a header that bytes without a line end precede. */
  private static final int KEPT = 4_096;

  private static final int SHOWN = 40;

  private static final Pattern HEADER = Pattern.compile("[A-Za-z][A-Za-z0-9-]*:.*");
  private static final Pattern LENGTH =
      Pattern.compile("content-length:([^:\\r\\n]*)$", Pattern.CASE_INSENSITIVE);
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
  private static final Pattern LATER =
      Pattern.compile("content-length: *[0-9]+\\r\\n", Pattern.CASE_INSENSITIVE);

  private final InputStream in;

  /** What was taken back and is read again. */
  private byte[] again = new byte[0];

  private int next;
  private boolean troubled;

  public HeaderFraming(InputStream in) {
    this.in = new BufferedInputStream(in);
  }

  @Override
  Optional<byte[]> read() throws IOException, BadMessage {
    long length = -1;
    boolean begun = false;
    for (String line = line(); line != null; line = line()) {
      if (line.isEmpty() && length >= 0) {
        return message((int) length);
      }
      if (line.isEmpty() && begun) {
        begun = false;
        trouble("a header has no Content-Length");
      }
      Matcher matcher = LENGTH.matcher(line);
      if (matcher.find()) {
        if (matcher.start() > 0) {
          takeBack(
              (line.substring(matcher.start()) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
          trouble("there are bytes between two messages");
        } else {
          length = length(matcher.group(1).strip());
        }
      } else if (!line.isEmpty() && !HEADER.matcher(line).matches()) {
        length = -1;
        begun = false;
        trouble("`%s` is no header".formatted(shown(line)));
      }
      begun |= !line.isEmpty() && HEADER.matcher(line).matches();
    }
    return Optional.empty();
  }

  private long length(String value) throws BadMessage {
    long length = NUMBER.matcher(value).matches() ? Long.parseLong(value) : -1;
    if (length < 0) {
      trouble("the Content-Length `%s` is no number of bytes".formatted(shown(value)));
    } else if (length > MOST_BYTES) {
      trouble("a message of %s bytes is longer than %s".formatted(length, MOST_BYTES));
      return -1;
    }
    return length;
  }

  private static String shown(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }

  /** Says once that there are bytes which are no message. */
  private void trouble(String what) throws BadMessage {
    if (!troubled) {
      troubled = true;
      throw new BadMessage(what);
    }
  }

  private Optional<byte[]> message(int length) throws IOException, BadMessage {
    byte[] message = bytes(length);
    if (message.length < length) {
      trouble("the stream ended within a message");
      return Optional.empty();
    }
    troubled = false;
    return Optional.of(message);
  }

  /** As many bytes, or fewer at the end; memory is taken for those only that are there. */
  private byte[] bytes(int length) throws IOException {
    int known = Math.min(length, again.length - next);
    byte[] bytes = Arrays.copyOfRange(again, next, next + known);
    next += known;
    if (known == length) {
      return bytes;
    }
    byte[] rest = in.readNBytes(length - known);
    byte[] all = Arrays.copyOf(bytes, known + rest.length);
    System.arraycopy(rest, 0, all, known, rest.length);
    return all;
  }

  private int one() throws IOException {
    return next < again.length ? again[next++] & 0xFF : in.read();
  }

  /** The next line without its end, or the end of it where it is long; null at the end. */
  private @Nullable String line() throws IOException {
    StringBuilder line = new StringBuilder();
    int read = one();
    if (read < 0) {
      return null;
    }
    while (read >= 0 && read != '\n') {
      if (line.length() == 2 * KEPT) {
        line.delete(0, KEPT);
      }
      line.append((char) read);
      read = one();
    }
    int end = line.length() - 1;
    if (end >= 0 && line.charAt(end) == '\r') {
      line.setLength(end);
    }
    return line.toString();
  }

  @Override
  void reject(byte[] message) {
    troubled = true;
    Matcher later = LATER.matcher(new String(message, StandardCharsets.ISO_8859_1));
    if (later.find()) {
      takeBack(Arrays.copyOfRange(message, later.start(), message.length));
    }
  }

  private void takeBack(byte[] bytes) {
    byte[] all = Arrays.copyOf(bytes, bytes.length + again.length - next);
    System.arraycopy(again, next, all, bytes.length, again.length - next);
    again = all;
    next = 0;
  }

  @Override
  byte[] framed(byte[] message) {
    byte[] header =
        "Content-Length: %s\r\n\r\n".formatted(message.length).getBytes(StandardCharsets.US_ASCII);
    byte[] all = Arrays.copyOf(header, header.length + message.length);
    System.arraycopy(message, 0, all, header.length, message.length);
    return all;
  }
}
