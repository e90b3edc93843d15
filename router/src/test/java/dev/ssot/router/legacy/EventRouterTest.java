package dev.ssot.router.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.router.MessageRouter;
import dev.ssot.router.Routes;
import dev.ssot.router.protocol.Payload;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@SuppressWarnings("deprecation")
class EventRouterTest {

  private final MessageRouter router = Desk.router(Routes.builder());
  private final EventRouter events = new EventRouter(router, Desk.TENANT);
  private final Desk.Screen alice = Desk.open(router, "alice", "k-1");
  private final Desk.Screen bob = Desk.open(router, "bob", "k-2");

  @Test
  void sendsAnEventToTheUserOfTheConnection() {
    assertTrue(events.registerConnection("alice", "k-1", "t-1"));
    assertTrue(events.routeEvent("alice", "k-1", Desk.data("note", "")));
    assertEquals(List.of("note"), alice.types());
    assertEquals(List.of(), bob.types());
  }

  @Test
  void sendsNothingOverAConnectionOfAnotherUser() {
    assertFalse(events.registerConnection("alice", "k-2", "t-1"));
    assertFalse(events.routeEvent("alice", "k-2", Desk.data("note", "")));
    assertFalse(events.routeEvent("mallory", "k-1", Desk.data("note", "")));
    assertEquals(List.of(), alice.types());
    assertEquals(List.of(), bob.types());
  }

  @Test
  void countsTheConnectionsToWhichABroadcastGoes() {
    Desk.Screen second = Desk.open(router, "alice", "k-3");
    assertEquals(2, events.broadcastToUser("alice", Desk.data("note", "")));
    assertEquals(List.of("note"), second.types());
    assertEquals(0, events.broadcastToUser("nobody", Desk.data("note", "")));
  }

  @Test
  void saysThatAnEventIsRefused() {
    assertEquals(0, events.broadcastToUser("alice", Desk.data("agent_started", "")));
    assertFalse(events.routeEvent("alice", "k-1", Desk.data("ack", "")));
    assertEquals(List.of(), alice.types());
  }

  @Test
  void listsAndForgetsConnectionsAsTheirTransportDoes() {
    assertEquals(List.of("k-1"), events.getUserConnections("alice"));
    assertFalse(events.unregisterConnection("k-1"));
    alice.socket().detach();
    assertTrue(events.unregisterConnection("k-1"));
    assertEquals(List.of(), events.getUserConnections("alice"));
  }

  @Test
  void keepsNothingOfWhatItIsAsked() {
    for (int i = 0; i < 100; i++) {
      events.registerConnection("u" + i, "k-" + i, "t");
      events.getUserConnections("v" + i);
    }
    assertEquals(2, router.census().users());
  }

  @Test
  void givesTheSessionOfTheThread() {
    Payload event = Payload.of(Map.of("type", "note", "thread_id", "t-7"));
    events.broadcastToUser("alice", event);
    assertEquals(
        "t-7", LegacyEnvelope.FLAT.encode(alice.frames().get(1)).text("session").orElseThrow());
  }
}
