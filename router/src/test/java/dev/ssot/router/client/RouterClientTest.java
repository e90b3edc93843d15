package dev.ssot.router.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.router.Handler;
import dev.ssot.router.Reply;
import dev.ssot.router.Routes;
import dev.ssot.router.auth.Authentication;
import dev.ssot.router.limits.ClientLimits;
import dev.ssot.router.limits.LogLimits;
import dev.ssot.router.limits.Rate;
import dev.ssot.router.limits.RateLimits;
import dev.ssot.router.limits.RouterLimits;
import dev.ssot.router.protocol.Event;
import dev.ssot.router.protocol.EventClass;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.UserKey;
import dev.ssot.router.run.Run;
import dev.ssot.router.server.RouterServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The client against a real server, through a proxy that cuts. */
class RouterClientTest {

  private static final UserKey ALICE = new UserKey("acme", "alice");
  private static final ClientLimits LIMITS =
      new ClientLimits(
          16,
          Duration.ofMinutes(5),
          Duration.ofMillis(20),
          Duration.ofMillis(200),
          Duration.ofSeconds(10),
          Duration.ofSeconds(5),
          Duration.ofSeconds(8));

  private final ClientRuntime runtime = ClientRuntime.start();
  private final List<AutoCloseable> open = new ArrayList<>(List.of(runtime));
  private final AtomicInteger handled = new AtomicInteger();

  @AfterEach
  void closeAll() throws Exception {
    for (int i = open.size() - 1; i >= 0; i--) {
      open.get(i).close();
    }
  }

  @Test
  void carriesAMessageToItsAnswer() throws Exception {
    RouterServer server = server(RouterLimits.standard());
    Recorder recorder = new Recorder();
    RouterClient client = client(server.port(), "alice", recorder);
    assertEquals(new Answer.Accepted(), get(client.send("user_message", Payload.empty())));
    recorder.awaitEvents(4);
    assertEquals(
        List.of("agent_started", "tool_executing", "tool_completed", "agent_completed"),
        recorder.types());
  }

  @Test
  void tellsWhyAMessageWasNotAccepted() throws Exception {
    RouterClient client = client(server(RouterLimits.standard()).port(), "alice", new Recorder());
    Answer answer = get(client.send("unheard_of", Payload.empty()));
    assertEquals("unknown_type", assertInstanceOf(Answer.Refused.class, answer).code());
  }

  @Test
  void handsOverEveryEventOnceAlthoughTheConnectionIsCutWithinFrames() throws Exception {
    RouterServer server = server(RouterLimits.standard());
    CuttingProxy proxy =
        keep(new CuttingProxy(server.port(), CuttingProxy.somewhere(17, 60, 2_000)));
    Recorder recorder = new Recorder();
    RouterClient client = client(proxy.port(), "alice", recorder);
    recorder.awaitNews("LIVE");
    for (int i = 1; i <= 600; i++) {
      server.router().emit(ALICE, event(i));
    }
    recorder.awaitEvents(600);
    assertEquals(LongStream.rangeClosed(1, 600).boxed().toList(), recorder.seqs());
    assertTrue(proxy.cuts() > 10, "Only cut " + proxy.cuts());
    ClientFigures figures = get(client.figures());
    assertEquals(figures.connections() - 1, figures.resumed());
    assertEquals(0, figures.gaps());
  }

  @Test
  void hasEveryMessageHandledOnceAlthoughConnectionsAreCut() throws Exception {
    RouterServer server = server(fast(RouterLimits.standard()));
    CuttingProxy proxy =
        keep(new CuttingProxy(server.port(), CuttingProxy.somewhere(23, 40, 1_500)));
    RouterClient client = client(proxy.port(), "alice", new Recorder());
    for (int i = 0; i < 100; i++) {
      assertEquals(new Answer.Accepted(), get(client.send("count", Payload.empty())));
    }
    assertEquals(100, handled.get());
    assertTrue(proxy.cuts() > 5, "Only cut " + proxy.cuts());
  }

