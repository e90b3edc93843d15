package peer;

import com.corundumstudio.socketio.AckRequest;
import com.corundumstudio.socketio.Configuration;
import com.corundumstudio.socketio.SocketIOClient;
import com.corundumstudio.socketio.SocketIOServer;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** netty-socketio: each message has a handler, which answers with events and an acknowledgement. */
public final class NettySocketIoPeer {

  private NettySocketIoPeer() {}

  public static void main(String[] arguments) throws Exception {
    Configuration configuration = new Configuration();
    configuration.setHostname("127.0.0.1");
    configuration.setPort(freePort());
    configuration.setUseLinuxNativeEpoll(true);
    SocketIOServer server = new SocketIOServer(configuration);
    server.addEventListener("ask", Map.class, NettySocketIoPeer::ask);
    server.addEventListener(
        "announce",
        Map.class,
        (client, message, ack) ->
            server.getBroadcastOperations().sendEvent("event", event(message, 0)));
    server.start();
    System.out.println("listening " + configuration.getPort());
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      System.gc();
      System.out.println("collected");
    }
    Runtime.getRuntime().halt(0);
  }

  private static void ask(SocketIOClient client, Map<?, ?> message, AckRequest ack) {
    int events = ((Number) message.get("k")).intValue();
    for (int index = 0; index < events; index++) {
      client.sendEvent("event", event(message, index));
    }
    ack.sendAckData();
  }

  private static Map<String, Object> event(Map<?, ?> message, int index) {
    return Map.of("i", index, "n", message.get("n"), "text", message.get("text"));
  }

  /** The server does not say which port it got when it is given 0. */
  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
