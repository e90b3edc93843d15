package dev.ssot.router.client;

import dev.ssot.router.limits.ClientLimits;
import dev.ssot.router.protocol.UserKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The ways to a server: straight, through a proxy that cuts within frames, and without reading. */
final class SoakNetwork implements AutoCloseable {

  private static final ClientLimits LIMITS =
      new ClientLimits(
          64,
          Duration.ofMinutes(5),
          Duration.ofMillis(50),
          Duration.ofSeconds(2),
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          Duration.ofSeconds(40));

  private final ClientRuntime runtime = ClientRuntime.start();
  private final List<Socket> stalled = new CopyOnWriteArrayList<>();
  private final int port;
  private final CuttingProxy proxy;

  SoakNetwork(int port, SoakPlan plan) throws IOException {
    this.port = port;
    int most = 40 * plan.users();
    proxy = new CuttingProxy(port, CuttingProxy.somewhere(plan.seed(), most, 20_000));
  }

  RouterClient connect(UserKey user, boolean proxied, ClientListener listener) {
    URI address = URI.create("ws://localhost:" + (proxied ? proxy.port() : port) + "/ws");
    ClientSettings settings =
        ClientSettings.of(address, () -> "ssot.token." + user.tenant() + "." + user.user());
    return RouterClient.start(runtime, settings.withLimits(LIMITS), listener);
  }

  /** Connects a device that says hello and never reads. */
  void stall(UserKey user) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(2_048);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    stalled.add(socket);
    String request =
        "GET /ws HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
            + "Sec-WebSocket-Protocol: ssot.v1, ssot.token.%s.%s\r\n\r\n"
                .formatted(user.tenant(), user.user());
    byte[] hello = "{\"v\":1,\"type\":\"hello\"}".getBytes(StandardCharsets.US_ASCII);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    socket
        .getOutputStream()
        .write(new byte[] {(byte) 0x81, (byte) (0x80 | hello.length), 0, 0, 0, 0});
    socket.getOutputStream().write(hello);
    socket.getOutputStream().flush();
  }

  /** Connections that were cut within what the server sent. */
  int cuts() {
    return proxy.cuts();
  }

  /** Closes the devices that never read. */
  void releaseStalled() throws IOException {
    for (Socket socket : stalled) {
      socket.close();
    }
  }

  @Override
  public void close() throws IOException {
    releaseStalled();
    proxy.close();
    runtime.close();
  }
}
