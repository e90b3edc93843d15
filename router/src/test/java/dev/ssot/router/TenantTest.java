package dev.ssot.router;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ssot.router.limits.ConnectionLimits;
import dev.ssot.router.limits.RouterLimits;
import dev.ssot.router.log.InMemoryEventLog;
import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.ConnectionId;
import dev.ssot.router.protocol.Event;
import dev.ssot.router.protocol.EventClass;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.Refusal;
import dev.ssot.router.protocol.StreamPosition;
import dev.ssot.router.protocol.UserKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Broadcast, topics and presence: what concerns several users of one tenant. */
class TenantTest {

  private static final UserKey NAMESAKE = new UserKey("globex", "alice");
  private static final int TOPICS = 3;
  private static final Duration SHORT = Duration.ofSeconds(1);

  private final List<Subscription> subscribed = new ArrayList<>();
  private final Bench bench =
      Bench.with(
          RouterLimits.standard()
              .withConnections(
                  new ConnectionLimits(
                      100, 2, Duration.ofSeconds(10), Duration.ofSeconds(30), TOPICS)),
          Routes.builder()
              .handle("subscribe", this::subscribe)
              .handle("unsubscribe", TenantTest::unsubscribe)
              .handle("say", TenantTest::say));
  private final Bench.Line alice = bench.connect(Bench.ALICE);
  private final Bench.Line bob = bench.connect(Bench.BOB);
  private final Bench.Line namesake = bench.connect(NAMESAKE);

  @Test
  void broadcastsToTheTenantAndToNobodyElse() {
    Reach reach = bench.router.tenant("acme").broadcast(Bench.event("all hands"));
    assertEquals(new Reach(2, 0, Map.of()), reach);
    assertEquals(List.of(1L), alice.wire().seqs());
    assertEquals(List.of(1L), bob.wire().seqs());
    assertEquals(List.of(), namesake.wire().seqs());
  }

  @Test
  void letsWhoWasAwayForAShortTimeCatchUpWithABroadcast() {
    bob.connection().detach();
    Reach reach = bench.router.tenant("acme").broadcast(Bench.event("all hands"));
    assertEquals(new Reach(1, 1, Map.of()), reach);
    StreamPosition start = bob.wire().welcome().from();
    assertEquals(List.of(1L), bench.resume(Bench.BOB, start).wire().seqs());
  }

  @Test
  void forgetsWhoStaysAwayHoweverMuchIsBroadcast() {
    bob.connection().detach();
    for (int i = 0; i < 100; i++) {
      bench.router.tenant("acme").broadcast(Bench.event("news"));
      bench.pass(Duration.ofSeconds(15));
    }
    assertEquals(2, bench.router.census().users());
    assertEquals(2, bench.memory.streams());
  }

  @Test
  void givesTheReasonForEachUserWhoIsNotReached() {
    Event forged = Event.of("ack", EventClass.CRITICAL, Payload.empty());
    Reach reach = bench.router.tenant("acme").broadcast(forged);
    assertEquals(Set.of(Bench.ALICE, Bench.BOB), reach.refused().keySet());
    reach.refused().values().forEach(why -> assertEquals(Refusal.RESERVED_TYPE, why.reason()));
  }

  @Test
  void publishesToTheSubscribersOfTheTenantAndToNobodyElse() {
    subscribe(alice, "weather");
    subscribe(namesake, "weather");
    subscribe(bob, "sports");
    Reach reach = bench.router.tenant("acme").publish("weather", Bench.event("sunny"));
    assertEquals(new Reach(1, 0, Map.of()), reach);
    assertEquals(List.of(1L), alice.wire().seqs());
    assertEquals(List.of(), bob.wire().seqs());
    assertEquals(List.of(), namesake.wire().seqs());
  }

  @Test
  void publishesNothingToWhoHasUnsubscribed() {
    subscribe(alice, "weather");
    alice.send(message("unsubscribe", "weather"));
    assertEquals(
        new Reach(0, 0, Map.of()),
        bench.router.tenant("acme").publish("weather", Bench.event("sunny")));
    assertEquals(0, bench.router.census().topics());
  }

  @Test
  void sendsAnEventOnceToWhoSubscribesTwice() {
    subscribe(alice, "weather");
    subscribe(alice, "weather");
    bench.router.tenant("acme").publish("weather", Bench.event("sunny"));
    assertEquals(List.of(1L), alice.wire().seqs());
  }

