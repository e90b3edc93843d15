package dev.ssot.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.router.limits.ConnectionLimits;
import dev.ssot.router.limits.LogLimits;
import dev.ssot.router.limits.Rate;
import dev.ssot.router.limits.RateLimits;
import dev.ssot.router.limits.RouterLimits;
import dev.ssot.router.log.EventLog;
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
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The same promises with real threads, whose interleaving no seed can give. */
class ConcurrencyTest {

  private static final List<UserKey> USERS =
      List.of(
          new UserKey("acme", "alice"),
          new UserKey("acme", "bob"),
          new UserKey("globex", "alice"),
          new UserKey("globex", "bob"));

  private final ExecutorService handlers = Executors.newFixedThreadPool(2);
  private final ExecutorService writers = Executors.newFixedThreadPool(2);
  private final ExecutorService players = Executors.newCachedThreadPool();
  private final SettableClock clock = new SettableClock();
  private final AtomicLong handled = new AtomicLong();
  private final AtomicInteger emitted = new AtomicInteger();

  @AfterEach
  void stop() {
    handlers.shutdownNow();
    writers.shutdownNow();
    players.shutdownNow();
  }

  @Test
  void keepsOrderAndIsolationWhileEverythingHappensAtOnce() throws Exception {
    LogLimits retention = new LogLimits(100_000, 64L << 20, Duration.ofHours(1), 512L << 20);
    RecordingLog log = new RecordingLog(new InMemoryEventLog(retention, "c"), retention);
    MessageRouter router = router(log, retention);
    List<SimulatedClient> clients = new ArrayList<>();
    List<Callable<Void>> plays = new ArrayList<>();
    for (int i = 0; i < 2 * USERS.size(); i++) {
      SimulatedClient client = new SimulatedClient(USERS.get(i % USERS.size()), router, log, true);
      clients.add(client);
      connectAtTheBeginning(client, "begin-" + i);
      int seed = i;
      plays.add(() -> comeAndGo(router, client, new Random(seed)));
    }
    USERS.forEach(user -> plays.add(() -> emit(router, user, 1_500)));
    USERS.forEach(user -> plays.add(() -> emit(router, user, 1_500)));
    USERS.forEach(user -> plays.add(() -> produce(router, user, 60)));
    plays.add(() -> tick(router, 200));
    playAll(plays);
    quiesce();
    clients.forEach(client -> catchUp(client, log));
    for (UserKey user : USERS) {
      assertEquals(3_000, notes(log, user), "accepted events of " + user);
      RunGrammar.check(log.reference(user).history(), true);
    }
    assertTrue(handled.get() > 0, "No message was handled");
    assertEquals(12_000, emitted.get());
  }

