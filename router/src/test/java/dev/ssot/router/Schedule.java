package dev.ssot.router;

import dev.ssot.router.limits.ConnectionLimits;
import dev.ssot.router.limits.LogLimits;
import dev.ssot.router.limits.QueueLimits;
import dev.ssot.router.limits.Rate;
import dev.ssot.router.limits.RateLimits;
import dev.ssot.router.limits.RouterLimits;
import dev.ssot.router.limits.WindowLimits;
import dev.ssot.router.log.InMemoryEventLog;
import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.ConnectionId;
import dev.ssot.router.protocol.Emission;
import dev.ssot.router.protocol.Event;
import dev.ssot.router.protocol.EventClass;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.StreamPosition;
import dev.ssot.router.protocol.UserKey;
import dev.ssot.router.run.OpenTool;
import dev.ssot.router.run.Run;
import dev.ssot.router.run.RunPlan;
import dev.ssot.router.run.Thinking;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Assertions;

/**
 * One random history of a router, the same for the same seed: clients come, go, stall and resume,
 * ids are stolen and used again, handlers and writers run in any order, time passes.
 */
final class Schedule {

  private static final List<UserKey> USERS =
      List.of(
          new UserKey("acme", "alice"), new UserKey("acme", "bob"), new UserKey("globex", "alice"));
  private static final int STEPS = 150;
  private static final int IDS = 6;

  private final Random random;
  private final SettableClock clock = new SettableClock();
  private final List<Runnable> tasks = new ArrayList<>();
  private final InMemoryEventLog memory;
  private final RecordingLog log;
  private final MessageRouter router;
  private final List<SimulatedClient> clients = new ArrayList<>();
  private final Map<String, Integer> handled = new HashMap<>();
  private final Map<StreamPosition, String> emitted = new HashMap<>();
  private final List<Run> runs = new ArrayList<>();
  private final List<OpenTool> tools = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private int texts;

  Schedule(long seed) {
    random = new Random(seed);
    RouterLimits limits = limits();
    memory = new InMemoryEventLog(limits.log(), "s" + seed);
    log = new RecordingLog(memory, limits.log());
    router =
        MessageRouter.builder(limits, clock, log, tasks::add)
            .writers(tasks::add)
            .routes(
                Routes.builder()
                    .handle("user_message", this::handle)
                    .handle("broken", this::fail)
                    .build())
            .build();
    for (int i = 0; i < 2 * USERS.size(); i++) {
      clients.add(new SimulatedClient(USERS.get(i % USERS.size()), router, log, false));
    }
  }

  /** Plays the history and fails at the first promise that is broken. */
  long play() {
    for (int step = 0; step < STEPS; step++) {
      step();
      Assertions.assertEquals(List.of(), faults);
      clients.stream().filter(c -> c.line().isPresent()).forEach(this::maybeRead);
    }
    settle();
    everybodyCatchesUp();
    everythingIsAnswered();
    USERS.forEach(this::requireStream);
    everybodyLeaves();
    Assertions.assertEquals(List.of(), faults);
    return clients.stream().mapToLong(SimulatedClient::events).sum();
  }

  private void step() {
    SimulatedClient client = pick(clients);
    switch (random.nextInt(16)) {
      case 0, 1, 2 -> emit(pick(USERS));
      case 3, 4 -> connect(client);
      case 5 -> client.line().ifPresent(line -> client.drop(random));
      case 6 -> client.line().ifPresent(line -> line.wire().capacity(random.nextInt(6)));
      case 7 -> client.line().ifPresent(line -> line.reopen(1 + random.nextInt(8)));
      case 8, 9 -> client.line().ifPresent(line -> client.send(message()));
      case 10 -> disturb(client);
      case 11 -> steal();
      case 12 -> pass(random.nextInt(20) == 0 ? 45_000 : random.nextInt(3_000));
      case 13 -> produce();
      default -> work(1 + random.nextInt(4));
    }
  }

  private void emit(UserKey user) {
    String text = "e-" + ++texts;
    EventClass eventClass = pick(List.of(EventClass.values()));
    Payload payload = Payload.of(Map.of("for", user.toString(), "text", text));
    Emission emission = router.emit(user, Event.of("note", eventClass, payload));
    if (emission instanceof Emission.Delivered delivered) {
      emitted.put(delivered.position(), text);
    } else if (emission instanceof Emission.Logged logged) {
      emitted.put(logged.position(), text);
    } else {
      faults.add(emission.toString());
    }
  }

  private void connect(SimulatedClient client) {
    if (client.line().isPresent()) {
      if (!client.isClosed()) {
        return;
      }
      client.drop(random);
    }
    String id = "k-" + random.nextInt(IDS);
    boolean taken = isOpen(id);
    Attachment attachment =
        client.connect(id, random.nextInt(3) == 0 ? 1 + random.nextInt(4) : Integer.MAX_VALUE);
    Assertions.assertEquals(taken, attachment instanceof Attachment.Refused, attachment.toString());
    if (!taken) {
      client.hello();
    }
  }

  /** Another user, or the same one, attaches under an id that is open. */
  private void steal() {
    Wire thief = new Wire();
    for (int i = 0; i < IDS; i++) {
      String id = "k-" + i;
      if (isOpen(id)) {
        Handshake handshake = Handshake.of(pick(USERS), new ConnectionId(id));
        Assertions.assertTrue(
            router.attach(handshake, thief) instanceof Attachment.Refused, "stolen: " + id);
      }
    }
    Assertions.assertEquals(List.of(), thief.frames());
  }

