package dev.ssot.router.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.router.MessageRouter;
import dev.ssot.router.Reply;
import dev.ssot.router.Routes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@SuppressWarnings("deprecation")
class StrategyRouterTest {

  private final List<String> handled = new ArrayList<>();
  private final StrategyRouter strategies = new StrategyRouter(Desk.TENANT);
  private final MessageRouter router = start();
  private final Desk.Screen alice = Desk.open(router, "alice", "k-1");
  private final Desk.Screen bob = Desk.open(router, "bob", "k-2");

  @Test
  void sendsToAllToOneUserAndToOneSession() {
    assertEquals(2, route(StrategyRouter.Strategy.ALL, "", ""));
    assertEquals(1, route(StrategyRouter.Strategy.USER, "alice", ""));
    assertEquals(1, route(StrategyRouter.Strategy.SESSION, "bob", "s-1"));
    assertEquals(List.of("note", "note"), alice.types());
    assertEquals(List.of("note", "note"), bob.types());
    assertEquals(
        "s-1", LegacyEnvelope.DATA.encode(bob.frames().get(2)).text("session").orElseThrow());
  }

  @Test
  void sendsToThoseWhoFollowAnAgent() {
    alice.socket().receive(LegacyEnvelope.DATA.decode(Desk.data("follow", "c-1")));
    assertEquals(1, route(StrategyRouter.Strategy.AGENT, "", "guide"));
    assertEquals(0, route(StrategyRouter.Strategy.AGENT, "", "other"));
    assertEquals(List.of("ack", "note"), alice.types());
    assertEquals(List.of(), bob.types());
  }

  @Test
  void givesAMessageToTheHandlerWithTheHighestPriority() {
    alice.socket().receive(LegacyEnvelope.DATA.decode(Desk.data("MESSAGE", "c-1")));
    assertEquals(List.of("high"), handled);
  }

  @Test
  void knowsConnectionsAsTheirTransportDoes() {
    assertTrue(strategies.registerConnection("alice", "k-1", "t"));
    assertFalse(strategies.registerConnection("alice", "k-2", "t"));
  }

  @Test
  void takesNoHandlerOnceItRuns() {
    assertThrows(
        IllegalStateException.class,
        () -> strategies.addHandler("user", (user, socket, message) -> true, 99));
  }

  private int route(StrategyRouter.Strategy strategy, String user, String target) {
    return strategies.routeMessage(
        Desk.data("note", ""), new StrategyRouter.RoutingContext(strategy, user, target));
  }

  private MessageRouter start() {
    strategies.addHandler("user", (user, socket, message) -> handled.add("low"), 1);
    strategies.addHandler("chat", (user, socket, message) -> handled.add("high"), 5);
    Routes.Builder routes =
        Routes.builder()
            .handle(
                "follow",
                (context, message) -> {
                  context.subscribe("agent:guide");
                  return Reply.accepted();
                });
    MessageRouter built = Desk.router(strategies.register(routes));
    strategies.bind(built);
    return built;
  }
}
