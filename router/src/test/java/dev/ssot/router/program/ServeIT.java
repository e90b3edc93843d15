package dev.ssot.router.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.router.client.Answer;
import dev.ssot.router.client.ClientRuntime;
import dev.ssot.router.client.ClientSettings;
import dev.ssot.router.client.RouterClient;
import dev.ssot.router.limits.ClientLimits;
import dev.ssot.router.protocol.Payload;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process, with a configuration and an application, and clients around it. */
class ServeIT {

  private static final List<String> GOLDEN =
      List.of("agent_started", "tool_executing", "tool_completed ok", "agent_completed ok");

  private final ServeFolder served;
  private final ClientRuntime runtime = ClientRuntime.start();

  ServeIT(@TempDir Path folder) throws Exception {
    served = new ServeFolder(folder);
  }

  @AfterEach
  void stopClients() {
    runtime.close();
  }

  private RouterClient client(int port, String user, Follower follower) {
    ClientLimits standard = ClientLimits.standard();
    ClientLimits quick =
        new ClientLimits(
            standard.pending(),
            standard.resendWithin(),
            Duration.ofMillis(20),
            Duration.ofMillis(200),
            standard.connectWithin(),
            standard.pingAfter(),
            standard.silence());
    URI address = URI.create("ws://127.0.0.1:" + port + "/ws");
    ClientSettings settings = ClientSettings.of(address, () -> served.token(user));
    return RouterClient.start(runtime, settings.withLimits(quick), follower);
  }

  private static Answer send(RouterClient client, String type, Map<String, Object> fields)
      throws Exception {
    return client.send(type, Payload.of(fields)).get(60, TimeUnit.SECONDS);
  }

  private static void assertCounted(String metrics, String sample) {
    assertTrue(metrics.lines().anyMatch(sample::equals), sample + " is not in\n" + metrics);
  }

  @Test
  void carriesTheGoldenPathAndCountsIt() throws Exception {
    try (RouterProcess server = RouterProcess.serving(served.folder())) {
      Follower alice = new Follower();
      Follower bob = new Follower();
      RouterClient client = client(server.port(), "alice", alice);
      client(server.port(), "bob", bob);
      for (int i = 0; i < 3; i++) {
        assertEquals(new Answer.Accepted(), send(client, "user_message", Map.of("text", "Hi")));
      }
      alice.await("agent_completed ok", 3);
      assertEquals(GOLDEN, alice.news().subList(0, 4));
      assertTrue(send(client, "break", Map.of("password", "hunter2")) instanceof Answer.Refused);
      assertTrue(send(client, "nonsense-1", Map.of()) instanceof Answer.Refused);
      assertTrue(send(client, "nonsense-2", Map.of()) instanceof Answer.Refused);
      assertEquals(List.of(), bob.news());

      String metrics = server.ask("/metrics").body();
      assertCounted(
          metrics, "ssot_router_messages_total{outcome=\"accepted\",type=\"user_message\"} 3.0");
      assertCounted(
          metrics, "ssot_router_messages_total{outcome=\"handler_failed\",type=\"break\"} 1.0");
      assertCounted(
          metrics, "ssot_router_messages_total{outcome=\"unknown_type\",type=\"other\"} 2.0");
      assertCounted(
          metrics,
          "ssot_router_events_total{class=\"critical\",outcome=\"delivered\","
              + "type=\"agent_completed\"} 3.0");
      assertCounted(metrics, "ssot_router_runs_started_total 3.0");
      assertCounted(metrics, "ssot_router_runs_ended_total{status=\"ok\"} 3.0");
      assertCounted(metrics, "ssot_router_dead_letters_total{type=\"break\"} 1.0");
      assertCounted(metrics, "ssot_router_connections_opened_total 2.0");
      assertCounted(metrics, "ssot_router_handshakes_total{result=\"101\"} 2.0");
      assertCounted(metrics, "ssot_router_connections 2.0");
      assertCounted(metrics, "ssot_router_log_events 12.0");
      assertTrue(metrics.contains("jvm_gc_pause_seconds") || metrics.contains("jvm_memory_used"));
      assertFalse(metrics.contains("alice") || metrics.contains("acme"), metrics);

      String letters = server.ask("/inspect/dead-letters").body();
      assertTrue(letters.contains("\"error\":\"java.lang.IllegalStateException\""), letters);
      String said = letters + server.lines();
      assertFalse(said.contains("hunter2") || said.contains("secret-of-a-message"), said);
      assertFalse(said.contains("eyJ"), said);

      server.terminate();
      assertEquals(0, server.awaitExit());
    }
  }

