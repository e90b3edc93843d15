package peer;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.messaging.handler.annotation.Payload;
import org.springframework.messaging.simp.SimpMessagingTemplate;
import org.springframework.messaging.simp.config.MessageBrokerRegistry;
import org.springframework.stereotype.Controller;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.config.annotation.EnableWebSocketMessageBroker;
import org.springframework.web.socket.config.annotation.StompEndpointRegistry;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

/**
 * Spring's simple broker as its documentation sets it up, on Tomcat: each message goes to a
 * controller, which answers to the user's own queue. The property {@code ordered} switches on that
 * order is kept, coming in and going out.
 */
@SpringBootApplication
@EnableWebSocketMessageBroker
@Controller
public class SpringPeer implements WebSocketMessageBrokerConfigurer {

  private static final String QUEUE = "/queue/events";

  private final boolean ordered = Boolean.getBoolean("ordered");
  private final SimpMessagingTemplate broker;

  public SpringPeer(@org.springframework.context.annotation.Lazy SimpMessagingTemplate broker) {
    this.broker = broker;
  }

  public static void main(String[] arguments) throws Exception {
    ConfigurableApplicationContext context = SpringApplication.run(SpringPeer.class, arguments);
    int port = ((WebServerApplicationContext) context).getWebServer().getPort();
    System.out.println("listening " + port);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      System.gc();
      System.out.println("collected");
    }
    Runtime.getRuntime().halt(0);
  }

  @Override
  public void registerStompEndpoints(StompEndpointRegistry registry) {
    registry
        .addEndpoint("/ws")
        .setAllowedOriginPatterns("*")
        .setHandshakeHandler(
            new DefaultHandshakeHandler() {
              @Override
              protected Principal determineUser(
                  ServerHttpRequest request, WebSocketHandler handler, Map<String, Object> attributes) {
                String name = request.getHeaders().getFirst("X-User");
                return () -> name;
              }
            });
    registry.setPreserveReceiveOrder(ordered);
  }

  @Override
  public void configureMessageBroker(MessageBrokerRegistry registry) {
    registry.enableSimpleBroker("/queue", "/topic");
    registry.setApplicationDestinationPrefixes("/app");
    registry.setPreservePublishOrder(ordered);
  }

  @MessageMapping("/hello")
  public void hello(Principal user) {
    broker.convertAndSendToUser(user.getName(), QUEUE, Map.of("hello", true));
  }

  @MessageMapping("/ask")
  public void ask(@Payload Map<String, Object> message, Principal user) {
    int events = ((Number) message.get("k")).intValue();
    for (int index = 0; index < events; index++) {
      broker.convertAndSendToUser(user.getName(), QUEUE, event(message, index));
    }
  }

  @MessageMapping("/announce")
  public void announce(@Payload Map<String, Object> message) {
    broker.convertAndSend("/topic/all", (Object) event(message, 0));
  }

  private static Map<String, Object> event(Map<String, Object> message, int index) {
    return Map.of("i", index, "n", message.get("n"), "text", message.get("text"));
  }
}
