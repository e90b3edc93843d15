package dev.ssot.router.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.router.limits.JsonLimits;
import dev.ssot.router.limits.MessageLimits;
import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.ErrorCode;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.ServerFrame;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientMessageCodecTest {

  private static final JsonLimits LIMITS = new JsonLimits(2_000, 100, 20, 30);

  private final ClientMessageCodec codec = new ClientMessageCodec(LIMITS);

  @Test
  void readsWhatItWrites() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("text", "é€😀\"\\\n\u0001");
    fields.put("list", Arrays.asList(1, -2.5, null, true, Map.of("deep", List.of())));
    fields.put("big", new BigInteger("123456789012345678901234567890"));
    ClientMessage message = new ClientMessage(1, "note", "c-1", "s-1", "alice", Payload.of(fields));
    assertEquals(message, accepted(codec.write(message)));
  }

  @Test
  void writesBesideOtherCodecsWithOneWriter() {
    JsonWriter writer = new JsonWriter();
    ClientMessageCodec first = new ClientMessageCodec(LIMITS, writer);
    ClientMessageCodec second = new ClientMessageCodec(LIMITS, writer);
    ClientMessage longer = ClientMessage.of("note", "c-1", Payload.of(Map.of("text", "longer")));
    ClientMessage shorter = ClientMessage.of("note", "c-2", Payload.empty());

    byte[] former = first.write(longer);
    byte[] latter = second.write(shorter);

    assertEquals(longer, accepted(former));
    assertEquals(shorter, accepted(latter));
  }

  @Test
  void takesTheShortestMessage() {
    assertEquals(
        ClientMessage.of("note", "", Payload.empty()), accepted("{\"v\":1,\"type\":\"note\"}"));
  }

  @Test
  void ignoresUnknownFieldsAndTheOrder() {
    ClientMessage message =
        accepted(
            "{ \"x\":{\"y\":[1]}, \"payload\":{\"a\":1},\"type\":\"note\", \"v\":1, \"id\":\"c\"}");
    assertEquals(ClientMessage.of("note", "c", Payload.of(Map.of("a", 1))), message);
  }

  @Test
  void takesEitherSpellingOfAClaimedUser() {
    assertEquals("bob", accepted("{\"v\":1,\"type\":\"t\",\"user_id\":\"bob\"}").claimedUser());
    assertEquals("bob", accepted("{\"v\":1,\"type\":\"t\",\"userId\":\"bob\"}").claimedUser());
    assertRefused(
        ErrorCode.PROTOCOL, "{\"v\":1,\"type\":\"t\",\"userId\":\"bob\",\"user_id\":\"eve\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "0", "-1", "1.5", "99999999999999999999"})
  void refusesAnotherVersion(String version) {
    assertRefused(ErrorCode.UNSUPPORTED_VERSION, "{\"v\":" + version + ",\"type\":\"t\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "1",
        "\"text\"",
        "[]",
        "{",
        "{}",
        "{\"v\":1}",
        "{\"v\":\"1\",\"type\":\"t\"}",
        "{\"v\":null,\"type\":\"t\"}",
        "{\"v\":1,\"type\":\"\"}",
        "{\"v\":1,\"type\":7}",
        "{\"v\":1,\"type\":\"t\",\"id\":7}",
        "{\"v\":1,\"type\":\"t\",\"id\":null}",
        "{\"v\":1,\"type\":\"t\",\"session\":{}}",
        "{\"v\":1,\"type\":\"t\",\"user_id\":1}",
        "{\"v\":1,\"type\":\"t\",\"payload\":[]}",
        "{\"v\":1,\"type\":\"t\",\"payload\":null}",
        "{\"v\":1,\"type\":\"t\"}x",
        "{\"v\":1,\"type\":\"t\"}{}",
        "{\"v\":1,\"type\":\"t\",}",
        "{'v':1,'type':'t'}",
        "{\"v\":1,\"type\":\"t\"/**/}",
        "{\"v\":1,\"type\":\"t\",\"payload\":{\"a\":NaN}}",
        "{\"v\":1,\"type\":\"t\",\"payload\":{\"a\":01}}",
        "{\"v\":1,\"type\":\"t\",\"payload\":{\"a\":1e999}}",
        "{\"v\":1,\"type\":\"t\",\"payload\":{\"a\":\"\\ud800\"}}",
        "{\"v\":1,\"type\":\"t\",\"payload\":{\"\\udc00\":1}}",
        "{\"v\":1,\"type\":\"t\\ud800\"}",
        "{\"v\":1,\"type\":\"t\",\"payload\":{\"a\":\"\n\"}}",
        "{\"v\":1,\"v\":1,\"type\":\"t\"}",
        "{\"v\":1,\"type\":\"t\",\"payload\":{\"a\":{\"b\":1,\"b\":1}}}",
        "{\"v\":1,\"type\":\"t\",\"payload\":{\"a\":1,\"\\u0061\":null}}",
      })
  void refusesWhatIsNoMessage(String text) {
    assertRefused(ErrorCode.PROTOCOL, text);
  }

  @Test
  void refusesBytesThatAreNotUtf8() {
    byte[] text = "{\"v\":1,\"type\":\"t?\"}".getBytes(StandardCharsets.US_ASCII);
    for (int wrong : new int[] {0x80, 0xc0, 0xe9, 0xf8, 0xff}) {
      text[15] = (byte) wrong;
      assertEquals(
          ErrorCode.PROTOCOL, refused(text).code(), () -> "0x" + Integer.toHexString(wrong));
    }
    byte[] surrogate = "{\"v\":1,\"type\":\"????\"}".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}, 0, surrogate, 15, 3);
    assertEquals(ErrorCode.PROTOCOL, refused(surrogate).code());
  }

  @Test
  void keepsToEveryLimitAndTakesWhatIsJustWithin() {
    accepted(with("\"a\":\"" + "x".repeat(100) + "\""));
    assertRefused(ErrorCode.TOO_LARGE, with("\"a\":\"" + "x".repeat(101) + "\""));
    accepted(with("\"a\":" + "9".repeat(30)));
    assertRefused(ErrorCode.TOO_LARGE, with("\"a\":" + "9".repeat(31)));
    assertRefused(ErrorCode.TOO_LARGE, with("\"a\":0." + "9".repeat(40)));
    accepted(with("\"" + "n".repeat(20) + "\":1"));
    assertRefused(ErrorCode.TOO_LARGE, with("\"" + "n".repeat(21) + "\":1"));
    String shortest = with("");
    accepted(shortest + " ".repeat(2_000 - shortest.length()));
    assertRefused(ErrorCode.TOO_LARGE, shortest + " ".repeat(2_001 - shortest.length()));
  }

  @Test
  void takesTheDeepestPayloadAndRefusesADeeperOne() {
    int levels = MessageLimits.DEEPEST - 1;
    accepted(with("\"a\":" + "[".repeat(levels) + "]".repeat(levels)));
    assertRefused(
        ErrorCode.TOO_LARGE, with("\"a\":" + "[".repeat(levels + 1) + "]".repeat(levels + 1)));
    assertRefused(ErrorCode.TOO_LARGE, with("\"a\":" + "[".repeat(1_900)));
  }

  @Test
  void namesTheMessageThatItRefusesIfItCan() {
    byte[] frame = "{\"v\":1,\"id\":\"c-9\",\"type\":5}".getBytes(StandardCharsets.UTF_8);
    assertEquals("c-9", refused(frame).id());
  }

  @Test
  void repeatsNothingOfWhatItRefuses() {
    String secret = "{\"v\":1,\"type\":\"t\",\"payload\":{\"token\":\"geheim\"";
    assertTrue(!refused(secret.getBytes(StandardCharsets.UTF_8)).message().contains("geheim"));
  }

  private static String with(String fields) {
    return "{\"v\":1,\"type\":\"t\",\"payload\":{" + fields + "}}";
  }

  private ClientMessage accepted(String text) {
    return accepted(text.getBytes(StandardCharsets.UTF_8));
  }

  private ClientMessage accepted(byte[] frame) {
    Decoded<ClientMessage> decoded = codec.read(ByteBuffer.wrap(frame));
    if (decoded instanceof Decoded.Message<ClientMessage> message) {
      return message.message();
    }
    throw new AssertionError(decoded);
  }

  private ServerFrame.Failure refused(byte[] frame) {
    Decoded<ClientMessage> decoded = codec.read(ByteBuffer.wrap(frame));
    return assertInstanceOf(Decoded.Refused.class, decoded, () -> decoded.toString()).failure();
  }

  private void assertRefused(ErrorCode code, String text) {
    assertEquals(code, refused(text.getBytes(StandardCharsets.UTF_8)).code(), text);
  }
}
