package dev.ssot.router.program;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** A socket without the client library, which sees frames and close codes as they come. */
final class WireTap implements WebSocket.Listener {

  /** Only a fail-safe. */
  private static final long PATIENCE_SECONDS = 60;

  private final List<String> frames = new ArrayList<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder frame = new StringBuilder();

  /** Connects and says hello. */
  static WireTap open(int port, String credential) {
    WireTap tap = new WireTap();
    connect(port, credential, tap).join().sendText("{\"v\":1,\"type\":\"hello\"}", true).join();
    return tap;
  }

  /** Whether the handshake is accepted. */
  static boolean isLetIn(int port, String credential) {
    try {
      connect(port, credential, new WireTap()).join().abort();
      return true;
    } catch (CompletionException refused) {
      return false;
    }
  }

  private static CompletableFuture<WebSocket> connect(int port, String credential, WireTap tap) {
    return HttpClient.newHttpClient()
        .newWebSocketBuilder()
        .subprotocols("ssot.v1", credential)
        .buildAsync(URI.create("ws://127.0.0.1:" + port + "/ws"), tap);
  }

  @Override
  public synchronized CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    frame.append(data);
    if (last) {
      frames.add(frame.toString());
      frame.setLength(0);
      notifyAll();
    }
    socket.request(1);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
    closed.complete(code);
    return CompletableFuture.completedStage(null);
  }

  synchronized void await(String type) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (frames.stream().noneMatch(one -> one.contains("\"type\":\"" + type + "\""))) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        throw new AssertionError("No " + type + " came: " + frames);
      }
      wait(left);
    }
  }

  /** The types of the frames that have come. */
  synchronized List<String> types() {
    return frames.stream()
        .map(frame -> frame.replaceAll("(?s).*?\"type\":\"([^\"]+)\".*", "$1"))
        .toList();
  }

  int awaitClose() throws Exception {
    return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }
}
