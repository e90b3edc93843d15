package dev.ssot.router.simulation;

import dev.ssot.router.Attachment;
import dev.ssot.router.Handshake;
import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.CloseCode;
import dev.ssot.router.protocol.ConnectionId;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.UserKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Assertions;

/** One random history: what happens, step by step. */
final class Schedule {

  private static final int STEPS = 150;
  private static final int IDS = 7;
  private static final int MESSAGES = 5;

  private final Random random;
  private final World world;
  private final Producer producer;
  private int names;

  Schedule(long seed, Trace trace) {
    random = new Random(seed);
    world = new World(random, trace);
    producer = new Producer(world);
  }

  /** Plays the history and its end, and fails at the first promise that is broken. */
  long play() {
    for (int step = 0; step < STEPS; step++) {
      step();
      world.faults().requireNone();
      world.clients().forEach(this::maybeRead);
    }
    return new Ending(world, random).play();
  }

  private void step() {
    Client client = pick(world.clients());
    switch (random.nextInt(34)) {
      case 0, 1, 2 -> world.application().emit(pick(World.USERS));
      case 3, 4, 5 -> connect(client);
      case 6 -> drop(client);
      case 7 -> client.line().ifPresent(line -> line.narrow(random.nextInt(6)));
      case 8 -> client.line().ifPresent(line -> line.widen(1 + random.nextInt(8)));
      case 9, 10, 11 -> send(client, message());
      case 12 -> disturb(client);
      case 13 -> steal();
      case 14, 15 -> world.pass(Duration.ofMillis(millis()));
      case 16, 17 -> producer.produce();
      case 18 -> world.application().send(pick(World.USERS), id());
      case 19 -> world.application().publish(world.router().tenant(pick(World.USERS).tenant()));
      case 20 -> refresh(client);
      case 21 -> quiet();
      case 22 -> rare(client);
      case 23, 24 -> connect(client);
      case 25, 26, 27 -> send(client, message());
      case 28 -> sendOnBoth(client.user());
      default -> world.work(1 + random.nextInt(4));
    }
  }

  private void rare(Client client) {
    switch (random.nextInt(12)) {
      case 0 -> flood(client);
      case 1 -> crash(true);
      case 2 -> crash(false);
      case 3 -> world.loseLog();
      case 4 -> misbehave(client);
      default -> {
        Journal.Fault fault =
            world.journal().works() ? pick(List.of(Journal.Fault.values())) : Journal.Fault.NONE;
        world.note(() -> "the log: " + fault);
        world.journal().fail(fault);
      }
    }
  }

  private void crash(boolean keepLog) {
    world.crash(keepLog);
    producer.forget();
  }

  private int millis() {
    return random.nextInt(20) == 0 ? 45_000 : random.nextInt(3_000);
  }

  private void connect(Client client) {
    if (client.line().isPresent()) {
      if (!client.isEnded()) {
        return;
      }
      drop(client);
    }
    String id = id();
    Instant expires =
        random.nextInt(4) == 0 ? world.now().plusSeconds(1 + random.nextInt(20)) : Instant.MAX;
    boolean free = !world.isOpen(id);
    if (free) {
      replaceOldest(client.user());
    }
    world.note(() -> client.user() + " connects as " + id + (free ? "" : ", which is taken"));
    client.connect(world.router(), id, expires, free);
    if (free && random.nextInt(3) == 0) {
      client.line().ifPresent(line -> line.narrow(1 + random.nextInt(4)));
    }
    if (free && random.nextInt(12) != 0) {
      client.hello(!world.journal().isTroubled(client.user()));
    }
  }

  /** One connection more than a user may have costs him his oldest. */
  private void replaceOldest(UserKey user) {
    List<ConnectionId> open = List.copyOf(world.router().connections(user));
    if (open.size() >= world.routerLimits().connections().perUser()) {
      world.clients().stream()
          .filter(client -> client.user().equals(user))
          .flatMap(client -> client.line().stream())
          .filter(line -> line.id().equals(open.get(0).value()))
          .forEach(line -> line.mayEnd(CloseCode.REPLACED));
    }
  }

