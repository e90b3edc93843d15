package dev.ssot.router.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.router.MessageRouter;
import dev.ssot.router.Reach;
import dev.ssot.router.Routes;
import dev.ssot.router.protocol.Payload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@SuppressWarnings("deprecation")
class QualityRouterTest {

  private final List<String> handled = new ArrayList<>();
  private final QualityRouter quality = new QualityRouter(Desk.TENANT);
  private final MessageRouter router = start();
  private final Desk.Screen alice = Desk.open(router, "alice", "k-1");
  private final Desk.Screen bob = Desk.open(router, "bob", "k-2");

  @Test
  void handlesATypeOfItsDictionary() {
    assertTrue(handle("alice", alice, "get_quality_metrics"));
    assertEquals(List.of("alice"), handled);
    assertEquals(List.of("ack"), alice.types());
  }

  @Test
  void acknowledgesNoTypeThatIsNotInIt() {
    assertFalse(handle("alice", alice, "get_everything"));
    assertEquals("unknown_type", alice.error());
  }

  @Test
  void handlesNoMessageForAnotherUserThanTheSocketHas() {
    assertFalse(handle("alice", bob, "get_quality_metrics"));
    assertEquals("identity_mismatch", bob.error());
    assertEquals(List.of(), handled);
  }

  @Test
  void updatesThoseWhoSubscribedAndSaysHowMany() {
    assertTrue(handle("alice", alice, "subscribe_quality"));
    Payload update = Payload.of(Map.of("score", 97));
    assertEquals(new Reach(1, 0, Map.of()), quality.broadcastQualityUpdate(update));
    assertEquals(List.of("ack", "quality_update"), alice.types());
    assertEquals(List.of(), bob.types());
  }

  private MessageRouter start() {
    quality.addHandler("get_quality_metrics", (user, socket, message) -> handled.add(user));
    MessageRouter built = Desk.router(quality.register(Routes.builder()));
    quality.bind(built);
    return built;
  }

  private boolean handle(String userId, Desk.Screen from, String type) {
    return quality.handleMessage(
        userId, new LegacyMessage(from.socket(), userId, Desk.data(type, "c-1")));
  }
}
