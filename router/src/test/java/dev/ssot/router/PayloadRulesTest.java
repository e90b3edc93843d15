package dev.ssot.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.ssot.router.limits.RouterLimits;
import dev.ssot.router.log.InMemoryEventLog;
import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.CloseCode;
import dev.ssot.router.protocol.ConnectionId;
import dev.ssot.router.protocol.Emission;
import dev.ssot.router.protocol.ErrorCode;
import dev.ssot.router.protocol.Event;
import dev.ssot.router.protocol.EventClass;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.Refusal;
import dev.ssot.router.protocol.ServerFrame;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PayloadRulesTest {

  private static final PayloadRules WANTS_TEXT =
      new PayloadRules() {
        @Override
        public Optional<String> inMessage(String type, Payload payload) {
          return payload.text("text").isPresent()
              ? Optional.empty()
              : Optional.of("`text` is missing in " + type);
        }

        @Override
        public Optional<String> inEvent(String type, Payload payload) {
          return type.equals("agent_completed") ? Optional.empty() : inMessage(type, payload);
        }
      };

  private final Wire wire = new Wire();
  private final MessageRouter router = router();
  private final Connection connection = connect();

  @Test
  void tellsTheSenderWhatIsWrongAndCallsNoHandler() {
    connection.receive(ClientMessage.of("note", "c-1", Payload.empty()));
    assertEquals(ErrorCode.INVALID_PAYLOAD, wire.failure().code());
    assertEquals("`text` is missing in note", wire.failure().message());
    connection.receive(ClientMessage.of("note", "c-2", Payload.of(Map.of("text", "hi"))));
    assertEquals(List.of("welcome", "error", "ack"), wire.types());
  }

  @Test
  void refusesAnEventThatIsNotAsItMustBe() {
    Event wrong = Event.of("note", EventClass.CRITICAL, Payload.empty());
    Emission emission = router.emit(Bench.ALICE, wrong);
    assertEquals(
        Refusal.INVALID_PAYLOAD, assertInstanceOf(Emission.Refused.class, emission).reason());
    router.emit(Bench.ALICE, Bench.event("right"));
    assertEquals(List.of(1L), wire.seqs());
  }

  @Test
  void closesAConnectionWhoseFrameIsNoMessage() {
    connection.receive(ServerFrame.Failure.of("c-3", ErrorCode.PROTOCOL, "No JSON"));
    assertEquals(ErrorCode.PROTOCOL, wire.failure().code());
    assertEquals(Optional.of(CloseCode.PROTOCOL), wire.closed());
    assertEquals(0, router.census().connections());
  }

  private static MessageRouter router() {
    RouterLimits limits = RouterLimits.standard();
    InMemoryEventLog log = new InMemoryEventLog(limits.log(), "test");
    Routes routes = Routes.builder().handle("note", (context, message) -> Reply.accepted()).build();
    return MessageRouter.builder(limits, new SettableClock(), log, Runnable::run)
        .routes(routes)
        .rules(WANTS_TEXT)
        .build();
  }

  private Connection connect() {
    Attachment attachment = router.attach(Handshake.of(Bench.ALICE, new ConnectionId("k-1")), wire);
    Connection attached = ((Attachment.Attached) attachment).connection();
    attached.receive(ClientMessage.hello());
    return attached;
  }
}
