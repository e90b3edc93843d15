package dev.ssot.router.operations;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One request to a port, byte by byte, and everything that is said to it. */
final class Raw {

  /** Only a fail-safe. */
  private static final int PATIENCE_MILLIS = 60_000;

  private Raw() {}

  static String get(int port, String path) throws IOException {
    return say(port, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
  }

  static String say(int port, String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      return read(socket);
    }
  }

  /** All that is still said. */
  static String read(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  static int status(String answer) {
    return answer.isEmpty() ? 0 : Integer.parseInt(answer.split(" ", 3)[1]);
  }
}