  @Test
  void givesAnIdToOneOfTwoWhoAskAtOnce() throws Exception {
    MessageRouter router = Bench.with(RouterLimits.standard()).router;
    int rounds = 20_000;
    AtomicInteger arrivals = new AtomicInteger();
    List<Callable<List<Attachment>>> rivals = new ArrayList<>();
    for (UserKey user : USERS.subList(0, 2)) {
      rivals.add(
          () -> {
            List<Attachment> attempts = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
              ConnectionId id = new ConnectionId("k-" + round);
              meet(arrivals, 4 * round + 2);
              Attachment attempt = router.attach(Handshake.of(user, id), new Wire());
              attempts.add(attempt);
              meet(arrivals, 4 * round + 4);
              if (attempt instanceof Attachment.Attached attached) {
                attached.connection().detach();
              }
            }
            return attempts;
          });
    }
    List<Future<List<Attachment>>> results = players.invokeAll(rivals);
    for (int round = 0; round < rounds; round++) {
      int winners = 0;
      for (Future<List<Attachment>> result : results) {
        winners += result.get().get(round) instanceof Attachment.Attached ? 1 : 0;
      }
      assertEquals(1, winners, "round " + round);
    }
    assertEquals(0, router.census().connections());
  }

  /** Waits for the other one without going to sleep, so that both go on in the same moment. */
  private static void meet(AtomicInteger arrivals, int expected) {
    arrivals.incrementAndGet();
    for (int spins = 1; arrivals.get() < expected; spins++) {
      if (spins % 1_000 == 0) {
        LockSupport.parkNanos(1);
      }
      Thread.onSpinWait();
    }
  }

  @Test
  void losesNoConnectionToAUserWhoIsBeingForgotten() throws Exception {
    LogLimits brief = new LogLimits(600, 4L << 20, Duration.ofSeconds(11), 256L << 20);
    MessageRouter router = router(new InMemoryEventLog(brief, "f"), brief);
    Future<Void> ticking =
        players.submit(
            () -> {
              while (!Thread.currentThread().isInterrupted()) {
                router.tick(clock.advance(Duration.ofSeconds(12)));
              }
              return null;
            });
    UserKey user = USERS.get(0);
    for (int round = 0; round < 20_000; round++) {
      Handshake handshake = Handshake.of(user, new ConnectionId("f-" + round));
      Connection connection =
          assertInstanceOf(Attachment.Attached.class, router.attach(handshake, new Wire()))
              .connection();
      connection.receive(ClientMessage.hello());
      assertInstanceOf(Emission.Delivered.class, router.emit(user, note(user)), "round " + round);
      connection.detach();
    }
    ticking.cancel(true);
    assertEquals(0, router.census().connections());
  }

  /** From here on the client is to get every event of its user. */
  private static void connectAtTheBeginning(SimulatedClient client, String id)
      throws InterruptedException {
    client.connect(id, Integer.MAX_VALUE);
    client.hello();
    while (client.position().isEmpty()) {
      TimeUnit.MILLISECONDS.sleep(1);
      client.read();
    }
    client.leave();
  }

  private Void comeAndGo(MessageRouter router, SimulatedClient client, Random random)
      throws InterruptedException {
    for (int visit = 0; visit < 60; visit++) {
      String id = "k-" + random.nextInt(16);
      if (client.connect(id, Integer.MAX_VALUE) instanceof Attachment.Refused) {
        continue;
      }
      client.hello();
      for (int i = 0; i < 3; i++) {
        client.send(Bench.message("user_message", client.user() + "-" + random.nextInt(500)));
        TimeUnit.MICROSECONDS.sleep(random.nextInt(2_000));
        client.line().orElseThrow().wire().capacity(1 + random.nextInt(50));
        client.line().orElseThrow().reopen(1 + random.nextInt(50));
        steal(router, client, id);
        client.read();
      }
      client.drop(random);
    }
    return null;
  }

  /**
   * The id is open now, unless the router has just closed this very connection. It frees the id
   * before it tells the wire, and by then another client of the same user may hold it; so only the
   * wire of this connection can tell, a moment later.
   */
  private static void steal(MessageRouter router, SimulatedClient client, String id)
      throws InterruptedException {
    Wire thief = new Wire();
    UserKey other = USERS.get((USERS.indexOf(client.user()) + 1) % USERS.size());
    Attachment attempt = router.attach(Handshake.of(other, new ConnectionId(id)), thief);
    if (attempt instanceof Attachment.Attached attached) {
      attached.connection().detach();
      Wire victim = client.line().orElseThrow().wire();
      for (int waited = 0; victim.closed().isEmpty() && waited < 10_000; waited++) {
        TimeUnit.MILLISECONDS.sleep(1);
      }
      assertTrue(victim.closed().isPresent(), "stolen: " + id);
    }
    assertEquals(List.of(), thief.frames());
  }

  private Void emit(MessageRouter router, UserKey user, int events) {
    for (int i = 0; i < events; i++) {
      assertTrue(router.emit(user, note(user)).accepted());
      emitted.incrementAndGet();
    }
    return null;
  }

  private Void produce(MessageRouter router, UserKey user, int runs) {
    for (int i = 0; i < runs; i++) {
      Run run = router.startRun(user, RunPlan.of("s", "guide"));
      OpenTool tool = run.openTool("search", Payload.empty());
      run.think(Thinking.of("hm"));
      tool.completed(Payload.empty());
      run.openTool("left open", Payload.empty());
      assertTrue(run.complete("done").accepted());
    }
    return null;
  }

  private Void tick(MessageRouter router, int times) throws InterruptedException {
    for (int i = 0; i < times; i++) {
      router.tick(clock.advance(Duration.ofMillis(1)));
      TimeUnit.MILLISECONDS.sleep(2);
    }
    return null;
  }

  private void playAll(List<Callable<Void>> plays) throws InterruptedException {
    for (Future<Void> play : players.invokeAll(plays, 60, TimeUnit.SECONDS)) {
      try {
        play.get();
      } catch (ExecutionException failed) {
        throw new AssertionError(failed.getCause());
      }
    }
  }

  private void quiesce() throws InterruptedException {
    handlers.shutdown();
    assertTrue(handlers.awaitTermination(30, TimeUnit.SECONDS));
    writers.shutdown();
    assertTrue(writers.awaitTermination(30, TimeUnit.SECONDS));
  }

  /** The writers have ended, so that from here on whoever causes a frame writes it himself. */
  private static void catchUp(SimulatedClient client, RecordingLog log) {
    client.connect("end-" + System.identityHashCode(client), Integer.MAX_VALUE);
    client.hello();
    client.read();
    RecordingLog.Reference reference = log.reference(client.user());
    assertEquals(
        new StreamPosition(reference.epoch(), reference.newest()), client.position().orElseThrow());
    assertEquals(reference.newest(), client.events(), "events that reached " + client.user());
  }

  private static long notes(RecordingLog log, UserKey user) {
    return log.reference(user).history().stream()
        .filter(event -> event.event().type().equals("note"))
        .count();
  }

  private static Event note(UserKey user) {
    return Event.of("note", EventClass.CRITICAL, Payload.of(Map.of("for", user.toString())));
  }

  private MessageRouter router(EventLog log, LogLimits retention) {
    RouterLimits limits = RouterLimits.standard();
    Rate fast = new Rate(1_000_000, 1_000_000);
    return MessageRouter.builder(
            limits
                .withConnections(
                    new ConnectionLimits(100, 8, Duration.ofDays(9_000), Duration.ofDays(9_000)))
                .withLog(retention)
                .withInbound(limits.inbound().withRates(new RateLimits(fast, fast, fast))),
            clock,
            log,
            handlers)
        .writers(writers)
        .routes(
            Routes.builder()
                .handle(
                    "user_message",
                    (context, message) -> {
                      handled.incrementAndGet();
                      return message.id().startsWith(context.user().toString())
                          ? Reply.accepted()
                          : Reply.rejected("a message of another user");
                    })
                .build())
        .build();
  }
}
