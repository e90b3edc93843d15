package dev.ssot.router.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.router.MessageRouter;
import dev.ssot.router.Routes;
import dev.ssot.router.protocol.UserKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

@SuppressWarnings("deprecation")
class UserScopedEventRouterTest {

  private static final Instant END = Instant.parse("2026-01-31T10:20:00Z");

  private final MessageRouter router = Desk.router(Routes.builder());
  private final Desk.Screen alice = Desk.open(router, "alice", "k-1");
  private final Desk.Screen bob = Desk.open(router, "bob", "k-2");

  @Test
  void addsTheIdOfTheRequest() {
    UserScopedEventRouter scoped = at(END.minusSeconds(1));
    assertTrue(scoped.registerConnection("k-1", "t-1"));
    assertTrue(scoped.routeEvent("k-1", Desk.data("note", "")));
    assertEquals(1, scoped.broadcastToUser(Desk.data("note", "")));
    assertEquals("req-1", alice.frames().get(1).payload().text("request_id").orElseThrow());
    assertEquals("hi", alice.frames().get(1).payload().text("text").orElseThrow());
  }

  @Test
  void reachesNoOtherUserWhateverConnectionIsNamed() {
    UserScopedEventRouter scoped = at(END.minusSeconds(1));
    assertFalse(scoped.registerConnection("k-2", "t-1"));
    assertFalse(scoped.routeEvent("k-2", Desk.data("note", "")));
    assertEquals(List.of("k-1"), scoped.getUserConnections());
    assertTrue(scoped.unregisterConnection("k-2"));
    assertEquals(List.of(), bob.types());
  }

  @Test
  void doesNothingOnceTheRequestIsOver() {
    UserScopedEventRouter scoped = at(END);
    assertFalse(scoped.registerConnection("k-1", "t-1"));
    assertFalse(scoped.routeEvent("k-1", Desk.data("note", "")));
    assertEquals(0, scoped.broadcastToUser(Desk.data("note", "")));
    assertEquals(List.of(), alice.types());
  }

  private UserScopedEventRouter at(Instant now) {
    UserKey user = new UserKey(Desk.TENANT, "alice");
    return new UserScopedEventRouter(
        router, new UserScopedEventRouter.Scope(user, "req-1", END), InstantSource.fixed(now));
  }
}
