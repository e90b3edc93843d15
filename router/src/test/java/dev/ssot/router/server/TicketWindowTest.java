package dev.ssot.router.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.router.limits.RouterLimits;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tickets for tokens, over real sockets. */
class TicketWindowTest {

  private static final String PAGE = "https://chat.example";

  private final List<Integer> answered = new CopyOnWriteArrayList<>();
  private final List<Integer> handshakes = new CopyOnWriteArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private final RouterServer server =
      TestServers.builder(RouterLimits.standard())
          .tickets("/tickets")
          .origins(Set.of(PAGE))
          .handshakes(
              new ServerObserver() {
                @Override
                public void ticketAnswered(int status) {
                  answered.add(status);
                  throw new IllegalStateException("An observer that breaks");
                }

                @Override
                public void handshakeAnswered(int status) {
                  handshakes.add(status);
                  throw new IllegalStateException("An observer that breaks");
                }
              })
          .start();

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> ask(String... headers) throws Exception {
    HttpRequest.Builder request = request("/tickets").POST(BodyPublishers.noBody());
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  private String ticket(String user) throws Exception {
    HttpResponse<String> answer = ask("Authorization", "Bearer " + user);
    assertEquals(201, answer.statusCode(), answer.body());
    assertEquals("no-store", answer.headers().firstValue("cache-control").orElseThrow());
    String pattern = "\\{\"ticket\":\"([A-Za-z0-9_-]{43})\",\"usable_ms\":30000}\n";
    assertTrue(answer.body().matches(pattern), answer.body());
    return answer.body().replaceAll(pattern, "$1");
  }

  private int shake(String protocols) throws Exception {
    try (RawClient client = new RawClient(server.port())) {
      return client
          .request(RawClient.upgrade("Sec-WebSocket-Protocol: ssot.v1, " + protocols))
          .status();
    }
  }

  @Test
  void aTicketLetsTheUserOfTheTokenInOnce() throws Exception {
    String ticket = ticket("alice");
    try (RawClient client = new RawClient(server.port())) {
      String protocols = "Sec-WebSocket-Protocol: ssot.v1, ssot.ticket." + ticket;
      assertEquals(101, client.request(RawClient.upgrade(protocols)).status());
      client.text("{\"v\":1,\"type\":\"hello\"}");
      client.expectText("welcome");
      assertEquals(1, server.router().connections(TestTokens.ALICE).size());
      assertEquals(401, shake("ssot.ticket." + ticket));
    }
    assertEquals(List.of(201), answered);
    assertEquals(List.of(101, 401), handshakes);
  }

  /** The session of a ticket must not outlive the token that it was given for. */
  @Test
  void theSessionEndsWithTheToken() throws Exception {
    String ticket = ticket("alice.ttl0");
    try (RawClient client = new RawClient(server.port())) {
      String protocols = "Sec-WebSocket-Protocol: ssot.v1, ssot.ticket." + ticket;
      RawClient.Response response = client.request(RawClient.upgrade(protocols));
      assertEquals(101, response.status());
      assertEquals(4401, client.closeCode());
    }
  }

  @Test
  void aTicketAndATokenTogetherOpenNothing() throws Exception {
    assertEquals(401, shake("ssot.ticket." + ticket("alice") + ", ssot.token.bob"));
  }

  @ParameterizedTest
  @CsvSource({
    "Authorization, Bearer bad",
    "Authorization, Bearer",
    "Authorization, Basic YWxpY2U6",
    "Authorization, alice",
    "Cookie, ssot_token=alice",
    "Sec-WebSocket-Protocol, ssot.token.alice",
    "X-Nothing, x"
  })
  void whoShowsNoTokenGetsNone(String name, String value) throws Exception {
    HttpResponse<String> answer = ask(name, value);
    assertEquals(401, answer.statusCode());
    assertEquals("Bearer", answer.headers().firstValue("www-authenticate").orElseThrow());
    assertFalse(answer.body().contains("ticket\""), answer.body());
    assertEquals(List.of(401), answered);
  }

  @Test
  void nobodyAsksForAnother() throws Exception {
    String[] token = {"Authorization", "Bearer alice"};
    assertEquals(
        404,
        send(request("/tickets?user=bob").headers(token).POST(BodyPublishers.noBody()))
            .statusCode());
    assertEquals(
        400,
        send(request("/tickets").headers(token).POST(BodyPublishers.ofString("{\"user\":\"bob\"}")))
            .statusCode());
    assertEquals(0, server.router().connections(TestTokens.BOB).size());
  }

  @Test
  void onlyPostGivesATicket() throws Exception {
    HttpResponse<String> answer = send(request("/tickets").header("Authorization", "Bearer alice"));
    assertEquals(405, answer.statusCode());
    assertEquals("POST, OPTIONS", answer.headers().firstValue("allow").orElseThrow());
  }

  @Test
  void pagesOfAllowedOriginsMayAskAndOthersNot() throws Exception {
    HttpResponse<String> asked = ask("Origin", PAGE, "Authorization", "Bearer alice");
    assertEquals(201, asked.statusCode());
    assertEquals(PAGE, asked.headers().firstValue("access-control-allow-origin").orElseThrow());
    HttpRequest.Builder options =
        request("/tickets").method("OPTIONS", BodyPublishers.noBody()).header("Origin", PAGE);
    HttpResponse<String> before = send(options);
    assertEquals(200, before.statusCode());
    assertEquals(
        "authorization", before.headers().firstValue("access-control-allow-headers").orElseThrow());

    HttpResponse<String> foreign =
        ask("Origin", "https://evil.example", "Authorization", "Bearer alice");
    assertEquals(403, foreign.statusCode());
    assertTrue(foreign.headers().firstValue("access-control-allow-origin").isEmpty());
  }

  @Test
  void aUserWhoAsksForMoreThanHeMayHaveLosesHisOldest() throws Exception {
    String first = ticket("alice");
    String others = ticket("bob");
    for (int i = 0; i < RouterLimits.standard().transport().auth().ticketsPerUser(); i++) {
      ticket("alice");
    }
    assertEquals(401, shake("ssot.ticket." + first));
    assertEquals(101, shake("ssot.ticket." + others));
  }

  @Test
  void thereIsNoWindowUnlessItIsAskedFor() throws Exception {
    try (RouterServer without = TestServers.start(RouterLimits.standard())) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + without.port() + "/tickets"))
              .header("Authorization", "Bearer alice")
              .POST(BodyPublishers.noBody());
      assertEquals(404, send(request).statusCode());
    }
  }

  @Test
  void theWindowIsNotWhereTheRouterIs() {
    ServerBuilder builder = TestServers.builder(RouterLimits.standard()).tickets("/ws");
    IllegalStateException refused = assertThrows(IllegalStateException.class, builder::start);
    assertEquals(
        "Tickets are given at /ws, where the router itself is; choose another path",
        refused.getMessage());
  }

  @Test
  void noTextThatIsMadeOfAnAnswerHasTheTicket() {
    TicketAnswer answer =
        new TicketAnswer(HttpResponseStatus.CREATED, "{\"ticket\":\"secret\"}", Map.of());
    assertEquals("TicketAnswer[201 Created]", answer.toString());
  }
}
