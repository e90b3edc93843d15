package dev.ssot.router.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.router.limits.JsonLimits;
import dev.ssot.router.limits.MessageLimits;
import dev.ssot.router.limits.Rate;
import dev.ssot.router.limits.RouterLimits;
import dev.ssot.router.limits.SocketLimits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6455 and the limits on frames, byte by byte; every test ends with somebody else served. */
class FramesTest {

  private static final int LARGEST = 4_000;
  private static final int FRAGMENTS = 50;

  private RouterServer server = TestServers.start(limits());
  private final List<RawClient> clients = new ArrayList<>();
  private RawClient client;

  FramesTest() throws IOException {
    client = keep(RawClient.upgraded(server.port(), "alice"));
  }

  @BeforeEach
  void greet() throws IOException {
    client.text("{\"v\":1,\"type\":\"hello\"}");
    client.expectText("welcome");
  }

  @AfterEach
  void othersAreServed() throws IOException {
    try (RawClient other = RawClient.greeted(server.port(), "bob")) {
      other.text("{\"v\":1,\"type\":\"ping\",\"payload\":{\"n\":1}}");
      other.expectText("\"pong\"");
    }
    for (RawClient one : clients) {
      one.close();
    }
    server.close();
    assertEquals(0, server.unsentBytes());
  }

  @Test
  void answersAPingWithItsPayload() throws IOException {
    client.send(RawClient.frame(0x89, new byte[] {1, 2, 3}));
    RawClient.Frame pong = client.read();
    assertEquals(0x8a, pong.first());
    assertEquals(ByteBuffer.wrap(new byte[] {1, 2, 3}), pong.payload());
  }

  @Test
  void putsFragmentsTogetherAndTakesControlFramesBetween() throws IOException {
    client.send(RawClient.text(0x01, "{\"v\":1,\"type\":\"pi"));
    client.send(RawClient.frame(0x89, new byte[0]));
    client.send(RawClient.text(0x00, "ng\",\"payload\":"));
    client.send(RawClient.text(0x00, ""));
    client.send(RawClient.text(0x80, "{\"a\":7}}"));
    assertEquals(0x8a, client.read().first());
    client.expectText("{\"a\":7}");
  }

