package dev.ssot.router.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.router.client.Answer;
import dev.ssot.router.client.ClientRuntime;
import dev.ssot.router.client.ClientSettings;
import dev.ssot.router.client.RouterClient;
import dev.ssot.router.protocol.Payload;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Single-use tickets of the program as a process. */
class TicketsIT {

  private static final int AGE_MILLIS = 300;

  private final ServeFolder served;

  TicketsIT(@TempDir Path folder) throws Exception {
    served = new ServeFolder(folder);
  }

  private RouterProcess serving(String limits) throws Exception {
    served.config(
        "127.0.0.1:8080",
        "127.0.0.1:0",
        "127.0.0.1:9090",
        "127.0.0.1:0",
        "# tickets:\n#   path: /tickets",
        "tickets:\n  path: /tickets",
        "limits:\n",
        "limits:\n" + limits);
    return RouterProcess.serving(served.folder());
  }

  private HttpResponse<String> ask(RouterProcess server, String token)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/tickets"))
            .header("Authorization", "Bearer " + token.replace("ssot.token.", ""))
            .POST(BodyPublishers.noBody())
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  private String ticket(RouterProcess server, String user) {
    try {
      HttpResponse<String> answer = ask(server, served.token(user));
      assertEquals(201, answer.statusCode(), answer.body());
      return "ssot.ticket." + answer.body().replaceAll("(?s).*\"ticket\":\"([^\"]+)\".*", "$1");
    } catch (IOException | InterruptedException broken) {
      throw new IllegalStateException(broken);
    }
  }

  @Test
  void aTicketCarriesTheGoldenPathAndIsGoodForOneConnection() throws Exception {
    Follower alice = new Follower();
    try (RouterProcess server = serving("");
        ClientRuntime runtime = ClientRuntime.start()) {
      URI address = URI.create("ws://127.0.0.1:" + server.port() + "/ws");
      RouterClient client =
          RouterClient.start(
              runtime, ClientSettings.of(address, () -> ticket(server, "alice")), alice);
      assertEquals(
          new Answer.Accepted(),
          client.send("user_message", Payload.of(Map.of("text", "Hi"))).get(60, TimeUnit.SECONDS));
      alice.await("agent_completed ok");

      String ticket = ticket(server, "alice");
      assertTrue(WireTap.isLetIn(server.port(), ticket));
      assertFalse(WireTap.isLetIn(server.port(), ticket), "a ticket was used twice");
      String metrics = server.ask("/metrics").body();
      assertTrue(
          metrics.contains("ssot_router_tickets_total{result=\"201\"} 2.0"),
          () -> String.join("\n", metrics.lines().filter(one -> one.contains("ticket")).toList()));
      String said = String.join("\n", server.lines()) + server.ask("/inspect/users").body();
      assertFalse(said.contains(ticket.replace("ssot.ticket.", "")), said);
    }
  }

  @Test
  void anotherUsersTicketOpensNothingButHisOwnStream() throws Exception {
    Follower bob = new Follower();
    try (RouterProcess server = serving("");
        ClientRuntime runtime = ClientRuntime.start()) {
      URI address = URI.create("ws://127.0.0.1:" + server.port() + "/ws");
      RouterClient client =
          RouterClient.start(runtime, ClientSettings.of(address, () -> ticket(server, "bob")), bob);
      WireTap alice = WireTap.open(server.port(), ticket(server, "alice"));
      alice.await("welcome");
      client.send("user_message", Payload.of(Map.of())).get(60, TimeUnit.SECONDS);
      bob.await("agent_completed ok");

      String users = server.ask("/inspect/users").body();
      assertTrue(users.contains("\"user\":\"alice\"") && users.contains("\"user\":\"bob\""), users);
      assertEquals(List.of("welcome"), alice.types());
    }
  }

  @Test
  void whoHasNoTokenOfThisServerGetsNone() throws Exception {
    try (RouterProcess server = serving("")) {
      assertEquals(401, ask(server, "rubbish").statusCode());
      assertEquals(401, ask(server, served.token("alice") + "x").statusCode());
      String ticket = ticket(server, "alice");
      assertEquals(401, ask(server, ticket.replace("ssot.ticket.", "")).statusCode());
      String refused = server.awaitLine(line -> line.contains("\"event\":\"ticket_refused\""));
      assertTrue(refused.contains("\"status\":401"), refused);
    }
  }

  /** The server issued the ticket before its answer came, by the same clock that is read here. */
  @Test
  void aTicketIsTooOldAfterItsAge() throws Exception {
    try (RouterProcess server =
        serving("  transport:\n    auth:\n      ticket-age: " + AGE_MILLIS + "ms\n")) {
      String ticket = ticket(server, "alice");
      Instant end = Instant.now().plusMillis(AGE_MILLIS);
      while (Instant.now().isBefore(end)) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
      assertFalse(WireTap.isLetIn(server.port(), ticket));
      assertTrue(WireTap.isLetIn(server.port(), served.token("alice")));
    }
  }
}
