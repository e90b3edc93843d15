package dev.ssot.router.simulation;

import dev.ssot.router.Context;
import dev.ssot.router.Reach;
import dev.ssot.router.Reply;
import dev.ssot.router.Routes;
import dev.ssot.router.SessionRefresh;
import dev.ssot.router.Subscription;
import dev.ssot.router.Tenant;
import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.ConnectionId;
import dev.ssot.router.protocol.Emission;
import dev.ssot.router.protocol.Event;
import dev.ssot.router.protocol.EventClass;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.Refusal;
import dev.ssot.router.protocol.StreamPosition;
import dev.ssot.router.protocol.UserKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Assertions;

/** The handlers of a simulated world and all that emits, each emission held against the truth. */
final class Application {

  private final World world;
  private final Random random;
  private final Map<String, Line> sessions = new HashMap<>();
  private final Set<String> subscribed = new HashSet<>();
  private final Set<String> doubtful = new HashSet<>();
  private final Map<UserKey, Instant> lastThere = new HashMap<>();
  private int texts;

  Application(World world) {
    this.world = world;
    random = world.random();
  }

  void register(Routes.Builder routes) {
    routes
        .handle("user_message", this::handle)
        .handle("broken", this::handleBadly)
        .handle("topic", this::changeTopic)
        .handle("say", this::say);
  }

  /** The process has died. */
  void forget() {
    sessions.clear();
    subscribed.clear();
    doubtful.clear();
  }

  /** A subscription of who was away for long may have ended. */
  void noteAbsence() {
    for (UserKey user : World.USERS) {
      if (!world.router().connections(user).isEmpty()) {
        noteThere(user);
      } else if (world.isPastRetention(lastThere.getOrDefault(user, Instant.MIN))) {
        world.truth(user).mayBeResumed(false);
        subscribed.stream().filter(key -> key.startsWith(user + " ")).forEach(doubtful::add);
      }
    }
  }

  /** A user has a connection. */
  void noteThere(UserKey user) {
    lastThere.put(user, world.now());
    world.truth(user).mayBeResumed(true);
  }

  /** Emits an event to a user. */
  void emit(UserKey user) {
    Event event = event(Map.of("for", user.toString()));
    Emission emission = world.router().emit(user, event);
    world.note(() -> "emit to " + user + ": " + emission);
    world.faults().examine(() -> requireTrue(user, event, emission));
  }

  /** Sends an event to one connection, which may be anybody's. */
  void send(UserKey user, String id) {
    Payload payload = Payload.of(Map.of("for", user.toString(), "only", id));
    Emission emission =
        world
            .router()
            .send(user, new ConnectionId(id), Event.of("hint", EventClass.EPHEMERAL, payload));
    world.note(() -> "send to " + user + " on " + id + ": " + emission);
    boolean own = world.router().connections(user).contains(new ConnectionId(id));
    Assertions.assertTrue(own || emission instanceof Emission.Refused, "sent to another user");
    if (emission.accepted()) {
      world.clients().stream()
          .flatMap(client -> client.line().stream())
          .filter(line -> line.id().equals(id))
          .forEach(Line::sent);
    }
  }

  /** Publishes to a topic, or to everybody. */
  void publish(Tenant tenant) {
    String topic = random.nextBoolean() ? "" : "t-" + random.nextInt(3);
    Event event = event(Map.of("tenant", tenant.name(), "topic", topic));
    Map<UserKey, Long> before = heads();
    Reach reach = topic.isEmpty() ? tenant.broadcast(event) : tenant.publish(topic, event);
    world.note(() -> "publish to " + tenant.name() + " " + topic + ": " + reach);
    world.faults().examine(() -> requireReached(tenant.name(), topic, before, reach));
  }

  /** A token that proves who somebody is for a connection of the owner. */
  Payload token(String id, Line line, UserKey claims, Instant until) {
    sessions.put(id, line);
    UserKey owner = line.connection().user();
    return Payload.of(
        Map.of(
            "text", id,
            "owner", List.of(owner.tenant(), owner.user()),
            "claims", List.of(claims.tenant(), claims.user()),
            "until", until.toString()));
  }

  /** A token that the verifier fails on. */
  Payload brokenToken(String id, UserKey owner) {
    return Payload.of(Map.of("text", id, "owner", List.of(owner.tenant(), owner.user())));
  }