  /** Late calls on connections that are gone. */
  private void disturb(SimulatedClient client) {
    for (Bench.Line old : client.past()) {
      int frames = old.wire().frames().size();
      old.send(message());
      old.connection().writable();
      old.connection().detach();
      Assertions.assertEquals(frames, old.wire().frames().size());
    }
  }

  private ClientMessage message() {
    String id = "c-" + random.nextInt(40);
    Payload payload = Payload.of(Map.of("text", id));
    return switch (random.nextInt(10)) {
      case 0 -> ClientMessage.of("no_such_type", "x-" + id, payload);
      case 1 -> ClientMessage.of("broken", "b-" + id, payload);
      case 2 -> ClientMessage.of("user_message", id, Payload.of(Map.of("text", "another")));
      case 3 ->
          ClientMessage.of("user_message", "f-" + id, Payload.of(Map.of("user_id", "mallory")));
      default -> ClientMessage.of("user_message", id, payload);
    };
  }

  private Reply handle(Context context, ClientMessage message) {
    noteHandled(context, message);
    if (random.nextInt(3) == 0) {
      emit(context.user());
    }
    return Reply.accepted();
  }

  private Reply fail(Context context, ClientMessage message) {
    noteHandled(context, message);
    throw new IllegalStateException("broken on purpose");
  }

  /**
   * What goes wrong in a handler is kept, as the router would take it for the handler's failure.
   */
  private void noteHandled(Context context, ClientMessage message) {
    int times = handled.merge(context.user() + " " + message.id(), 1, Integer::sum);
    if (times != 1 || message.id().startsWith("f-")) {
      faults.add(message + " was handled the " + times + ". time");
    }
  }

  private void produce() {
    if (runs.isEmpty() || random.nextInt(4) == 0) {
      runs.add(router.startRun(pick(USERS), RunPlan.of("s", "guide")));
      return;
    }
    Run run = pick(runs);
    switch (random.nextInt(6)) {
      case 0 -> run.think(Thinking.of("hm"));
      case 1, 2 -> tools.add(run.openTool("search", Payload.empty()));
      case 3 -> run.complete("done");
      case 4 -> run.fail("broken");
      default -> {
        if (!tools.isEmpty()) {
          pick(tools).completed(Payload.empty());
        }
      }
    }
  }

  private void pass(int millis) {
    router.tick(clock.advance(Duration.ofMillis(millis)));
  }

  private void work(int most) {
    for (int i = 0; i < most && !tasks.isEmpty(); i++) {
      tasks.remove(random.nextInt(tasks.size())).run();
    }
  }

  private void settle() {
    while (!tasks.isEmpty()) {
      work(100);
    }
  }

  private void maybeRead(SimulatedClient client) {
    if (random.nextInt(3) == 0) {
      client.read();
    }
  }

  private void everybodyCatchesUp() {
    for (SimulatedClient client : clients) {
      client.line().ifPresent(line -> client.drop(random));
      while (client.connect("end-" + random.nextInt(), Integer.MAX_VALUE)
          instanceof Attachment.Refused) {
        settle();
      }
      client.hello();
      settle();
      client.read();
      RecordingLog.Reference reference = log.reference(client.user());
      Assertions.assertEquals(
          new StreamPosition(reference.epoch(), reference.newest()),
          client.position().orElseThrow(),
          "the last position after catching up");
    }
  }

  private void everythingIsAnswered() {
    for (SimulatedClient client : clients) {
      for (int i = 0; i < 40; i++) {
        client.send(
            ClientMessage.of("user_message", "c-" + i, Payload.of(Map.of("text", "c-" + i))));
        settle();
      }
      client.read();
      client.requireAnswers();
    }
    for (UserKey user : USERS) {
      for (int i = 0; i < 40; i++) {
        Assertions.assertEquals(1, handled.get(user + " c-" + i), user + " c-" + i);
      }
    }
  }

  private void requireStream(UserKey user) {
    log.reference(user)
        .history()
        .forEach(
            event ->
                event
                    .event()
                    .payload()
                    .text("text")
                    .ifPresent(
                        text -> Assertions.assertEquals(emitted.get(event.position()), text)));
    RunGrammar.check(log.reference(user).history(), false);
  }

  private void everybodyLeaves() {
    clients.forEach(SimulatedClient::leave);
    for (int i = 0; i < 5; i++) {
      pass(1_000_000);
      settle();
    }
    USERS.forEach(user -> RunGrammar.check(log.reference(user).history(), true));
    pass(86_500_000);
    Assertions.assertTrue(router.census().isEmpty(), router.census().toString());
    Assertions.assertEquals(0, memory.streams());
    Assertions.assertEquals(0, memory.bytes());
  }

  private boolean isOpen(String id) {
    return USERS.stream().anyMatch(user -> router.connections(user).contains(new ConnectionId(id)));
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static RouterLimits limits() {
    RouterLimits limits = RouterLimits.standard();
    Rate fast = new Rate(100_000, 100_000);
    return limits
        .withConnections(new ConnectionLimits(20, 3, Duration.ofSeconds(10), Duration.ofSeconds(2)))
        .withQueue(new QueueLimits(6, 10_000, 8, Duration.ofSeconds(4), 3, 3))
        .withLog(new LogLimits(30, 1 << 20, Duration.ofSeconds(40), 64L << 20))
        .withInbound(
            limits
                .inbound()
                .withRates(new RateLimits(fast, fast, 10))
                .withWindow(new WindowLimits(200, Duration.ofMinutes(10))));
  }
}
