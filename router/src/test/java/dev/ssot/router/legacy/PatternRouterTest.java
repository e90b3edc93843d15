package dev.ssot.router.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.router.MessageRouter;
import dev.ssot.router.Routes;
import dev.ssot.router.protocol.ClientMessage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@SuppressWarnings("deprecation")
class PatternRouterTest {

  private final List<String> handled = new ArrayList<>();
  private final PatternRouter patterns = new PatternRouter();

  @Test
  void routesToTheFirstPatternThatMatches() {
    patterns.addRoute("report.daily", (user, socket, message) -> handled.add("daily"));
    patterns.addRoute("user_*", (user, socket, message) -> handled.add("user"));
    patterns.addRoute("*", (user, socket, message) -> handled.add("any"));
    Desk.Screen alice = Desk.open(start(), "alice", "k-1");
    assertTrue(route(alice, "alice", "report.daily"));
    assertTrue(route(alice, "alice", "chat_message"));
    assertTrue(route(alice, "alice", "cancel"));
    assertEquals(List.of("daily", "user", "any"), handled);
    assertEquals(List.of("ack", "ack", "ack"), alice.types());
  }

  @Test
  void takesNoDotForAnyCharacter() {
    patterns.addRoute("report.daily", (user, socket, message) -> handled.add("daily"));
    Desk.Screen alice = Desk.open(start(), "alice", "k-1");
    assertFalse(route(alice, "alice", "reportxdaily"));
    assertEquals("unknown_type", alice.error());
  }

  @Test
  void tellsTheSenderOfAMessageThatMiddlewareDrops() {
    patterns.addRoute("user_message", (user, socket, message) -> handled.add("handled"));
    patterns.addMiddleware(message -> message);
    patterns.addMiddleware(message -> dropped());
    Desk.Screen alice = Desk.open(start(), "alice", "k-1");
    route(alice, "alice", "user_message");
    assertEquals("rejected", alice.error());
    assertEquals(List.of(), handled);
  }

  @Test
  void refusesBeforeStartAndAfterStopAndTellsTheSender() {
    patterns.addRoute("user_message", (user, socket, message) -> handled.add("handled"));
    MessageRouter router = start();
    Desk.Screen alice = Desk.open(router, "alice", "k-1");
    patterns.stop();
    assertFalse(route(alice, "alice", "user_message"));
    assertEquals("rejected", alice.error());
    assertEquals(List.of(), handled);
    assertThrows(IllegalStateException.class, () -> new PatternRouter().start());
  }

  @Test
  void handlesNoMessageForAnotherUserThanTheSocketHas() {
    patterns.addRoute("*", (user, socket, message) -> handled.add("handled"));
    Desk.Screen bob = Desk.open(start(), "bob", "k-1");
    assertFalse(route(bob, "alice", "user_message"));
    assertEquals("identity_mismatch", bob.error());
    assertEquals(List.of(), handled);
  }

  @Test
  void takesNoRouteOnceItRuns() {
    patterns.addRoute("*", (user, socket, message) -> true);
    start();
    assertThrows(
        IllegalStateException.class, () -> patterns.addRoute("x", (user, socket, message) -> true));
    assertThrows(IllegalStateException.class, () -> patterns.addMiddleware(message -> message));
  }

  private static @Nullable ClientMessage dropped() {
    return null;
  }

  private MessageRouter start() {
    MessageRouter router = Desk.router(patterns.register(Routes.builder()));
    patterns.bind(router);
    patterns.start();
    return router;
  }

  private boolean route(Desk.Screen from, String userId, String type) {
    String id = "c-" + from.frames().size();
    return patterns.routeMessage(new LegacyMessage(from.socket(), userId, Desk.data(type, id)));
  }
}