  @Test
  void waitsAndSendsAgainWhenItIsTooFast() throws Exception {
    RateLimits slow = new RateLimits(new Rate(3, 20), new Rate(3, 20), new Rate(100, 1));
    RouterLimits limits = RouterLimits.standard();
    RouterServer server = server(limits.withInbound(limits.inbound().withRates(slow)));
    RouterClient client = client(server.port(), "alice", new Recorder());
    List<CompletableFuture<Answer>> answers = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      answers.add(client.send("count", Payload.empty()));
    }
    for (CompletableFuture<Answer> answer : answers) {
      assertEquals(new Answer.Accepted(), get(answer));
    }
    assertEquals(12, handled.get());
    assertEquals(1, get(client.figures()).connections());
  }

  @Test
  void refusesMoreThanMayBePending() throws Exception {
    RouterClient client = client(closedPort(), "alice", new Recorder());
    for (int i = 0; i < LIMITS.pending(); i++) {
      var unused = client.send("count", Payload.empty());
    }
    Answer answer = get(client.send("count", Payload.empty()));
    assertEquals("too_many_pending", assertInstanceOf(Answer.Refused.class, answer).code());
  }

  @Test
  void comesBackToANewServerAndSaysWhatIsLost() throws Exception {
    RouterServer first = server(RouterLimits.standard());
    CuttingProxy proxy = keep(new CuttingProxy(first.port(), CuttingProxy.NEVER));
    int port = proxy.port();
    Recorder recorder = new Recorder();
    client(port, "alice", recorder);
    recorder.awaitNews("LIVE");
    first.router().emit(ALICE, event(1));
    recorder.awaitEvents(1);
    RouterServer second = server(RouterLimits.standard());
    second.router().emit(ALICE, event(2));
    proxy.turnTo(second.port());
    proxy.cutAll();
    recorder.awaitNews("lost other_epoch");
    recorder.awaitEvents(2);
    assertEquals(List.of(1L, 1L), recorder.seqs());
  }

  @Test
  void saysWhatIsPastRetention() throws Exception {
    RouterLimits limits = RouterLimits.standard();
    LogLimits small = new LogLimits(512, 4L << 20, Duration.ofMinutes(10), 256L << 20);
    RouterServer server = server(limits.withLog(small));
    CuttingProxy proxy = keep(new CuttingProxy(server.port(), CuttingProxy.NEVER));
    Recorder recorder = new Recorder();
    client(proxy.port(), "alice", recorder);
    recorder.awaitNews("LIVE");
    server.router().emit(ALICE, event(0));
    recorder.awaitEvents(1);
    proxy.refuse(true);
    proxy.cutAll();
    recorder.awaitNews("WAITING");
    for (int i = 1; i <= 600; i++) {
      server.router().emit(ALICE, event(i));
    }
    proxy.refuse(false);
    recorder.awaitNews("lost past_retention");
    recorder.awaitEvents(1 + 512);
    assertEquals(LongStream.rangeClosed(90, 601).boxed().toList(), recorder.seqs().subList(1, 513));
  }

  @Test
  void comesBackAfterADrain() throws Exception {
    RouterServer first = server(RouterLimits.standard());
    CuttingProxy proxy = keep(new CuttingProxy(first.port(), CuttingProxy.NEVER));
    Recorder recorder = new Recorder();
    client(proxy.port(), "alice", recorder);
    recorder.awaitNews("LIVE");
    proxy.turnTo(server(RouterLimits.standard()).port());
    assertTrue(first.drain());
    recorder.awaitNews("service draining");
    recorder.awaitNews("LIVE", 2);
  }

  @Test
  void endsWhenItIsNeverLetIn() throws Exception {
    RouterServer server = server(RouterLimits.standard());
    Recorder recorder = new Recorder();
    RouterClient client = client(server.port(), "bad", recorder);
    CompletableFuture<Answer> answer = client.send("count", Payload.empty());
    recorder.awaitNews("CLOSED");
    assertInstanceOf(Answer.Unknown.class, get(answer));
    assertInstanceOf(Answer.Unknown.class, get(client.send("count", Payload.empty())));
  }

  @Test
  void endsWhenANewerConnectionReplacesIt() throws Exception {
    RouterServer server = server(RouterLimits.standard());
    Recorder recorder = new Recorder();
    client(server.port(), "alice", recorder);
    recorder.awaitNews("LIVE");
    for (int i = 0; i < RouterLimits.standard().connections().perUser(); i++) {
      Recorder later = new Recorder();
      client(server.port(), "alice", later);
      later.awaitNews("LIVE");
    }
    recorder.awaitNews("CLOSED");
  }

  @Test
  void givesUpAConnectionThatHasGoneSilent() throws Exception {
    RouterServer server = server(RouterLimits.standard());
    CuttingProxy proxy = keep(new CuttingProxy(server.port(), CuttingProxy.NEVER));
    Recorder recorder = new Recorder();
    ClientLimits impatient =
        new ClientLimits(
            16,
            LIMITS.resendWithin(),
            LIMITS.firstDelay(),
            LIMITS.longestDelay(),
            LIMITS.connectWithin(),
            Duration.ofMillis(200),
            Duration.ofMillis(600));
    client(proxy.port(), "alice", recorder, impatient);
    recorder.awaitNews("LIVE");
    proxy.swallow(true);
    recorder.awaitNews("WAITING");
    proxy.swallow(false);
    server.router().emit(ALICE, event(1));
    recorder.awaitEvents(1);
  }

  private RouterServer server(RouterLimits limits) {
    Handler answer =
        (context, message) -> {
          Run run = context.startRun("guide");
          run.openTool("search", message.payload()).completed(Payload.empty());
          run.complete("It is sunny.");
          return Reply.accepted();
        };
    Handler count =
        (context, message) -> {
          handled.incrementAndGet();
          return Reply.accepted();
        };
    return keep(
        RouterServer.builder(limits)
            .routes(Routes.builder().handle("user_message", answer).handle("count", count).build())
            .authenticator(
                (credential, now) ->
                    credential.value().startsWith("bad")
                        ? new Authentication.Denied("bad")
                        : new Authentication.Proved(
                            new UserKey("acme", credential.value()), Instant.MAX))
            .start());
  }

  private static RouterLimits fast(RouterLimits limits) {
    RateLimits rates =
        new RateLimits(new Rate(1_000, 1_000), new Rate(1_000, 1_000), new Rate(100, 1));
    return limits.withInbound(limits.inbound().withRates(rates));
  }

  private RouterClient client(int port, String user, Recorder recorder) {
    return client(port, user, recorder, LIMITS);
  }

  private RouterClient client(int port, String user, Recorder recorder, ClientLimits limits) {
    URI address = URI.create("ws://localhost:" + port + "/ws");
    ClientSettings settings = ClientSettings.of(address, () -> "ssot.token." + user);
    return keep(RouterClient.start(runtime, settings.withLimits(limits), recorder));
  }

  private static int closedPort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  private static Event event(int number) {
    return Event.of(
        "note", EventClass.CRITICAL, Payload.of(Map.of("n", number, "text", "x".repeat(100))));
  }

  /** The time is only a fail-safe. */
  private static <T> T get(CompletableFuture<T> future) throws Exception {
    return future.get(30, TimeUnit.SECONDS);
  }

  private <C extends AutoCloseable> C keep(C closeable) {
    open.add(closeable);
    return closeable;
  }
}
