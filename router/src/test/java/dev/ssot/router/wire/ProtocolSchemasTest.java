package dev.ssot.router.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssot.router.limits.JsonLimits;
import dev.ssot.router.limits.RouterLimits;
import dev.ssot.router.protocol.ErrorCode;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.Resumption;
import dev.ssot.router.protocol.ServerFrame;
import dev.ssot.router.protocol.ServiceLevel;
import dev.ssot.router.protocol.Types;
import dev.ssot.router.protocol.UserKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the published files against the types of the protocol, both ways. */
class ProtocolSchemasTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Schemas SCHEMAS = Schemas.published();
  private static final UserKey ALICE = new UserKey("acme", "alice");

  private final ServerFrameCodec frames = new ServerFrameCodec(RouterLimits.standard());

  static List<ServerFrame> frames() {
    return SampleFrames.all();
  }

  @Test
  void samplesEveryKindOfFrameAndEveryTypeThatTheRouterSends() {
    Set<Class<?>> kinds = frames().stream().map(Object::getClass).collect(Collectors.toSet());
    assertEquals(Set.of(ServerFrame.class.getPermittedSubclasses()), kinds);
    Set<String> types = frames().stream().map(ServerFrame::type).collect(Collectors.toSet());
    assertTrue(types.containsAll(Types.ofRuns()));
    assertTrue(types.contains("note"));
  }

  @ParameterizedTest
  @MethodSource("frames")
  void describesWhatTheRouterSends(ServerFrame frame) {
    String json = new String(frames.write(frame, ALICE), StandardCharsets.UTF_8);
    assertEquals(List.of(), SCHEMAS.violations("/$defs/server_frame", json), json);
    assertEquals(List.of(), SCHEMAS.violations("", json), json);
  }

  @ParameterizedTest
  @MethodSource("frames")
  void isReadBackAsItWasSent(ServerFrame frame) {
    Decoded<ServerMessage> decoded = frames.read(ByteBuffer.wrap(frames.write(frame, ALICE)));
    ServerMessage message =
        assertInstanceOf(ServerMessage.class, ((Decoded.Message<ServerMessage>) decoded).message());
    assertEquals(frame.type(), message.type());
    assertEquals(frame.payload(), message.payload());
    if (frame instanceof ServerFrame.OfEvent of) {
      assertEquals(of.event().seq(), message.seq());
      assertEquals(of.event().id(ALICE), message.id());
      assertEquals(of.event().step(), message.step());
      assertEquals(of.event().event().session(), message.session());
      assertEquals(of.event().ts(), message.ts());
    }
  }

  @ParameterizedTest
  @MethodSource("frames")
  void missesWhateverFieldOfAnEnvelopeIsLeftOut(ServerFrame frame) throws IOException {
    ObjectNode whole = (ObjectNode) JSON.readTree(frames.write(frame, ALICE));
    for (String name : names(whole)) {
      boolean optional = name.equals("session");
      ObjectNode less = whole.deepCopy();
      less.remove(name);
      assertEquals(optional, SCHEMAS.accepts("/$defs/server_frame", less.toString()), name);
    }
  }

  @Test
  void namesTheFieldsThatTheFiveEventsHave() throws IOException {
    JsonNode defs =
        JSON.readTree(ProtocolSchemas.published(ProtocolSchemas.SCHEMA_FILE)).get("$defs");
    for (String type : Types.ofRuns()) {
      Set<String> sent =
          frames().stream()
              .filter(frame -> frame.type().equals(type))
              .flatMap(frame -> frame.payload().fields().keySet().stream())
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(names(defs.get(type).get("properties")), sent, type);
    }
    for (String type : Types.control()) {
      assertTrue(defs.has(type), type);
    }
  }

  @Test
  void namesEveryWordThatTheTypesHave() throws IOException {
    JsonNode defs =
        JSON.readTree(ProtocolSchemas.published(ProtocolSchemas.SCHEMA_FILE)).get("$defs");
    assertEquals(labels(ErrorCode.values(), ErrorCode::label), words(defs, "error", "code"));
    assertEquals(
        labels(ServiceLevel.values(), ServiceLevel::label), words(defs, "service_status", "level"));
    Resumption[] failed =
        Arrays.stream(Resumption.values()).filter(Resumption::failed).toArray(Resumption[]::new);
    JsonNode reason = defs.at("/welcome/properties/resume_failed/properties/reason/enum");
    assertEquals(labels(failed, Resumption::label), texts(reason));
  }

  /** Whatever the codec takes is described, and what is described is taken. */
  @Test
  void describesExactlyTheEnvelopesThatAreTaken() {
    ClientMessageCodec codec = new ClientMessageCodec(JsonLimits.standard());
    Random random = new Random(23);
    int taken = 0;
    for (int i = 0; i < 20_000; i++) {
      String json = RandomEnvelope.of(random);
      boolean read =
          codec.read(ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8)))
              instanceof Decoded.Message<?>;
      assertEquals(SCHEMAS.accepts("/$defs/client_envelope", json), read, json);
      taken += read ? 1 : 0;
    }
    assertTrue(taken > 500 && taken < 19_500, "Only one answer was tested: " + taken);
  }

  @Test
  void refusesAPayloadOfTheFiveThatLacksSomething() {
    ProtocolSchemas rules = ProtocolSchemas.builder().build();
    for (ServerFrame frame : frames()) {
      assertEquals(Optional.empty(), rules.inEvent(frame.type(), frame.payload()));
    }
    assertEquals(
        Optional.of("`payload.reasoning` is missing"),
        rules.inEvent(Types.AGENT_THINKING, Payload.empty()));
    Payload both =
        Payload.of(Map.of("status", "ok", "response", "r", "error", "e", "duration_ms", 1));
    assertTrue(rules.inEvent(Types.AGENT_COMPLETED, both).isPresent());
  }

  @Test
  void keepsOneSchemaForAType() {
    PayloadSchema any = PayloadSchema.parse("{}");
    ProtocolSchemas.Builder builder = ProtocolSchemas.builder().message("note", any);
    assertThrows(IllegalArgumentException.class, () -> builder.message("note", any));
    assertThrows(IllegalArgumentException.class, () -> builder.event("agent_started", any));
  }

  @Test
  void publishesEveryTypeAsAMessageOfAsyncApi() throws IOException {
    JsonNode api = JSON.readTree(ProtocolSchemas.published(ProtocolSchemas.ASYNCAPI_FILE));
    assertEquals("3.0.0", api.get("asyncapi").asText());
    Set<String> expected = new TreeSet<>(Types.control());
    expected.addAll(Types.ofRuns());
    expected.addAll(List.of("application_message", "application_event", "direct_event"));
    assertEquals(expected, names(api.at("/components/messages")));
    Set<String> sent = new TreeSet<>();
    api.at("/operations/send/messages").forEach(one -> sent.add(last(one.get("$ref").asText())));
    Set<String> samples =
        frames().stream()
            .map(ProtocolSchemasTest::message)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(samples, sent);
    for (JsonNode reference : api.findValues("$ref")) {
      assertResolves(api, reference.asText());
    }
  }

  private static String message(ServerFrame frame) {
    return switch (frame.type()) {
      case "note" -> "application_event";
      case "typing" -> "direct_event";
      default -> frame.type();
    };
  }

  private static void assertResolves(JsonNode api, String reference) throws IOException {
    String[] parts = reference.split("#", 2);
    JsonNode document =
        parts[0].isEmpty() ? api : JSON.readTree(ProtocolSchemas.published(parts[0]));
    assertFalse(document.at(parts[1]).isMissingNode(), reference);
  }

  private static String last(String reference) {
    return reference.substring(reference.lastIndexOf('/') + 1);
  }

  private static Set<String> words(JsonNode defs, String type, String field) {
    return texts(defs.get(type).get("properties").get(field).get("enum"));
  }

  private static Set<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static <E> Set<String> labels(E[] values, Function<E, String> label) {
    return Arrays.stream(values).map(label).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return new TreeSet<>(names);
  }
}
