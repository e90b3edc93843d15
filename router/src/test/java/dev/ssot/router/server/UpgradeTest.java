package dev.ssot.router.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.router.limits.HandshakeLimits;
import dev.ssot.router.limits.RouterLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpgradeTest {

  private static final String PROTOCOL = "Sec-WebSocket-Protocol: ssot.v1, ssot.token.alice";

  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void closeAll() throws Exception {
    for (int i = open.size() - 1; i >= 0; i--) {
      open.get(i).close();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void upgradesAndNeverSendsTheTokenBack(boolean usesNative) throws IOException {
    RouterServer server =
        keep(builder(RouterLimits.standard()).nativeTransport(usesNative).start());
    RawClient client = client(server);
    RawClient.Response response = client.request(RawClient.upgrade(PROTOCOL));
    assertEquals(101, response.status());
    assertTrue(
        response.has("sec-websocket-accept: ICX+Yqv66kxgM0FcWaLWlFLwTAI="), response::toString);
    assertTrue(response.has("sec-websocket-protocol: ssot.v1"));
    assertFalse(response.toString().contains("alice"));
    client.text("{\"v\":1,\"type\":\"hello\"}");
    client.expectText("welcome");
  }

  @Test
  void takesFramesThatComeRightBehindTheRequest() throws IOException {
    RawClient client = client(started());
    byte[] request = RawClient.upgrade(PROTOCOL).getBytes(StandardCharsets.US_ASCII);
    byte[] hello = RawClient.text(0x81, "{\"v\":1,\"type\":\"hello\"}");
    byte[] both = new byte[request.length + hello.length];
    System.arraycopy(request, 0, both, 0, request.length);
    System.arraycopy(hello, 0, both, request.length, hello.length);
    client.send(both);
    assertEquals(101, client.response().status());
    client.expectText("welcome");
  }

  @Test
  void takesARequestThatComesByteByByte() throws IOException {
    RawClient client = client(started());
    for (byte one : RawClient.upgrade(PROTOCOL).getBytes(StandardCharsets.US_ASCII)) {
      client.send(new byte[] {one});
    }
    assertEquals(101, client.response().status());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET /other HTTP/1.1   | 404
          GET /ws?token=x HTTP/1.1 | 404
          GET /ws/ HTTP/1.1     | 404
          POST /ws HTTP/1.1     | 426
          GET /ws HTTP/1.0      | 400
          rubbish               | 400
          """)
  void refusesAnotherRequest(String line, int status) throws IOException {
    assertEquals(status, ask(RawClient.request(line, PROTOCOL)).status());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Upgrade: websocket         | Upgrade: h2c                    | 426
          Connection: Upgrade        | Connection: close               | 426
          Sec-WebSocket-Version: 13  | Sec-WebSocket-Version: 8        | 426
          Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA== | Sec-WebSocket-Key: short | 400
          Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA== | X: y        | 400
          Host: localhost            | X: y                            | 400
          ssot.v1,                   | ssot.v2,                        | 426
          ssot.token.alice           | ssot.token.bad                  | 401
          ssot.token.alice           | ssot.token.                     | 401
          , ssot.token.alice         | ,                               | 401
          ssot.token.alice           | ssot.token.alice, ssot.token.bob | 401
          Host: localhost            | Host: localhost%nContent-Length: 5%n%nhello | 400
          """)
  void refusesAnUpgradeThatLacksSomething(String part, String instead, int status)
      throws IOException {
    String request = RawClient.upgrade(PROTOCOL).replace(part, instead.replace("%n", "\r\n"));
    RawClient.Response response = ask(request);
    assertEquals(status, response.status(), request);
    assertTrue(response.has("connection: close"));
    assertFalse(response.toString().contains("ssot.token"));
    if (status == 426) {
      assertTrue(response.has("sec-websocket-version: 13") && response.has("upgrade: websocket"));
    }
  }

  @Test
  void letsOnlyPagesOfListedOriginsConnect() throws IOException {
    RouterServer server = started();
    assertEquals(101, ask(server, PROTOCOL, "Origin: https://chat.example").status());
    assertEquals(101, ask(server, PROTOCOL, "Origin: HTTPS://Chat.Example").status());
    assertEquals(403, ask(server, PROTOCOL, "Origin: https://evil.example").status());
    assertEquals(403, ask(server, PROTOCOL, "Origin: https://chat.example.evil.example").status());
    assertEquals(403, ask(server, PROTOCOL, "Origin: null").status());
    String both = "Origin: https://chat.example\r\nOrigin: https://evil.example";
    assertEquals(403, ask(server, PROTOCOL, both).status());
  }

  @Test
  void takesATokenFromACookieOfAListedPageOnly() throws IOException {
    RouterServer server = started();
    String protocol = "Sec-WebSocket-Protocol: ssot.v1";
    String cookie = "Cookie: a=b; ssot_token=alice";
    assertEquals(101, ask(server, protocol, cookie, "Origin: https://chat.example").status());
    assertEquals(401, ask(server, protocol, cookie).status());
    assertEquals(403, ask(server, protocol, cookie, "Origin: https://evil.example").status());
  }

  @Test
  void refusesHeadersThatDoNotEnd() throws IOException {
    RawClient client = client(started());
    RawClient.Response response =
        client.request("GET /ws HTTP/1.1\r\nX: " + "x".repeat(20_000) + "\r\n\r\n");
    assertTrue(response.status() == 400 || response.status() == 0, response::toString);
  }

  @Test
  void closesASocketThatTakesTooLong() throws IOException {
    HandshakeLimits limits = HandshakeLimits.standard();
    RouterServer server =
        started(
            new HandshakeLimits(
                Duration.ofMillis(300),
                limits.lineBytes(),
                limits.headerBytes(),
                limits.perAddress(),
                limits.total(),
                limits.retryAfter()));
    RawClient silent = client(server);
    RawClient slow = client(server);
    slow.send("GET /ws HTTP/1.1\r\nX: ".getBytes(StandardCharsets.US_ASCII));
    assertTrue(silent.isEnded());
    assertTrue(slow.isEnded());
  }

  @Test
  void limitsTheSocketsOfAnAddressAndFreesTheirPlaces() throws IOException {
    RouterServer server = started(places(2, 100));
    RawClient first = keep(RawClient.greeted(server.port(), "alice"));
    keep(RawClient.greeted(server.port(), "bob"));
    RawClient.Response refused = ask(server, PROTOCOL);
    assertEquals(429, refused.status());
    assertTrue(refused.has("retry-after: 2"));
    first.close();
    awaitUpgrade(server);
  }

  @Test
  void limitsTheSocketsInAll() throws IOException {
    RouterServer server = started(places(100, 2));
    keep(RawClient.greeted(server.port(), "alice"));
    keep(RawClient.greeted(server.port(), "bob"));
    assertEquals(503, ask(server, PROTOCOL).status());
  }

  @Test
  void refusesWhoeverComesWhileItGoesAway() throws Exception {
    RouterServer server = started();
    RawClient early = client(server);
    RawClient.greeted(server.port(), "bob").close();
    server.router().drain();
    assertEquals(503, early.request(RawClient.upgrade(PROTOCOL)).status());
  }

  @Test
  void doesNotStartWithoutAnAuthenticator() {
    assertThrows(
        IllegalStateException.class, () -> RouterServer.builder(RouterLimits.standard()).start());
  }

  private static HandshakeLimits places(int perAddress, int total) {
    HandshakeLimits limits = HandshakeLimits.standard();
    return new HandshakeLimits(
        limits.within(),
        limits.lineBytes(),
        limits.headerBytes(),
        perAddress,
        total,
        limits.retryAfter());
  }

  private void awaitUpgrade(RouterServer server) throws IOException {
    int status = 429;
    while (status == 429 || status == 0) {
      status = ask(server, PROTOCOL).status();
    }
    assertEquals(101, status);
  }

  private RawClient.Response ask(String request) throws IOException {
    return client(started()).request(request);
  }

  private static RawClient.Response ask(RouterServer server, String... headers) throws IOException {
    try (RawClient client = new RawClient(server.port())) {
      return client.request(RawClient.upgrade(headers));
    }
  }

  private RawClient client(RouterServer server) throws IOException {
    return keep(new RawClient(server.port()));
  }

  private RouterServer started() {
    return keep(builder(RouterLimits.standard()).start());
  }

  private RouterServer started(HandshakeLimits handshake) {
    RouterLimits limits = RouterLimits.standard();
    return keep(builder(limits.withTransport(limits.transport().withHandshake(handshake))).start());
  }

  private static ServerBuilder builder(RouterLimits limits) {
    return RouterServer.builder(limits)
        .origins(Set.of("https://chat.example"))
        .authenticator(new TestTokens());
  }

  private <C extends AutoCloseable> C keep(C closeable) {
    open.add(closeable);
    return closeable;
  }
}
