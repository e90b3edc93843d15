package dev.ssot.router.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.router.limits.JsonLimits;
import dev.ssot.router.limits.MessageLimits;
import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.RandomPayloads;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is read the fast way is exactly what the strict way reads. Whatever that refuses is not read
 * at all; and what clients say as a rule is.
 */
class PlainReadingTest {

  private static final JsonLimits LIMITS = JsonLimits.standard();

  private final ClientMessageCodec codec = new ClientMessageCodec(LIMITS);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"v\":1,\"type\":\"note\",\"id\":\"c-1\",\"payload\":{\"text\":\"Weather?\"}}",
        " {\"payload\" : {\"a\": [1, -2.5e3, true, false, null, {}, []]}, \"v\":1,\t\"type\":\"t\"}\r\n",
        "{\"v\":1,\"type\":\"t\",\"payload\":{\"text\":\"a\\nb \\\"c\\\" \\\\ \\u0009 \\/ é € 😀 \uFFFD\"}}",
        "{\"v\":1,\"type\":\"t\",\"payload\":{\"é\":0,\"n\":-9223372036854775808,\"\":123e-7}}",
        "{\"v\":1,\"type\":\"t\",\"session\":\"s-1\",\"user_id\":\"alice\",\"more\":[[[]]]}"
      })
  void readsWhatIsUsual(String text) {
    byte[] utf8 = utf8(text);
    assertTrue(codec.readPlain(utf8).isPresent());
    assertSame(utf8);
  }

  @Test
  void readsWhatClientsWrite() {
    Random random = new Random(17);
    for (int round = 0; round < 5_000; round++) {
      Payload payload = Payload.of(RandomPayloads.object(random, 3));
      byte[] utf8 = codec.write(ClientMessage.of("note", "c-" + round, payload));
      assertTrue(codec.readPlain(utf8).isPresent());
      assertSame(utf8);
    }
  }

  /** Every byte of a message is replaced by every other. */
  @Test
  void readsNothingThatIsDamagedOtherwiseThanTheStrictWay() {
    byte[] whole =
        utf8(
            "{\"v\":1,\"type\":\"é\",\"payload\":{\"a\":[1,-20.5e1,true,null,{}],\"b\":\"\\n\\u001f€😀\"}}");
    for (int place = 0; place < whole.length; place++) {
      for (int damage = Byte.MIN_VALUE; damage <= Byte.MAX_VALUE; damage++) {
        byte[] damaged = whole.clone();
        damaged[place] = (byte) damage;
        assertSame(damaged);
      }
      assertSame(Arrays.copyOf(whole, place));
      assertSame(Arrays.copyOfRange(whole, place, whole.length));
    }
  }

  @Test
  void readsAlmostRightEnvelopesAsTheStrictWay() {
    Random random = new Random(17);
    for (int round = 0; round < 20_000; round++) {
      assertSame(utf8(RandomEnvelope.of(random)));
    }
  }

  @ParameterizedTest
  @MethodSource("values")
  void readsEveryValueAsTheStrictWay(String value) {
    assertSame(message(value));
    assertSame(message("[" + value + "]"));
  }

  private static Stream<String> values() {
    return """
        0|-0|00|-01|1.|1.0|.5|-|+1|1e5|1E+5|1e-5|1e|1e+|1e400|-1e400|4.9e-325|NaN|Infinity|0x1|1_0|1 2|1,
        123456789012345678|999999999999999999|1000000000000000000|9223372036854775807|9223372036854775808
        -9223372036854775808|-9223372036854775809|tru|truee|True|nul|"|'a'|"\\x"|"\\u00e9"|"\\u0041"|"\\u004"
        "\\ud83d\\ude00"|"\\ud83d"|"\\u00zz"|"\t"|"\\t"|[1,]|[,1]|[1 2]|[|]|{"a":1,}|{,}|{"a"}|{"a":}|{a:1}
        {"a":1,"a":2}|{"a":1,"b":2,"a":3}|{} {}|//|
        """
        .lines()
        .flatMap(line -> Stream.of(line.split("[|]", -1)));
  }

  @ParameterizedTest
  @MethodSource("edges")
  void keepsTheSameLimits(String value) {
    assertSame(message(value));
  }

  private static Stream<String> edges() {
    int deepest = MessageLimits.DEEPEST;
    Stream<String> depths =
        IntStream.range(deepest - 3, deepest + 3)
            .boxed()
            .flatMap(
                depth ->
                    Stream.of(
                        "[".repeat(depth) + "]".repeat(depth),
                        "{\"a\":".repeat(depth) + "1" + "}".repeat(depth)));
    Stream<String> lengths =
        IntStream.of(-1, 0, 1)
            .boxed()
            .flatMap(
                more ->
                    Stream.of(
                        "1".repeat(LIMITS.numberLength() + more),
                        "0." + "1".repeat(LIMITS.numberLength() + more - 2),
                        "{\"" + "n".repeat(LIMITS.fieldNameLength() + more) + "\":1}",
                        "{\"" + "é".repeat(LIMITS.fieldNameLength() + more) + "\":1}",
                        "{\"" + "\\n".repeat(LIMITS.fieldNameLength() + more) + "\":1}",
                        "\"" + "t".repeat(LIMITS.textLength() + more) + "\"",
                        "\"" + "é".repeat(LIMITS.textLength() + more) + "\"",
                        "\"" + "\\n".repeat(LIMITS.textLength() + more) + "\""));
    Stream<String> twins =
        IntStream.of(2, 15, 16, 17, 40)
            .boxed()
            .flatMap(fields -> Stream.of(object(fields, fields), object(fields, fields - 1)));
    return Stream.of(depths, lengths, twins).flatMap(all -> all);
  }

  private static String object(int fields, int names) {
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < fields; i++) {
      json.append(i == 0 ? "" : ",").append("\"f").append(i * 7 % names).append("\":").append(i);
    }
    return json.append('}').toString();
  }

  private void assertSame(byte[] utf8) {
    Optional<ClientMessage> plain = codec.readPlain(utf8);
    if (plain.isPresent()) {
      String text = new String(utf8, StandardCharsets.UTF_8);
      assertEquals(
          new Decoded.Message<>(plain.get()), codec.read(ByteBuffer.wrap(utf8)), () -> text);
    }
  }

  private static byte[] message(String value) {
    return utf8("{\"v\":1,\"type\":\"note\",\"payload\":{\"a\":%s}}".formatted(value));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
