package dev.ssot.router.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.ssot.router.auth.AuthenticatorByKind;
import dev.ssot.router.auth.JwtAuthenticator;
import dev.ssot.router.auth.TicketOffice;
import dev.ssot.router.auth.TokenForge;
import dev.ssot.router.auth.TokenRules;
import dev.ssot.router.limits.AuthLimits;
import dev.ssot.router.limits.MessageLimits;
import dev.ssot.router.limits.RouterLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens and tickets over real sockets. */
class HostileTokensTest {

  private final TokenForge forge = new TokenForge(Instant.now());
  private final TicketOffice tickets = new TicketOffice(AuthLimits.standard());
  @TempDir private Path folder;
  private RouterServer server;

  HostileTokensTest() throws Exception {}

  @BeforeEach
  void start() throws IOException {
    TokenRules rules = forge.rules(folder);
    JwtAuthenticator tokens =
        new JwtAuthenticator(rules, AuthLimits.standard(), MessageLimits.standard());
    server =
        TestServers.builder(RouterLimits.standard())
            .authenticator(new AuthenticatorByKind(tokens, tickets))
            .origins(Set.of("https://chat.example"))
            .start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void letsNoBadTokenInAndGoodOnesAllTheTime() throws Exception {
    try (RawClient witness = RawClient.greeted(server.port(), forge.good("bob"))) {
      for (Map.Entry<String, String> bad : forge.bad().entrySet()) {
        RawClient.Response response = ask("ssot.v1, ssot.token." + bad.getValue());
        assertEquals(401, response.status(), bad.getKey());
        assertFalse(bad.getValue().length() > 9 && response.toString().contains(bad.getValue()));
      }
      assertEquals(1, server.router().census().connections());
      witness.text("{\"v\":1,\"type\":\"ping\",\"payload\":{\"still\":1}}");
      witness.expectText("still");
    }
    assertEquals(101, ask("ssot.v1, ssot.token." + forge.good("alice")).status());
  }

  @Test
  void takesATokenInACookieOfAListedPage() throws Exception {
    String[] headers = {
      "Cookie: ssot_token=" + forge.good("alice"), "Origin: https://chat.example"
    };
    assertEquals(101, ask("ssot.v1", headers).status());
    headers[0] = "Cookie: ssot_token=" + forge.bad().get("expired");
    assertEquals(401, ask("ssot.v1", headers).status());
  }

  @Test
  void letsATicketInOnce() throws Exception {
    String ticket = tickets.issue(TestTokens.ALICE, Instant.MAX, Instant.now()).orElseThrow();
    assertEquals(101, ask("ssot.v1, ssot.ticket." + ticket).status());
    assertEquals(401, ask("ssot.v1, ssot.ticket." + ticket).status());
  }

  @Test
  void movesTheEndOfASessionWithASignedTokenOfTheSameUserOnly() throws Exception {
    try (RawClient alice = RawClient.greeted(server.port(), forge.good("alice"))) {
      alice.text(auth("a-1", forge.good("alice")));
      alice.expectText("\"ack\"");
      alice.text(auth("a-2", forge.good("bob")));
      alice.expectText("\"rejected\"");
      alice.text(auth("a-3", String.valueOf(forge.bad().get("expired"))));
      alice.expectText("\"rejected\"");
    }
  }

  private static String auth(String id, String token) {
    return "{\"v\":1,\"type\":\"auth\",\"id\":\"%s\",\"payload\":{\"token\":\"%s\"}}"
        .formatted(id, token);
  }

  private RawClient.Response ask(String protocols, String... headers) throws IOException {
    try (RawClient client = new RawClient(server.port())) {
      String more = headers.length == 0 ? "" : "\r\n" + String.join("\r\n", headers);
      return client.request(RawClient.upgrade("Sec-WebSocket-Protocol: " + protocols + more));
    }
  }
}
