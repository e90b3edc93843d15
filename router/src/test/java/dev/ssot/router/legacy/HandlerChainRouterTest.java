package dev.ssot.router.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.router.MessageRouter;
import dev.ssot.router.Routes;
import dev.ssot.router.protocol.Payload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@SuppressWarnings("deprecation")
class HandlerChainRouterTest {

  private final List<String> handled = new ArrayList<>();
  private final HandlerChainRouter chain =
      new HandlerChainRouter(LegacyEnvelope.FLAT, handler("built-in", "user_message"));

  @Test
  void asksCustomHandlersBeforeBuiltInOnesAndTheFirstWins() {
    chain.addHandler(handler("custom", "chat_message"));
    chain.insertHandler(0, handler("inserted", "message"));
    Desk.Screen alice = Desk.open(start(), "alice", "k-1");
    assertTrue(chain.routeMessage("alice", alice.socket(), Desk.flat("CHAT_MESSAGE", "c-1")));
    assertEquals(List.of("inserted: alice"), handled);
    assertEquals(List.of("ack"), alice.types());
  }

  @Test
  void passesOverAHandlerThatWasRemoved() {
    LegacyHandler custom = handler("custom", "user");
    chain.addHandler(custom);
    assertTrue(chain.removeHandler(custom));
    assertFalse(chain.removeHandler(custom));
    Desk.Screen alice = Desk.open(start(), "alice", "k-1");
    chain.routeMessage("alice", alice.socket(), Desk.flat("user", "c-1"));
    assertEquals(List.of("built-in: alice"), handled);
  }

  @Test
  void acknowledgesNoUnknownType() {
    Desk.Screen alice = Desk.open(start(), "alice", "k-1");
    assertFalse(chain.routeMessage("alice", alice.socket(), Desk.flat("no_such_type", "c-1")));
    assertFalse(chain.routeMessage("alice", alice.socket(), Payload.of(Map.of("id", "c-2"))));
    assertEquals(List.of("error", "error"), alice.types());
    assertEquals(List.of(), handled);
  }

  @Test
  void handlesNoMessageForAnotherUserThanTheSocketHas() {
    MessageRouter router = start();
    Desk.Screen alice = Desk.open(router, "alice", "k-1");
    Desk.Screen bob = Desk.open(router, "bob", "k-2");
    assertFalse(chain.routeMessage("alice", bob.socket(), Desk.flat("message", "c-1")));
    assertEquals("identity_mismatch", bob.error());
    assertEquals(List.of(), alice.types());
    assertEquals(List.of(), handled);
  }

  @Test
  void keepsNoHandlerThatAUserBringsAlong() {
    Desk.Screen alice = Desk.open(start(), "alice", "k-1");
    assertThrows(IllegalStateException.class, () -> chain.addHandler(handler("alice's", "user")));
    chain.routeMessage("alice", alice.socket(), Desk.flat("user", "c-1"));
    assertEquals(1, chain.getStats().get("handlers"));
  }

  @Test
  void saysThatAHandlerHasFailedOrRefused() {
    chain.addHandler(
        LegacyHandler.of(
            "message",
            (user, socket, message) -> {
              throw new IllegalStateException("broken");
            }));
    chain.addHandler(LegacyHandler.of("cancel", (user, socket, message) -> false));
    Desk.Screen alice = Desk.open(start(), "alice", "k-1");
    chain.routeMessage("alice", alice.socket(), Desk.flat("message", "c-1"));
    assertEquals("handler_failed", alice.error());
    assertEquals(1, chain.getStats().get("handler_errors"));
    alice.frames().clear();
    chain.routeMessage("alice", alice.socket(), Desk.flat("stop_agent", "c-2"));
    assertEquals("rejected", alice.error());
  }

  @Test
  void answersOnTheStreamOfTheSender() {
    chain.addHandler(
        LegacyHandler.of(
            "message", (user, socket, message) -> socket.send("reply", message.payload())));
    MessageRouter router = start();
    Desk.Screen alice = Desk.open(router, "alice", "k-1");
    Desk.Screen bob = Desk.open(router, "bob", "k-2");
    chain.routeMessage("alice", alice.socket(), Desk.flat("message", "c-1"));
    assertEquals(List.of("reply", "ack"), alice.types());
    assertEquals(List.of(), bob.types());
  }

  @Test
  void countsWhatTheRouterHolds() {
    MessageRouter router = start();
    Desk.open(router, "alice", "k-1");
    assertEquals(
        Map.of(
            "handlers", 1, "active_connections", 1, "messages_in_flight", 0, "handler_errors", 0),
        chain.getStats());
  }

  private MessageRouter start() {
    MessageRouter router = Desk.router(chain.register(Routes.builder()));
    chain.bind(router);
    return router;
  }

  private LegacyHandler handler(String name, String type) {
    return LegacyHandler.of(type, (user, socket, message) -> handled.add(name + ": " + user));
  }
}
