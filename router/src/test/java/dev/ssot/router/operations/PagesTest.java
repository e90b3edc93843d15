package dev.ssot.router.operations;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.router.Connection;
import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.UserKey;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an operator sees of a server, over real sockets. */
class PagesTest {

  private final OperatedServer operated = new OperatedServer();

  @AfterEach
  void stop() {
    operated.close();
  }

  @Test
  void showsUsersConnectionsAndQueuesPageByPage() throws Exception {
    for (String user : List.of("alice", "bob", "carol")) {
      operated.attach(user, "k-" + user).receive(ClientMessage.hello());
    }
    operated.server().router().emit(new UserKey("acme", "bob"), OperatedServer.event());
    String first = operated.get("/inspect/users");
    assertTrue(first.contains("\"user\":\"alice\"") && first.contains("\"user\":\"bob\""), first);
    assertFalse(first.contains("carol"), first);
    String next = first.replaceAll("(?s).*\"next\":\"([^\"]*)\".*", "$1");
    String second = operated.get("/inspect/users?after=" + next);
    assertTrue(second.contains("carol") && !second.contains("next"), second);
    String connections = operated.get("/inspect/connections?after=k-alice");
    assertTrue(connections.contains("\"id\":\"k-bob\""), connections);
    assertTrue(connections.contains("\"live\":true"), connections);
    assertFalse(connections.contains("k-alice"), connections);
    assertTrue(operated.get("/inspect").contains("\"connections\":3"));
    assertTrue(
        operated.get("/inspect/queues").contains("\"events_behind\":1"),
        operated.get("/inspect/queues"));
  }

  @Test
  void showsBreakersAndDeadLettersWithoutPayloads() throws Exception {
    for (int i = 0; i < 3; i++) {
      operated.breakOnce(new UserKey("tenant-" + i, "user-" + i), "k-" + i);
    }
    String letters = operated.get("/inspect/dead-letters");
    assertTrue(letters.contains("\"error\":\"java.lang.IllegalStateException\""), letters);
    assertTrue(letters.contains("\"next\":\"2\""), letters);
    assertTrue(operated.get("/inspect/dead-letters?after=2").contains("user-2"));
    assertFalse(letters.contains("hunter2"), letters);
  }

  @Test
  void showsAnOpenBreaker() throws Exception {
    operated.breakOnce(new UserKey("acme", "alice"), "k-1");
    String breakers = operated.get("/inspect/breakers");
    while (!breakers.contains("\"breaker\":\"open\"")) {
      breakers = operated.get("/inspect/breakers");
    }
    assertTrue(breakers.contains("\"type\":\"break\",\"tenant\":\"acme\""), breakers);
    assertTrue(operated.get("/metrics").contains("ssot_router_breakers{state=\"open\"} 1.0"));
  }

  @Test
  void countsWithoutNamesWhateverClientsSend() throws Exception {
    Connection connection = operated.attach("mallory", "k-1");
    connection.receive(ClientMessage.hello());
    for (int i = 0; i < 30; i++) {
      connection.receive(ClientMessage.of("type-" + i, "m-" + i, Payload.empty()));
    }
    String metrics = operated.get("/metrics");
    assertTrue(
        metrics.contains(
            "ssot_router_messages_total{outcome=\"unknown_type\",type=\"other\"} 30.0"),
        metrics);
    assertTrue(metrics.contains("ssot_router_connections 1.0"), metrics);
    assertTrue(metrics.contains("jvm_threads_live_threads"), metrics);
    assertFalse(metrics.contains("mallory") || metrics.contains("type-1"), metrics);
    assertTrue(metrics.contains("content-type: text/plain; version=0.0.4"), metrics);
  }
}