  @Test
  void takesACharacterThatIsCutIntoFragments() throws IOException {
    byte[] text =
        "{\"v\":1,\"type\":\"ping\",\"payload\":{\"a\":\"€😀\"}}".getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < text.length; i++) {
      int first = (i == 0 ? 0x01 : 0x00) | (i == text.length - 1 ? 0x80 : 0);
      client.send(RawClient.frame(first, new byte[] {text[i]}));
    }
    client.expectText("€😀");
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 1001, 1003, 1007, 1011, 3000, 4999})
  void answersACloseWithItsCode(int code) throws IOException {
    client.send(RawClient.frame(0x88, ByteBuffer.allocate(2).putShort((short) code).array()));
    assertEquals(code, client.closeCode());
    assertTrue(client.isEnded());
  }

  @Test
  void answersACloseWithoutCodeLikewise() throws IOException {
    client.send(RawClient.frame(0x88, new byte[0]));
    assertEquals(1005, client.closeCode());
    assertTrue(client.isEnded());
  }

  @ParameterizedTest
  @CsvSource({"1004", "1005", "1006", "1016", "999", "0", "2999", "5000"})
  void refusesACloseWithACodeThatMayNotBeSent(int code) throws IOException {
    client.send(RawClient.frame(0x88, ByteBuffer.allocate(2).putShort((short) code).array()));
    assertClosed(1002);
  }

  @ParameterizedTest
  @ValueSource(ints = {0xc1, 0xa1, 0x91, 0xc9, 0x99, 0x83, 0x8b, 0x8f, 0x09, 0x80, 0xf1})
  void refusesAFrameThatIsNotAsItMustBe(int first) throws IOException {
    client.send(RawClient.text(first, "{}"));
    assertClosed(1002);
  }

  @Test
  void refusesAFrameWithoutMask() throws IOException {
    client.send(new byte[] {(byte) 0x81, 2, '{', '}'});
    assertClosed(1002);
  }

  @Test
  void refusesANewMessageWithinAMessage() throws IOException {
    client.send(RawClient.text(0x01, "{"));
    client.send(RawClient.text(0x81, "{}"));
    assertClosed(1002);
  }

  @Test
  void refusesAControlFrameThatIsTooLong() throws IOException {
    client.send(RawClient.frame(0x89, new byte[126]));
    assertClosed(1002);
  }

  @Test
  void refusesBinaryMessages() throws IOException {
    client.send(RawClient.frame(0x82, new byte[] {1}));
    assertClosed(1003);
  }

  @Test
  void refusesBytesThatAreNotUtf8() throws IOException {
    client.send(
        RawClient.frame(0x81, new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'}));
    assertClosed(1007);
  }

  @Test
  void refusesBytesThatAreNotUtf8BeforeTheMessageEnds() throws IOException {
    client.send(RawClient.frame(0x01, new byte[] {'{', (byte) 0xce}));
    client.send(RawClient.frame(0x00, new byte[] {(byte) 0xba, (byte) 0xff}));
    assertClosed(1007);
  }

  @Test
  void refusesATextThatEndsWithinACharacter() throws IOException {
    client.send(RawClient.frame(0x81, new byte[] {'{', (byte) 0xe2, (byte) 0x82}));
    assertClosed(1007);
  }

  @Test
  void refusesAnOversizedFrameByItsHeaderAlone() throws IOException {
    client.send(new byte[] {(byte) 0x81, (byte) 0xff, 0, 0, 0, 0, 0x7f, 0, 0, 0});
    assertClosed(1009);
  }

  @Test
  void refusesAMessageThatGrowsByFragments() throws IOException {
    client.send(RawClient.frame(0x01, new byte[LARGEST / 2]));
    client.send(RawClient.frame(0x00, new byte[LARGEST / 2]));
    client.send(RawClient.frame(0x00, new byte[1]));
    assertClosed(1009);
  }

  @Test
  void refusesAMessageOfEndlessEmptyFragments() throws IOException {
    client.send(RawClient.text(0x01, "{"));
    for (int i = 0; i < FRAGMENTS; i++) {
      client.send(RawClient.frame(0x00, new byte[0]));
    }
    assertClosed(1009);
  }

  @Test
  void closesAClientThatFloodsWithPings() throws IOException {
    for (int i = 0; i < 100; i++) {
      client.send(RawClient.frame(0x89, new byte[0]));
    }
    assertEquals(4429, client.closeCode());
  }

  @Test
  void tellsAClientThatSendsNoJsonAndClosesIt() throws IOException {
    client.text("{\"v\":1,\"id\":\"c-1\",\"type\":");
    assertTrue(client.expectText("\"error\"").contains("\"code\":\"protocol\""));
    assertEquals(4400, client.closeCode());
  }

  @Test
  void throwsAwayWhatFollowsABrokenFrame() throws IOException {
    client.send(RawClient.text(0x83, "{}"));
    for (int i = 0; i < 20; i++) {
      client.text("{\"v\":1,\"type\":\"ping\",\"payload\":{}}");
    }
    assertClosed(1002);
  }

  private void assertClosed(int code) throws IOException {
    assertEquals(code, client.closeCode());
    assertTrue(client.isEnded());
  }

  private RawClient keep(RawClient one) {
    clients.add(one);
    return one;
  }

  private static RouterLimits limits() {
    RouterLimits limits = RouterLimits.standard();
    SocketLimits sockets =
        new SocketLimits(
            Duration.ofSeconds(60),
            Duration.ofSeconds(120),
            Duration.ofMillis(500),
            64 << 10,
            64 << 20,
            new Rate(20, 5),
            FRAGMENTS,
            1_024);
    JsonLimits json = JsonLimits.standard().withFrameBytes(LARGEST);
    return limits
        .withInbound(limits.inbound().withMessages(new MessageLimits(LARGEST / 2, 1 << 18, 128)))
        .withTransport(limits.transport().withSockets(sockets).withJson(json));
  }
}
