package dev.ssot.router.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.router.limits.DemoLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the one port lets through, byte by byte. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FrontTest {

  private static final int PATIENCE_MILLIS = 30_000;

  private final Demo demo = Demo.start(DemoLimits.standard(), 0);
  private final String host = demo.address().getAuthority();
  private final String key = demo.address().getFragment().substring("key=".length());

  @AfterAll
  void close() {
    demo.close();
  }

  private Socket open(String request) throws IOException {
    Socket socket = new Socket(demo.address().getHost(), demo.address().getPort());
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
    return socket;
  }

  private String ask(String head, String body) throws IOException {
    String length = "Content-Length: %d\r\n\r\n".formatted(body.length());
    try (Socket socket = open(head + length + body)) {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private String post(String button, String from, String shownKey, String body) throws IOException {
    return ask(
        "POST /controls/%s HTTP/1.1\r\nHost: %s\r\nOrigin: %s\r\nX-Demo-Key: %s\r\n"
            .formatted(button, host, from, shownKey),
        body);
  }

  private String upgrade(String... more) {
    return String.join(
            "\r\n",
            "GET /ws HTTP/1.1",
            "Host: " + host,
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
            String.join("\r\n", more))
        + "\r\n";
  }

  private String ticket() throws IOException {
    String answer = post("ticket", "http://" + host, key, "user=alice&device=d-1");
    assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
    return answer.substring(answer.lastIndexOf("\r\n") + 2);
  }

  private static void assertStatus(int status, String answer) {
    assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
  }

  @Test
  void servesThePageWithAPolicyThatAllowsNothingElse() throws IOException {
    String page = ask("GET / HTTP/1.1\r\nHost: %s\r\n".formatted(host), "");
    assertStatus(200, page);
    assertTrue(page.contains("<!doctype html>"), page);
    assertTrue(
        page.contains("Content-Security-Policy: default-src 'none'; script-src 'self';"), page);
    assertTrue(!page.contains("unsafe-"), page);
    assertTrue(!page.contains(key), "The key is in the page");
  }

  @Test
  void servesTheClientAsItIsPublished() throws IOException {
    String served = ask("GET /ssot-router.js HTTP/1.1\r\nHost: %s\r\n".formatted(host), "");
    String published = Files.readString(Path.of("client-js/ssot-router.js"));
    assertTrue(served.endsWith("\r\n\r\n" + published), "It is another");
  }

  @ParameterizedTest
  @CsvSource({
    "GET /nothing, 404",
    "GET /../pom.xml, 404",
    "GET /demo.js?x, 404",
    "PUT /, 405",
    "HEAD /, 200",
    "POST /ws, 403",
    "GET /ws?ticket=x, 404"
  })
  void hasNothingElse(String line, int status) throws IOException {
    assertStatus(status, ask("%s HTTP/1.1\r\nHost: %s\r\n".formatted(line, host), ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "127.0.0.1", "127.0.0.1:1", ""})
  void isFoundByNoOtherName(String name) throws IOException {
    assertStatus(421, ask("GET / HTTP/1.1\r\nHost: %s\r\n".formatted(name), ""));
    assertStatus(421, ask("GET / HTTP/1.1\r\n", ""));
  }

  @Test
  void obeysOnlyAPageOfItsOwnThatHasTheKey() throws IOException {
    String own = "http://" + host;
    String form = "user=alice&device=d-1";
    assertStatus(200, post("ticket", own, key, form));
    for (String origin : List.of("http://127.0.0.1:1", "https://" + host, "null", "")) {
      assertStatus(403, post("ticket", origin, key, form));
    }
    for (String wrong : List.of("", "x", key + "x", key.substring(1))) {
      assertStatus(403, post("ticket", own, wrong, form));
    }
    String withoutOrigin =
        "POST /controls/ticket HTTP/1.1\r\nHost: %s\r\nX-Demo-Key: %s\r\n".formatted(host, key);
    assertStatus(403, ask(withoutOrigin, form));
  }

  @ParameterizedTest
  @CsvSource({
    "ticket, user=mallory&device=d, 400",
    "ticket, user=alice, 400",
    "ticket, user=alice&user=bob&device=d, 400",
    "ticket, user=alice&device=D/1, 400",
    "cut, user=alice&device=d-1, 409",
    "stall, user=alice&device=d-1, 409",
    "crash, user=alice, 409",
    "nothing, user=alice&device=d-1, 404"
  })
  void saysWhyAButtonDoesNothing(String button, String form, int status) throws IOException {
    assertStatus(status, post(button, "http://" + host, key, form));
  }

  @Test
  void refusesALargeBodyAndAnEndlessHead() throws IOException {
    assertStatus(413, post("ticket", "http://" + host, key, "x".repeat(5_000)));
    try (Socket endless = open("GET / HTTP/1.1\r\nX: " + "x".repeat(40_000))) {
      assertGone(endless);
    }
  }

  @Test
  void leavesItToTheRouterWhoMayConnect() throws IOException {
    String own = "Origin: http://" + host;
    assertStatus(401, ask(upgrade(own, "Sec-WebSocket-Protocol: ssot.v1"), ""));
    String used = "Sec-WebSocket-Protocol: ssot.v1, ssot.ticket." + ticket();
    assertStatus(403, ask(upgrade("Origin: http://127.0.0.1:1", used), ""));
  }

  @Test
  void resetsTheConnectionThatIsCut() throws IOException {
    String offer = "Sec-WebSocket-Protocol: ssot.v1, ssot.ticket." + ticket();
    try (Socket socket = open(upgrade("Origin: http://" + host, offer) + "\r\n")) {
      byte[] accepted = socket.getInputStream().readNBytes(12);
      assertEquals("HTTP/1.1 101", new String(accepted, StandardCharsets.US_ASCII));
      assertStatus(200, post("cut", "http://" + host, key, "user=alice&device=d-1"));
      SocketException reset =
          assertThrows(SocketException.class, () -> socket.getInputStream().readAllBytes());
      assertEquals("Connection reset", reset.getMessage());
    }
  }

  @Test
  void saysWhichPortIsTaken() {
    int taken = demo.address().getPort();
    UncheckedIOException why =
        assertThrows(
            UncheckedIOException.class, () -> Demo.start(DemoLimits.standard(), taken).close());
    assertEquals("Port %d can't be had; give another".formatted(taken), why.getMessage());
  }

  /** However it is closed, nothing comes. */
  private static void assertGone(Socket socket) throws IOException {
    try {
      assertEquals(-1, socket.getInputStream().read());
    } catch (SocketException reset) {
      assertEquals("Connection reset", reset.getMessage());
    }
  }
}