  @Test
  void keepsASubscriptionOverAShortAbsenceAndNotForEver() {
    subscribe(alice, "weather");
    alice.connection().detach();
    bench.pass(Duration.ofMinutes(9));
    assertEquals(
        new Reach(0, 1, Map.of()),
        bench.router.tenant("acme").publish("weather", Bench.event("sunny")));
    bench.pass(Duration.ofMinutes(2));
    assertEquals(0, bench.router.census().topics());
    bench.pass(Duration.ofMinutes(11));
    assertEquals(2, bench.router.census().users());
  }

  @Test
  void boundsTheTopicsOfAUserAndTheirNames() {
    int longest = RouterLimits.standard().inbound().messages().nameLength();
    for (String topic : List.of("a", "b", "c", "c", "d", " ", "x".repeat(longest + 1))) {
      subscribe(alice, topic);
    }
    assertEquals(
        List.of(
            Subscription.ACTIVE,
            Subscription.ACTIVE,
            Subscription.ACTIVE,
            Subscription.ACTIVE,
            Subscription.TOO_MANY,
            Subscription.BAD_NAME,
            Subscription.BAD_NAME),
        subscribed);
    assertEquals(TOPICS, bench.router.census().topics());
  }

  @Test
  void givesATenantHandlerTheTenantOfItsSender() {
    subscribe(bob, "weather");
    subscribe(namesake, "weather");
    alice.send(message("say", "weather"));
    assertEquals(List.of(1L), bob.wire().seqs());
    assertEquals(List.of(), namesake.wire().seqs());
  }

  @Test
  void saysWhoIsThere() {
    bench.connect(Bench.ALICE);
    assertEquals(List.of(Bench.ALICE, Bench.BOB), present("acme"));
    assertEquals(List.of(NAMESAKE), present("globex"));
    alice.connection().detach();
    assertEquals(List.of(Bench.ALICE, Bench.BOB), present("acme"));
    bob.connection().detach();
    assertEquals(List.of(Bench.ALICE), present("acme"));
  }

  @Test
  void tellsTheObserverWhenSomebodyComesOrGoesForGood() {
    List<String> told = new ArrayList<>();
    RouterLimits limits = RouterLimits.standard();
    MessageRouter router =
        MessageRouter.builder(
                limits, new SettableClock(), new InMemoryEventLog(limits.log(), "p"), Runnable::run)
            .observer(new PresenceLog(told))
            .build();
    Connection first = attach(router, "k-1");
    Connection second = attach(router, "k-2");
    assertEquals(List.of("acme/alice"), told);
    first.detach();
    assertEquals(List.of("acme/alice"), told);
    second.detach();
    assertEquals(List.of("acme/alice", "acme/alice"), told);
  }

  private record PresenceLog(List<String> told) implements RouterObserver {
    @Override
    public void presenceChanged(UserKey user) {
      told.add(user.toString());
    }
  }

  private static Connection attach(MessageRouter router, String id) {
    Handshake handshake = Handshake.of(Bench.ALICE, new ConnectionId(id));
    if (router.attach(handshake, new Wire()) instanceof Attachment.Attached attached) {
      return attached.connection();
    }
    throw new AssertionError("Not attached: " + id);
  }

  private Reply subscribe(Context context, ClientMessage message) {
    subscribed.add(context.subscribe(topic(message)));
    return Reply.accepted();
  }

  private static Reply unsubscribe(Context context, ClientMessage message) {
    context.unsubscribe(topic(message));
    return Reply.accepted();
  }

  private static Reply say(Context context, Tenant tenant, ClientMessage message) {
    tenant.publish(topic(message), Bench.event("said by " + context.user()));
    return Reply.accepted();
  }

  private List<UserKey> present(String tenant) {
    bench.pass(SHORT);
    return List.copyOf(bench.router.tenant(tenant).present());
  }

  private static void subscribe(Bench.Line line, String topic) {
    line.send(message("subscribe", topic));
  }

  private static ClientMessage message(String type, String topic) {
    return ClientMessage.of(type, "", Payload.of(Map.of("topic", topic)));
  }

  private static String topic(ClientMessage message) {
    return message.payload().text("topic").orElseThrow();
  }
}
