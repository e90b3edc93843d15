package dev.ssot.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.router.limits.MessageLimits;
import dev.ssot.router.limits.RouterLimits;
import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.CloseCode;
import dev.ssot.router.protocol.ErrorCode;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.ServerFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageHandlingTest {

  private final List<ClientMessage> handled = new ArrayList<>();
  private final Bench bench = Bench.with(routes());
  private final Bench.Line line = bench.connect(Bench.ALICE);

  @Test
  void acknowledgesAMessageOnceItsHandlerHasAccepted() {
    line.send(Bench.message("user_message", "c-1"));
    assertEquals(List.of("user_message"), handled.stream().map(ClientMessage::type).toList());
    assertEquals(List.of(new ServerFrame.Ack("c-1")), line.wire().frames(ServerFrame.Ack.class));
  }

  @Test
  void doesNotAcknowledgeAMessageWithoutId() {
    line.send(Bench.message("user_message", ""));
    assertEquals(1, handled.size());
    assertEquals(List.of("welcome"), line.wire().types());
  }

  @Test
  void answersAnUnknownTypeWithAnError() {
    line.send(Bench.message("no_such_type", "c-1"));
    assertRefused(ErrorCode.UNKNOWN_TYPE, "c-1");
    assertTrue(line.wire().failure().message().contains("`no_such_type`"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ack", "welcome", "head", "auth", "agent_completed"})
  void answersServerTypesFromAClientWithAnError(String type) {
    line.send(Bench.message(type, "c-1"));
    assertRefused(ErrorCode.UNKNOWN_TYPE, "c-1");
  }

  @Test
  void passesTheReasonOfARejectionOn() {
    line.send(Bench.message("rejected", "c-1"));
    assertRefused(ErrorCode.REJECTED, "c-1");
    assertEquals("No such room", line.wire().failure().message());
    assertEquals(List.of(), bench.router.deadLetters());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"throws", "calls_missing_method", "asserts", "exhausts", "returns_nothing"})
  void answersAFailingHandlerWithAnErrorAndKeepsADeadLetter(String type) {
    line.send(Bench.message(type, "c-1"));
    assertRefused(ErrorCode.HANDLER_FAILED, "c-1");
    DeadLetter letter = bench.router.deadLetters().get(0);
    assertEquals(Bench.ALICE, letter.user());
    assertEquals(type, letter.message().type());
    assertEquals(bench.clock.instant(), letter.at());
  }

  @Test
  void tellsTheSenderNothingOfWhatAHandlerThrew() {
    line.send(Bench.message("throws", "c-1"));
    assertFalse(line.wire().failure().message().contains("secret"));
    assertTrue(bench.router.deadLetters().get(0).error().contains("secret"));
  }

  @Test
  void answersAFailureOfAMessageWithoutIdToo() {
    line.send(Bench.message("throws", ""));
    assertRefused(ErrorCode.HANDLER_FAILED, "");
  }

  @Test
  void goesOnAfterAFailingHandler() {
    line.send(Bench.message("throws", "c-1"));
    line.send(Bench.message("user_message", "c-2"));
    assertEquals(List.of(new ServerFrame.Ack("c-2")), line.wire().frames(ServerFrame.Ack.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {"user_id", "userId", "tenant_id", "tenantId"})
  void refusesAPayloadThatClaimsAnotherUser(String field) {
    line.send(ClientMessage.of("user_message", "c-1", Payload.of(Map.of(field, "bob"))));
    assertRefused(ErrorCode.IDENTITY_MISMATCH, "c-1");
  }

  @Test
  void refusesAnEnvelopeThatClaimsAnotherUser() {
    line.send(new ClientMessage(1, "user_message", "c-1", "", "bob", Payload.empty()));
    assertRefused(ErrorCode.IDENTITY_MISMATCH, "c-1");
  }

  @Test
  void refusesAClaimThatIsNoText() {
    line.send(ClientMessage.of("user_message", "c-1", Payload.of(Map.of("user_id", 7))));
    assertRefused(ErrorCode.IDENTITY_MISMATCH, "c-1");
  }

  @Test
  void acceptsATrueClaim() {
    Payload payload = Payload.of(Map.of("user_id", "alice", "tenant_id", "acme"));
    line.send(new ClientMessage(1, "user_message", "c-1", "", "alice", payload));
    assertEquals(1, handled.size());
  }

  @Test
  void refusesAVersionThatItDoesNotSpeak() {
    line.send(new ClientMessage(2, "user_message", "c-1", "", "", Payload.empty()));
    assertRefused(ErrorCode.UNSUPPORTED_VERSION, "c-1");
    assertEquals(Optional.of(CloseCode.PROTOCOL), line.wire().closed());
  }

  @Test
  void refusesAMessageThatIsTooLarge() {
    MessageLimits sizes = RouterLimits.standard().inbound().messages();
    Payload most = Payload.of(Map.of("a", "x".repeat(sizes.messageBytes() - 8)));
    line.send(ClientMessage.of("user_message", "c-1", most));
    assertEquals(1, handled.size());
    Payload more = Payload.of(Map.of("a", "x".repeat(sizes.messageBytes() - 7)));
    line.send(ClientMessage.of("user_message", "c-2", more));
    assertEquals(ErrorCode.TOO_LARGE, line.wire().failure().code());
    assertEquals(1, handled.size());
  }

  @Test
  void refusesAnIdThatIsTooLongAndEchoesOnlyItsBeginning() {
    int most = RouterLimits.standard().inbound().messages().nameLength();
    line.send(Bench.message("user_message", "x".repeat(most + 1)));
    assertRefused(ErrorCode.TOO_LARGE, "x".repeat(most));
  }

  @Test
  void answersPingWithItsPayload() {
    Payload payload = Payload.of(Map.of("n", 3));
    line.send(ClientMessage.of("ping", "", payload));
    assertEquals(
        List.of(new ServerFrame.Pong(payload)), line.wire().frames(ServerFrame.Pong.class));
  }

  @Test
  void wantsHelloFirst() {
    Bench.Line silent = bench.attach(Bench.ALICE);
    silent.send(Bench.message("user_message", "c-1"));
    assertEquals(ErrorCode.PROTOCOL, silent.wire().failure().code());
    assertEquals(Optional.of(CloseCode.PROTOCOL), silent.wire().closed());
    assertEquals(List.of(), handled);
  }

  @Test
  void takesHelloOnce() {
    line.send(ClientMessage.hello());
    assertEquals(ErrorCode.PROTOCOL, line.wire().failure().code());
    assertEquals(Optional.of(CloseCode.PROTOCOL), line.wire().closed());
  }

  @Test
  void ignoresWhatComesAfterTheClosing() {
    line.connection().detach();
    line.send(Bench.message("user_message", "c-1"));
    assertEquals(List.of(), handled);
    assertEquals(List.of("welcome"), line.wire().types());
  }

  @Test
  void givesEachUserABoundedShareOfTheDeadLetters() {
    Bench.Line bob = bench.connect(Bench.BOB);
    bob.send(Bench.message("throws", "b"));
    int share = RouterLimits.standard().inbound().deadLetters().perUser();
    for (int i = 0; i < share + 3; i++) {
      line.send(Bench.message("throws", "c-" + i));
    }
    List<String> ids =
        bench.router.deadLetters().stream().map(letter -> letter.message().id()).toList();
    assertEquals(share + 1, ids.size());
    assertEquals("b", ids.get(0));
    assertEquals("c-3", ids.get(1));
  }

  private void assertRefused(ErrorCode code, String id) {
    assertEquals(code, line.wire().failure().code());
    assertEquals(id, line.wire().failure().id());
    assertEquals(List.of(), line.wire().frames(ServerFrame.Ack.class));
    assertEquals(List.of(), handled);
  }

  private Routes.Builder routes() {
    return Routes.builder()
        .handle(
            "user_message",
            (context, message) -> {
              handled.add(message);
              return Reply.accepted();
            })
        .handle("rejected", (context, message) -> Reply.rejected("No such room"))
        .handle(
            "throws",
            (context, message) -> {
              throw new IllegalStateException("secret");
            })
        .handle(
            "calls_missing_method",
            (context, message) -> {
              throw new NoSuchMethodError("gone");
            })
        .handle(
            "asserts",
            (context, message) -> {
              throw new AssertionError("wrong");
            })
        .handle(
            "exhausts",
            (context, message) -> {
              throw new OutOfMemoryError("too much");
            })
        .handle("returns_nothing", BrokenHandlers::nothing);
  }
}
