package dev.ssot.router.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.ssot.router.Handler;
import dev.ssot.router.Reply;
import dev.ssot.router.Routes;
import dev.ssot.router.auth.Authentication;
import dev.ssot.router.limits.ClientLimits;
import dev.ssot.router.limits.InboundLimits;
import dev.ssot.router.limits.Rate;
import dev.ssot.router.limits.RateLimits;
import dev.ssot.router.limits.RouterLimits;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.UserKey;
import dev.ssot.router.server.RouterServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The client and messages that get no answer, against real servers and none. */
class UnansweredTest {

  private static final ClientLimits LIMITS =
      new ClientLimits(
          16,
          Duration.ofMillis(300),
          Duration.ofMillis(20),
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          Duration.ofSeconds(5),
          Duration.ofSeconds(8));

  private final ClientRuntime runtime = ClientRuntime.start();
  private final List<AutoCloseable> open = new ArrayList<>(List.of(runtime));
  private final CountDownLatch end = new CountDownLatch(1);
  private final Recorder recorder = new Recorder();

  @AfterEach
  void closeAll() throws Exception {
    end.countDown();
    for (int i = open.size() - 1; i >= 0; i--) {
      open.get(i).close();
    }
  }

  @Test
  void givesUpAMessageWhoseConnectionStaysOpen() throws Exception {
    RouterClient client = client(server(RouterLimits.standard()), LIMITS, noWaits());
    recorder.awaitNews("LIVE");
    Answer answer = get(client.send("wait", Payload.empty()));
    assertEquals("No answer came in time", assertInstanceOf(Answer.Unknown.class, answer).reason());
    assertFalse(recorder.news().contains("WAITING"), () -> recorder.news().toString());
  }

  @Test
  void givesUpAMessageThatNoConnectionEverCarries() throws Exception {
    RouterClient client = client(closedPort(), LIMITS, noWaits());
    assertInstanceOf(Answer.Unknown.class, get(client.send("wait", Payload.empty())));
    recorder.awaitNews("WAITING", 2);
    assertFalse(recorder.news().contains("CLOSED"), () -> recorder.news().toString());
  }

  @Test
  void hasRoomAgainForWhatWasGivenUp() throws Exception {
    RouterClient client = client(closedPort(), LIMITS, noWaits());
    List<CompletableFuture<Answer>> answers = new ArrayList<>();
    for (int i = 0; i < LIMITS.pending(); i++) {
      answers.add(client.send("wait", Payload.empty()));
    }
    for (CompletableFuture<Answer> answer : answers) {
      assertInstanceOf(Answer.Unknown.class, get(answer));
    }
    assertInstanceOf(Answer.Unknown.class, get(client.send("wait", Payload.empty())));
  }

  /** It is welcomed, sends its message again, has it refused, and is closed with 4429. */
  @Test
  void waitsLongerEachTimeThatItIsSentAwayAfterItsWelcome() throws Exception {
    InboundLimits inbound = RouterLimits.standard().inbound();
    Rate one = new Rate(1, 1);
    RateLimits rates = new RateLimits(one, new Rate(1_000, 1_000), one);
    int port = server(RouterLimits.standard().withInbound(inbound.withRates(rates)));
    BlockingQueue<Long> longest = new LinkedBlockingQueue<>();
    ClientLimits patient =
        new ClientLimits(
            LIMITS.pending(),
            Duration.ofMinutes(5),
            LIMITS.firstDelay(),
            LIMITS.longestDelay(),
            LIMITS.connectWithin(),
            LIMITS.pingAfter(),
            LIMITS.silence());
    var unused = client(port, patient, noting(longest)).send("wait", Payload.empty());
    for (long bound : List.of(40L, 80L, 160L, 320L, 640L)) {
      assertEquals(bound, longest.poll(30, TimeUnit.SECONDS));
    }
  }

  private int server(RouterLimits limits) {
    Handler wait =
        (context, message) -> {
          end.await();
          return Reply.accepted();
        };
    RouterServer server =
        RouterServer.builder(limits)
            .routes(Routes.builder().handle("wait", wait).build())
            .authenticator(
                (credential, now) ->
                    new Authentication.Proved(new UserKey("acme", credential.value()), Instant.MAX))
            .start();
    open.add(server);
    return server.port();
  }

  private RouterClient client(int port, ClientLimits limits, RandomGenerator random) {
    ClientSettings settings =
        new ClientSettings(
            URI.create("ws://localhost:" + port + "/ws"),
            () -> "ssot.token.alice",
            limits,
            RouterLimits.standard(),
            InstantSource.system(),
            random);
    RouterClient client = RouterClient.start(runtime, settings, recorder);
    open.add(client);
    return client;
  }

  private static RandomGenerator noWaits() {
    return noting(new LinkedBlockingQueue<>());
  }

  /** Notes the longest waits that there might be, and has none. */
  private static RandomGenerator noting(BlockingQueue<Long> longest) {
    return new RandomGenerator() {
      @Override
      public long nextLong() {
        throw new UnsupportedOperationException("Only bounded numbers are asked for");
      }

      @Override
      public long nextLong(long bound) {
        longest.add(bound - 1);
        return 0;
      }
    };
  }

  private static int closedPort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  /** The time is only a fail-safe. */
  private static <T> T get(CompletableFuture<T> future) throws Exception {
    return future.get(30, TimeUnit.SECONDS);
  }
}
