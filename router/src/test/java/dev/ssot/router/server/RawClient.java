package dev.ssot.router.server;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * A client that sends exactly the bytes that a test wants, right or wrong, and shows the bytes that
 * come back. Its time-out is only there so that a broken server fails a test instead of stopping
 * it.
 */
final class RawClient implements AutoCloseable {

  static final String KEY = Base64.getEncoder().encodeToString(new byte[16]);

  private static final int PATIENCE_MILLIS = 20_000;
  private static final byte[] MASK = {1, 2, 3, 4};

  private final Socket socket;
  private final DataInputStream in;

  RawClient(int port) throws IOException {
    this(new Socket(InetAddress.getLoopbackAddress(), port));
  }

  /** Speaks over a socket that is connected. */
  RawClient(Socket connected) throws IOException {
    socket = connected;
    socket.setSoTimeout(PATIENCE_MILLIS);
    in = new DataInputStream(socket.getInputStream());
  }

  /** Connects and upgrades as a user of {@link TestTokens}. */
  static RawClient upgraded(int port, String user, String... headers) throws IOException {
    RawClient client = new RawClient(port);
    String protocols = "Sec-WebSocket-Protocol: ssot.v1, ssot.token." + user;
    String[] all =
        Stream.concat(Stream.of(protocols), Arrays.stream(headers)).toArray(String[]::new);
    Response response = client.request(upgrade(all));
    if (response.status() != 101) {
      throw new AssertionError(response);
    }
    return client;
  }

  /** Connects, upgrades and says hello. */
  static RawClient greeted(int port, String user) throws IOException {
    RawClient client = upgraded(port, user);
    client.text("{\"v\":1,\"type\":\"hello\"}");
    client.expectText("welcome");
    return client;
  }

  static String upgrade(String... headers) {
    return request("GET /ws HTTP/1.1", headers);
  }

  static String request(String line, String... headers) {
    return line
        + "\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
        + KEY
        + "\r\n"
        + String.join("\r\n", headers)
        + (headers.length == 0 ? "\r\n" : "\r\n\r\n");
  }

  /** Sends a request and reads the head of the response, or an empty one if there is none. */
  Response request(String text) throws IOException {
    send(text.getBytes(StandardCharsets.ISO_8859_1));
    return response();
  }

  Response response() throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    try {
      while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
        head.write(in.readByte());
      }
    } catch (EOFException | SocketException closed) {
      return new Response(0, List.of());
    }
    List<String> lines =
        Arrays.asList(head.toString(StandardCharsets.ISO_8859_1).strip().split("\r\n", -1));
    return new Response(Integer.parseInt(lines.get(0).substring(9, 12)), lines);
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  void text(String text) throws IOException {
    send(frame(0x81, text.getBytes(StandardCharsets.UTF_8)));
  }

  /** A masked frame with any first byte. */
  static byte[] frame(int first, byte[] payload) {
    ByteBuffer frame = ByteBuffer.allocate(payload.length + 14);
    frame.put((byte) first);
    if (payload.length < 126) {
      frame.put((byte) (0x80 | payload.length));
    } else if (payload.length < 1 << 16) {
      frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
    } else {
      frame.put((byte) (0x80 | 127)).putLong(payload.length);
    }
    frame.put(MASK);
    for (int i = 0; i < payload.length; i++) {
      frame.put((byte) (payload[i] ^ MASK[i % MASK.length]));
    }
    return Arrays.copyOf(frame.array(), frame.position());
  }

  static byte[] text(int first, String payload) {
    return frame(first, payload.getBytes(StandardCharsets.UTF_8));
  }

  /** The next frame; the end of the stream or a reset is a frame with first byte -1. */
  Frame read() throws IOException {
    try {
      int first = in.readUnsignedByte();
      int length = in.readUnsignedByte();
      long size = length < 126 ? length : length == 126 ? in.readUnsignedShort() : in.readLong();
      byte[] payload = new byte[Math.toIntExact(size)];
      in.readFully(payload);
      return new Frame(first, ByteBuffer.wrap(payload).asReadOnlyBuffer());
    } catch (EOFException | SocketException closed) {
      return new Frame(-1, ByteBuffer.allocate(0));
    }
  }

  /** Reads a text frame that must contain something. */
  String expectText(String content) throws IOException {
    Frame frame = read();
    if (frame.first() != 0x81 || !frame.text().contains(content)) {
      throw new AssertionError("Not a text with `%s` but %s".formatted(content, frame));
    }
    return frame.text();
  }

  /** Reads up to the close frame and says its code; 1005 if it has none, 1006 if none comes. */
  int closeCode() throws IOException {
    Frame frame = read();
    while (frame.first() != 0x88 && frame.first() != -1) {
      frame = read();
    }
    if (frame.first() == -1) {
      return 1006;
    }
    return frame.payload().remaining() < 2 ? 1005 : frame.payload().getShort(0);
  }

  /** Whether the server has closed its side, after what is still to be read. */
  boolean isEnded() throws IOException {
    Frame frame = read();
    while (frame.first() != -1) {
      frame = read();
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  /** The head of an HTTP response. */
  record Response(int status, List<String> lines) {

    boolean has(String line) {
      return lines.stream().anyMatch(line::equalsIgnoreCase);
    }
  }

  /** A frame as it came. */
  record Frame(int first, ByteBuffer payload) {

    String text() {
      return StandardCharsets.UTF_8.decode(payload.duplicate()).toString();
    }

    @Override
    public String toString() {
      return "0x%x %s".formatted(first, text());
    }
  }
}