  Optional<SessionRefresh.Proof> verify(Payload payload) {
    world.work(random.nextInt(2));
    String id = payload.text("text").orElseThrow();
    UserKey owner = user(payload, "owner");
    if (payload.text("until").isEmpty()) {
      world.handled().failed(owner, "auth");
      throw new IllegalStateException("broken on purpose");
    }
    UserKey claims = user(payload, "claims");
    Instant until = Instant.parse(payload.text("until").get());
    world.handled().answered(owner, "auth");
    Line line = sessions.get(id);
    if (line != null && claims.equals(owner) && world.now().isBefore(until)) {
      world.handled().succeeded(owner, "auth", id, id);
      line.renewed(until, world.now());
    }
    return Optional.of(new SessionRefresh.Proof(claims, until));
  }

  private static UserKey user(Payload payload, String field) {
    List<?> names = (List<?>) Objects.requireNonNull(payload.fields().get(field));
    return new UserKey((String) names.get(0), (String) names.get(1));
  }

  private Reply handle(Context context, ClientMessage message) {
    begin(context, message);
    if (random.nextInt(3) == 0) {
      emit(context.user());
    }
    world.work(random.nextInt(3));
    return succeed(context, message);
  }

  private Reply handleBadly(Context context, ClientMessage message) {
    begin(context, message);
    if (random.nextInt(4) == 0) {
      return succeed(context, message);
    }
    world.handled().failed(context.user(), message.type());
    throw new IllegalStateException("broken on purpose");
  }

  private Reply changeTopic(Context context, ClientMessage message) {
    begin(context, message);
    String topic = message.payload().text("topic").orElseThrow();
    String key = context.user() + " " + topic;
    if (message.payload().text("text").orElseThrow().startsWith("leave")) {
      context.unsubscribe(topic);
      subscribed.remove(key);
    } else if (context.subscribe(topic) == Subscription.ACTIVE) {
      subscribed.add(key);
      doubtful.remove(key);
    }
    return succeed(context, message);
  }

  private Reply say(Context context, Tenant tenant, ClientMessage message) {
    begin(context, message);
    world.faults().examine(() -> Assertions.assertEquals(context.user().tenant(), tenant.name()));
    publish(tenant);
    return succeed(context, message);
  }

  private void begin(Context context, ClientMessage message) {
    world.note(() -> "handle " + message.id() + " of " + context.user());
    world
        .faults()
        .examine(
            () ->
                world
                    .handled()
                    .called(context.user(), message.id(), content(message), world.now()));
  }

  private Reply succeed(Context context, ClientMessage message) {
    world.handled().succeeded(context.user(), message.type(), message.id(), content(message));
    return Reply.accepted();
  }

  private static String content(ClientMessage message) {
    return message.payload().text("text").orElseThrow();
  }

  private Event event(Map<String, String> fields) {
    EventClass kind = List.of(EventClass.values()).get(random.nextInt(4));
    Map<String, Object> all = new TreeMap<>(fields);
    all.put("text", "e-" + ++texts + " ");
    return Event.of("note", kind, Payload.of(all));
  }

  private void requireTrue(UserKey user, Event event, Emission emission) {
    if (emission instanceof Emission.Refused refused) {
      Assertions.assertEquals(Refusal.LOG_UNAVAILABLE, refused.reason());
      Assertions.assertTrue(world.journal().isTroubled(user), "refused for no reason");
    } else if (emission instanceof Emission.Delivered delivered) {
      requireLogged(user, event, delivered.position());
    } else if (emission instanceof Emission.Logged logged) {
      requireLogged(user, event, logged.position());
    } else {
      Assertions.fail("not an emission to a user: " + emission);
    }
  }

  private void requireLogged(UserKey user, Event event, StreamPosition position) {
    Entry entry = world.truth(user).at(new Entry.Place(position.epoch(), position.seq()));
    Assertions.assertEquals(event.payload(), entry.payload(), "something else is logged");
  }

  private Map<UserKey, Long> heads() {
    Map<UserKey, Long> heads = new HashMap<>();
    World.USERS.forEach(user -> heads.put(user, (long) world.truth(user).history().size()));
    return heads;
  }

  private void requireReached(String tenant, String topic, Map<UserKey, Long> before, Reach reach) {
    for (UserKey user : World.USERS) {
      long got = world.truth(user).history().size() - before.getOrDefault(user, 0L);
      boolean there = !world.router().connections(user).isEmpty();
      boolean wants = topic.isEmpty() || subscribed.contains(user + " " + topic);
      if (doubtful.contains(user + " " + topic)) {
        continue;
      }
      if (!user.tenant().equals(tenant) || !wants) {
        Assertions.assertEquals(0, got, () -> "an event that is not for " + user);
      } else if (there && !reach.refused().containsKey(user)) {
        Assertions.assertEquals(1, got, () -> "an event that did not reach " + user);
      }
    }
  }
}
