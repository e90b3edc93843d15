package dev.ssot.router.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.ssot.router.limits.JsonLimits;
import dev.ssot.router.limits.RouterLimits;
import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.Event;
import dev.ssot.router.protocol.EventClass;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.RunStep;
import dev.ssot.router.protocol.ServerFrame;
import dev.ssot.router.protocol.StreamEvent;
import dev.ssot.router.protocol.StreamPosition;
import dev.ssot.router.protocol.UserKey;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What is written is read as the same, whatever it is; and nothing that is read throws. */
class CodecPropertiesTest {

  private static final int DEPTH = 3;

  private final ClientMessageCodec messages = new ClientMessageCodec(JsonLimits.standard());
  private final ServerFrameCodec frames = new ServerFrameCodec(RouterLimits.standard());

  @Property(seed = "31", tries = 150, edgeCases = EdgeCasesMode.NONE)
  void readsEveryMessageThatItWrites(
      @ForAll("payloads") Payload payload,
      @ForAll("names") String type,
      @ForAll("names") String id,
      @ForAll("names") String session) {
    ClientMessage message = ClientMessage.of(type, id, payload).inSession(session);
    assertEquals(message, read(messages.write(message)));
  }

  @Property(seed = "32", tries = 150, edgeCases = EdgeCasesMode.NONE)
  void readsEveryEventThatItWrites(
      @ForAll("payloads") Payload payload,
      @ForAll("names") String type,
      @ForAll @LongRange(min = 1) long seq) {
    Event event = Event.of("note." + type, EventClass.STATE, payload);
    Instant at = Instant.parse("2026-01-31T10:15:30.123Z");
    StreamEvent logged = new StreamEvent(new StreamPosition("e", seq), at, RunStep.NONE, event);
    byte[] text = frames.write(new ServerFrame.OfEvent(logged), new UserKey("acme", "alice"));
    Decoded<ServerMessage> decoded = frames.read(ByteBuffer.wrap(text));
    ServerMessage read =
        assertInstanceOf(Decoded.Message.class, decoded).message() instanceof ServerMessage one
            ? one
            : null;
    assertNotNull(read);
    assertEquals(payload, read.payload());
    assertEquals(event.type(), read.type());
    assertEquals(seq, read.seq());
  }

  @Property(seed = "33", tries = 150, edgeCases = EdgeCasesMode.NONE)
  void measuresWhatItWrites(@ForAll("payloads") Payload payload) {
    Payload one = Payload.of(Map.of("a", 1));
    int around = messages.write(ClientMessage.of("t", "c", one)).length - one.bytes();
    int written = messages.write(ClientMessage.of("t", "c", payload)).length;
    assertEquals(written, payload.fields().isEmpty() ? written : around + payload.bytes());
  }

  /** Text that is damaged in one place is a message or a refusal, and never an exception. */
  @Property(seed = "34", tries = 150, edgeCases = EdgeCasesMode.NONE)
  void refusesOrReadsWhatIsDamaged(
      @ForAll("payloads") Payload payload,
      @ForAll @IntRange(max = 1_000) int place,
      @ForAll byte damage) {
    byte[] text = messages.write(ClientMessage.of("note", "c-1", payload));
    text[place % text.length] = damage;
    assertNotNull(messages.read(ByteBuffer.wrap(text)));
    assertNotNull(frames.read(ByteBuffer.wrap(text)));
  }

  private ClientMessage read(byte[] text) {
    Decoded<ClientMessage> decoded = messages.read(ByteBuffer.wrap(text));
    if (decoded instanceof Decoded.Message<ClientMessage> good) {
      return good.message();
    }
    throw new AssertionError(decoded + " for " + new String(text, StandardCharsets.UTF_8));
  }

  @Provide
  static Arbitrary<String> names() {
    return Arbitraries.strings().alpha().numeric().withChars("_.-é").ofMinLength(1).ofMaxLength(40);
  }

  @Provide
  static Arbitrary<Payload> payloads() {
    return objects(DEPTH).map(Payload::of);
  }

  private static Arbitrary<Map<String, Object>> objects(int depth) {
    Arbitrary<String> keys = texts(12).filter(key -> !key.contains("_id") && !key.endsWith("Id"));
    return Arbitraries.maps(keys, values(depth - 1)).ofMaxSize(5);
  }

  @SuppressWarnings("unchecked")
  private static Arbitrary<Object> values(int depth) {
    Arbitrary<Object> leaf =
        Arbitraries.oneOf(
            texts(60),
            Arbitraries.longs(),
            Arbitraries.doubles(),
            Arbitraries.of(true, false),
            Arbitraries.bigIntegers()
                .between(BigInteger.TEN.pow(40).negate(), BigInteger.TEN.pow(40)));
    return depth == 0
        ? leaf
        : Arbitraries.oneOf(leaf, values(depth - 1).list().ofMaxSize(4), objects(depth));
  }

  /** Any text that UTF-8 can say. */
  private static Arbitrary<String> texts(int length) {
    return Arbitraries.strings()
        .all()
        .ofMaxLength(length)
        .filter(text -> StandardCharsets.UTF_8.newEncoder().canEncode(text));
  }
}
