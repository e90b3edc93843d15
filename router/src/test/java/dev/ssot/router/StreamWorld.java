package dev.ssot.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.router.limits.RouterLimits;
import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.ConnectionId;
import dev.ssot.router.protocol.Event;
import dev.ssot.router.protocol.EventClass;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.UserKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A router and the devices of a few users, and what the promises say about every event: who may see
 * it, and who must. Events are numbered as they are emitted, all of them critical.
 */
final class StreamWorld {

  static final int DEVICES = 6;

  private static final List<UserKey> USERS =
      List.of(
          new UserKey("acme", "alice"),
          new UserKey("acme", "bob"),
          new UserKey("globex", "alice"),
          new UserKey("globex", "bob"));

  private final Set<String> subscribed = new HashSet<>();
  private final Bench bench =
      Bench.with(RouterLimits.standard(), Routes.builder().handle("subscribe", this::subscribe));
  private final List<StreamDevice> devices = new ArrayList<>();
  private final Map<Long, Set<UserKey>> may = new TreeMap<>();
  private final Map<Long, Set<UserKey>> must = new TreeMap<>();
  private long emitted;

  /** What may happen next. */
  enum Kind {
    CONNECT,
    CUT,
    EMIT,
    EMIT_TO_ALL,
    SUBSCRIBE,
    PUBLISH,
    STALL,
    READ_ON,
    TAKE_OVER,
    SPEAK_LATE,
    PASS
  }

  /** One thing that happens: to a device, with a number that says how. */
  record Step(Kind kind, int device, int how) {}

  StreamWorld() {
    for (int i = 0; i < DEVICES; i++) {
      devices.add(new StreamDevice(bench, USERS.get(i % USERS.size()), "k-" + i));
    }
  }

  void take(Step step) {
    StreamDevice device = devices.get(step.device());
    switch (step.kind()) {
      case CONNECT -> device.connect();
      case CUT -> device.cut();
      case EMIT -> emit(USERS.get(step.how()));
      case EMIT_TO_ALL -> broadcast(device.user().tenant());
      case SUBSCRIBE -> device.send("subscribe", topic(step.how()));
      case PUBLISH -> publish(device.user().tenant(), topic(step.how()));
      case STALL -> device.stall(step.how());
      case READ_ON -> device.readOn();
      case TAKE_OVER -> takeOver(device, USERS.get(step.how()));
      case SPEAK_LATE -> device.speakLate();
      case PASS -> bench.pass(Duration.ofMillis(700));
    }
  }

  /** Everybody comes back and reads on; then everything that was promised must have happened. */
  void end() {
    devices.forEach(StreamDevice::cut);
    devices.forEach(StreamDevice::connect);
    for (StreamDevice device : devices) {
      device.cut();
      device.requireWhole();
      device.numbers().forEach(number -> requireMaySee(device.user(), number));
      must.forEach((number, users) -> requireSaw(device, number, users));
    }
    for (UserKey user : USERS) {
      requireOneStream(user);
    }
  }

  private void emit(UserKey user) {
    Event event = event(Set.of(user), Set.of(user));
    assertTrue(bench.router.emit(user, event).accepted());
  }

  private void broadcast(String tenant) {
    Set<UserKey> there = new HashSet<>();
    devices.stream().filter(StreamDevice::isOpen).forEach(device -> there.add(device.user()));
    there.removeIf(user -> !user.tenant().equals(tenant));
    Event event = event(in(tenant), there);
    assertEquals(Map.of(), bench.router.tenant(tenant).broadcast(event).refused());
  }

  private void publish(String tenant, String topic) {
    Set<UserKey> wanting = in(tenant);
    wanting.removeIf(user -> !subscribed.contains(user + topic));
    Event event = event(wanting, wanting);
    assertEquals(Map.of(), bench.router.tenant(tenant).publish(topic, event).refused());
  }

  /** Somebody attaches under the id of an open connection. */
  private void takeOver(StreamDevice device, UserKey thief) {
    if (device.isOpen()) {
      Attachment answer =
          bench.router.attach(Handshake.of(thief, new ConnectionId(device.id())), new Wire());
      assertInstanceOf(Attachment.Refused.class, answer);
    }
  }

  private Reply subscribe(Context context, ClientMessage message) {
    String topic = message.payload().text("topic").orElseThrow();
    assertEquals(Subscription.ACTIVE, context.subscribe(topic));
    subscribed.add(context.user() + topic);
    return Reply.accepted();
  }

  private Event event(Set<UserKey> allowed, Set<UserKey> wanted) {
    long number = ++emitted;
    may.put(number, Set.copyOf(allowed));
    must.put(number, Set.copyOf(wanted));
    devices.forEach(device -> device.emitted(number));
    return Event.of("note", EventClass.CRITICAL, Payload.of(Map.of("n", number)));
  }

  private void requireMaySee(UserKey user, long number) {
    assertTrue(may.getOrDefault(number, Set.of()).contains(user), () -> user + " saw " + number);
  }

  /** A device has a right to what came after its first welcome. */
  private static void requireSaw(StreamDevice device, long number, Set<UserKey> users) {
    if (users.contains(device.user()) && device.isOwed(number)) {
      assertTrue(device.numbers().contains(number), () -> device.user() + " never saw " + number);
    }
  }

  /** What one device sees at a place, each sees there; and later places have later events. */
  private void requireOneStream(UserKey user) {
    TreeMap<Long, Long> stream = new TreeMap<>();
    for (StreamDevice device : devices) {
      if (device.user().equals(user)) {
        device
            .seen()
            .forEach((seq, number) -> assertEquals(number, stream.merge(seq, number, Long::min)));
      }
    }
    List<Long> numbers = List.copyOf(stream.values());
    assertEquals(List.copyOf(new TreeSet<>(numbers)), numbers, () -> "the stream of " + user);
  }

  private static Set<UserKey> in(String tenant) {
    Set<UserKey> users = new HashSet<>(USERS);
    users.removeIf(user -> !user.tenant().equals(tenant));
    return users;
  }

  private static String topic(int how) {
    return "t-" + how % 2;
  }
}
