package dev.ssot.router.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.ServerFrame;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegacyEnvelopeTest {

  @Test
  void isChosenBySubprotocolAndNeverGuessed() {
    assertEquals(Optional.of(LegacyEnvelope.FLAT), LegacyEnvelope.of("ssot.legacy-flat"));
    assertEquals(Optional.of(LegacyEnvelope.DATA), LegacyEnvelope.of("ssot.legacy-data"));
    assertEquals(Optional.empty(), LegacyEnvelope.of("ssot.v1"));
    assertEquals(Optional.empty(), LegacyEnvelope.of("SSOT.LEGACY-FLAT"));
    assertEquals(
        Payload.empty(), LegacyEnvelope.DATA.decode(Desk.flat("message", "c-1")).payload());
  }

  @Test
  void readsAFlatFrame() {
    Payload raw =
        Payload.of(
            Map.of(
                "type", "chat_message",
                "message_id", "c-1",
                "thread_id", "t-1",
                "user_id", "alice",
                "text", "hi"));
    assertEquals(
        new ClientMessage(
            1, "user_message", "c-1", "t-1", "alice", Payload.of(Map.of("text", "hi"))),
        LegacyEnvelope.FLAT.decode(raw));
  }

  @Test
  void readsADataFrame() {
    assertEquals(
        ClientMessage.of("user_message", "c-1", Payload.of(Map.of("text", "hi"))),
        LegacyEnvelope.DATA.decode(Desk.data("message", "c-1")));
  }

  @Test
  void writesEachEnvelope() {
    ServerFrame ack = new ServerFrame.Ack("c-1");
    assertEquals(Payload.of(Map.of("type", "ack", "id", "c-1")), LegacyEnvelope.FLAT.encode(ack));
    assertEquals(
        Payload.of(Map.of("type", "ack", "data", Map.of("id", "c-1"))),
        LegacyEnvelope.DATA.encode(ack));
  }

  @ParameterizedTest
  @CsvSource({
    "chat_message, user_message",
    "CHAT_MESSAGE, user_message",
    "user, user_message",
    "message, user_message",
    "text, user_message",
    "user-input, user_message",
    "execute_agent, user_message",
    "Start_Agent, user_message",
    "agent_request, user_message",
    "stop_agent, cancel",
    "Report.Daily, Report.Daily"
  })
  void mapsOldTypeNames(String old, String canonical) {
    assertEquals(canonical, LegacyTypes.canonical(old));
  }
}