  @Test
  void finishesWhatIsBegunWhenItIsToldToGo() throws Exception {
    Path file = served.folder().resolve("done");
    Follower alice = new Follower();
    WireTap tap;
    try (RouterProcess server = RouterProcess.serving(served.folder())) {
      RouterClient client = client(server.port(), "alice", alice);
      tap = WireTap.open(server.port(), served.token("alice"));
      assertEquals(new Answer.Accepted(), send(client, "wait", Map.of("until", file.toString())));
      alice.await("tool_executing");
      tap.await("tool_executing");
      assertEquals(200, server.ask("/ready").statusCode());

      server.terminate();
      tap.await("going_away");
      alice.await("service draining");
      assertEquals(503, server.ask("/ready").statusCode());
      assertTrue(server.ask("/ready").body().contains("\"reasons\":[\"draining\"]"));
      assertEquals(200, server.ask("/health").statusCode());
      assertFalse(WireTap.isLetIn(server.port(), served.token("bob")));

      Files.createFile(file);
      alice.await("agent_completed ok");
      assertEquals(1012, tap.awaitClose());
      assertEquals(0, server.awaitExit());
      assertTrue(server.lines().stream().anyMatch(line -> line.contains("\"in_time\":true")));
    }
    assertEquals(GOLDEN, alice.news().stream().filter(GOLDEN::contains).toList());
  }

  @Test
  void aClientIsToldHonestlyByAServerThatHasForgotten() throws Exception {
    Follower alice = new Follower();
    int port;
    RouterClient client;
    try (RouterProcess first = RouterProcess.serving(served.folder())) {
      port = first.port();
      client = client(port, "alice", alice);
      assertEquals(new Answer.Accepted(), send(client, "user_message", Map.of()));
      alice.await("agent_completed ok");
      first.terminate();
      assertEquals(0, first.awaitExit());
    }
    served.config("127.0.0.1:8080", "127.0.0.1:" + port, "127.0.0.1:9090", "127.0.0.1:0");
    try (RouterProcess second = RouterProcess.serving(served.folder())) {
      alice.await("lost other_epoch");
      assertEquals(new Answer.Accepted(), send(client, "user_message", Map.of()));
      alice.await("agent_completed ok", 2);
      assertEquals(port, second.port());
    }
  }

  @Test
  void aSecondSignalEndsItAtOnce() throws Exception {
    Follower alice = new Follower();
    try (RouterProcess server = RouterProcess.serving(served.folder())) {
      RouterClient client = client(server.port(), "alice", alice);
      Path never = served.folder().resolve("never");
      assertEquals(new Answer.Accepted(), send(client, "wait", Map.of("until", never.toString())));
      server.terminate();
      alice.await("service draining");
      server.terminate();
      assertEquals(3, server.awaitExit());
    }
  }

  @Test
  void endsRunsThatAreNotFinishedAtTheDeadline() throws Exception {
    served.config("127.0.0.1:8080", "127.0.0.1:0", "127.0.0.1:9090", "127.0.0.1:0", "20s", "300ms");
    Follower alice = new Follower();
    try (RouterProcess server = RouterProcess.serving(served.folder())) {
      RouterClient client = client(server.port(), "alice", alice);
      Path never = served.folder().resolve("never");
      assertEquals(new Answer.Accepted(), send(client, "wait", Map.of("until", never.toString())));
      alice.await("tool_executing");
      server.terminate();
      alice.await("agent_completed failed");
      assertEquals(0, server.awaitExit());
    }
  }

  @Test
  void boundsWhatAnAttackerCanHaveLogged() throws Exception {
    try (RouterProcess server = RouterProcess.serving(served.folder())) {
      for (int i = 0; i < 200; i++) {
        assertFalse(WireTap.isLetIn(server.port(), "ssot.token.rubbish"));
      }
      server.terminate();
      assertEquals(0, server.awaitExit());
      long told =
          server.lines().stream().filter(line -> line.contains("handshake_refused\",\"s")).count();
      long left =
          server.lines().stream()
              .filter(line -> line.contains("\"of\":\"handshake_refused\""))
              .mapToLong(line -> Long.parseLong(line.replaceAll(".*\"lines\":([0-9]+).*", "$1")))
              .sum();
      assertEquals(200, told + left);
      assertTrue(told < 150, told + " lines");
      assertTrue(server.lines().stream().allMatch(line -> line.startsWith("{\"ts\":\"")));
    }
  }
}