  private void drop(Client client) {
    client
        .line()
        .ifPresent(
            line -> {
              world.note(() -> client.user() + " drops " + line.id());
              client.read(random.nextInt(1 + line.unread()));
              client.drop();
            });
  }

  private void send(Client client, ClientMessage message) {
    if (client.line().filter(Line::isGreeted).isPresent()) {
      world.note(() -> client.user() + " sends " + message.id());
      client.send(message);
    }
  }

  /** Two devices of a user send the same message at once. */
  private void sendOnBoth(UserKey user) {
    ClientMessage message = message();
    world.clients().stream()
        .filter(client -> client.user().equals(user))
        .forEach(client -> send(client, message));
  }

  private ClientMessage message() {
    String id = "c-" + random.nextInt(MESSAGES);
    String own = "-" + ++names;
    return switch (random.nextInt(12)) {
      case 0 -> ClientMessage.of("no_such_type", "x" + own, text(own));
      case 1, 2, 11 -> ClientMessage.of("broken", "b" + own, text(own));
      case 3 -> ClientMessage.of("user_message", id, text("another"));
      case 4 ->
          ClientMessage.of(
              "user_message", "f" + own, Payload.of(Map.of("user_id", "mallory", "text", own)));
      case 5 -> topic("join");
      case 6 -> topic("leave");
      case 7 -> ClientMessage.of("say", "t" + own, text(own));
      default -> ClientMessage.of("user_message", id, text(id));
    };
  }

  private ClientMessage topic(String what) {
    Payload payload = Payload.of(Map.of("text", what + names, "topic", "t-" + random.nextInt(3)));
    return ClientMessage.of("topic", "s-" + names, payload);
  }

  private static Payload text(String text) {
    return Payload.of(Map.of("text", text));
  }

  private void refresh(Client client) {
    client
        .line()
        .filter(Line::isGreeted)
        .ifPresent(
            line -> {
              UserKey claims = random.nextInt(4) == 0 ? pick(World.USERS) : client.user();
              Instant until = world.now().plusSeconds(5 + random.nextInt(60));
              String id = "a-" + ++names;
              Payload token =
                  random.nextInt(8) == 0
                      ? world.application().brokenToken(id, client.user())
                      : world.application().token(id, line, claims, until);
              send(client, ClientMessage.of("auth", id, token));
            });
  }

  private void flood(Client client) {
    client.mayEnd(CloseCode.TOO_FAST);
    world.note(() -> client.user() + " floods");
    for (int i = 0; i < 60 && client.line().filter(Line::isGreeted).isPresent(); i++) {
      client.send(ClientMessage.of("ping", "", Payload.empty()));
    }
  }

  private void misbehave(Client client) {
    client.mayEnd(CloseCode.PROTOCOL);
    world.note(() -> client.user() + " says hello out of turn");
    if (client.line().filter(Line::isGreeted).isPresent()) {
      client.send(ClientMessage.of("hello", "h-" + ++names, Payload.empty()));
    }
  }

  /** Late calls on connections that are gone. */
  private void disturb(Client client) {
    for (Line old : client.past()) {
      int arrived = old.unread();
      old.connection().receive(message());
      old.connection().writable();
      old.connection().detach();
      Assertions.assertEquals(arrived, old.unread(), "a frame on a connection that is gone");
    }
  }

  /** Somebody attaches under ids that are open. */
  private void steal() {
    for (int i = 0; i < IDS; i++) {
      String id = "k-" + i;
      if (world.isOpen(id)) {
        Line thief = new Line(id, Instant.MAX, world);
        Handshake handshake = Handshake.of(pick(World.USERS), new ConnectionId(id));
        Assertions.assertInstanceOf(
            Attachment.Refused.class, world.router().attach(handshake, thief), "stolen: " + id);
      }
    }
  }

  /** Everything that was begun is finished; whoever reads has everything. */
  private void quiet() {
    world.note(() -> "all is quiet");
    world.settle();
    new Quiet(world).check();
  }

  private void maybeRead(Client client) {
    if (client.line().isPresent() && random.nextInt(3) == 0) {
      client.read(World.MANY);
    }
  }

  private String id() {
    return "k-" + random.nextInt(IDS);
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
