package dev.ssot.router.client;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class ClientRuntimeTest {

  private static final int ROUNDS = 10;
  private static final int CONNECTIONS = 8;
  private static final int PATIENCE_MILLIS = 20_000;
  private static final int LONGEST_TEXT = 1_000;

  @Test
  void aServerSeesTheEndOfEveryConnectionOfARuntimeThatIsClosed() throws IOException {
    for (int round = 0; round < ROUNDS; round++) {
      List<Socket> accepted = new ArrayList<>();
      try (ServerSocket server =
              new ServerSocket(0, CONNECTIONS, InetAddress.getLoopbackAddress());
          ClientRuntime runtime = ClientRuntime.start()) {
        for (int i = 0; i < CONNECTIONS; i++) {
          Link.open(route(runtime, server), "ticket", new Unheard());
          accepted.add(server.accept());
        }
      }
      for (Socket socket : accepted) {
        socket.setSoTimeout(PATIENCE_MILLIS);
        assertTrue(ends(socket));
        socket.close();
      }
    }
  }

  private static Link.Route route(ClientRuntime runtime, ServerSocket server) {
    URI address =
        URI.create(
            "ws://%s:%s/"
                .formatted(server.getInetAddress().getHostAddress(), server.getLocalPort()));
    return new Link.Route(
        runtime.loops(),
        runtime.sockets(),
        Optional.empty(),
        address,
        Duration.ofMillis(PATIENCE_MILLIS),
        LONGEST_TEXT);
  }

  /** Whether the other side ends the connection, after what it may have sent. */
  private static boolean ends(Socket socket) throws IOException {
    try {
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
      return true;
    } catch (SocketException reset) {
      return true;
    }
  }

  /** Nobody listens. */
  private static final class Unheard implements Link.Events {

    @Override
    public void opened(Link link) {}

    @Override
    public CompletionStage<?> text(String text) {
      return CompletableFuture.completedFuture(text);
    }

    @Override
    public void alive() {}

    @Override
    public void closed(int code, String reason) {}

    @Override
    public void refused(int status) {}
  }
}
