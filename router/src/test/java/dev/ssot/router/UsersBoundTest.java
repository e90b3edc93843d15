package dev.ssot.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.router.limits.ConnectionLimits;
import dev.ssot.router.limits.LogLimits;
import dev.ssot.router.limits.RouterLimits;
import dev.ssot.router.log.InMemoryEventLog;
import dev.ssot.router.protocol.ConnectionId;
import dev.ssot.router.protocol.Emission;
import dev.ssot.router.protocol.Event;
import dev.ssot.router.protocol.Refusal;
import dev.ssot.router.protocol.UserKey;
import dev.ssot.router.run.Run;
import dev.ssot.router.run.RunPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The number of users of whom anything is kept has a bound, which costs nobody who is in. */
class UsersBoundTest {

  private static final int KEPT = 4;
  private static final Duration AGE = Duration.ofMinutes(1);
  private static final RouterLimits LIMITS =
      RouterLimits.standard()
          .withConnections(
              new ConnectionLimits(KEPT, 8, Duration.ofSeconds(10), Duration.ofSeconds(30)))
          .withLog(new LogLimits(2_048, 4L << 20, AGE, 256L << 20, KEPT));

  private final List<Context> contexts = new ArrayList<>();
  private final Bench bench =
      Bench.with(
          LIMITS,
          Routes.builder()
              .handle(
                  "keep",
                  (context, message) -> {
                    contexts.add(context);
                    return Reply.accepted();
                  }));

  @Test
  void letsNobodyNewInAsLongAsAllPlacesAreTaken() {
    fill();

    Handshake more = Handshake.of(Bench.ALICE, new ConnectionId("more"));
    Attachment.Refused refused =
        assertInstanceOf(Attachment.Refused.class, bench.router.attach(more, new Wire()));
    assertEquals(Attachment.Reason.TOO_MANY_USERS, refused.reason());
    assertEquals("The router keeps 4 users; try another node", refused.detail());
    assertTooMany(bench.router.emit(Bench.ALICE, Bench.event("x")));
    Run run = bench.router.startRun(Bench.ALICE, RunPlan.of("s", "guide"));
    assertTooMany(run.started());
    assertEquals(KEPT, bench.router.census().users());
    assertEquals(KEPT, bench.memory.streams());
  }

  @Test
  void keepsToWhatItPromisedToThoseWhoAreIn() {
    fill();

    Bench.Line back = bench.connect(user(0));
    assertTrue(bench.router.emit(user(0), Bench.event("x")).accepted());
    assertEquals(List.of(2L), back.wire().seqs());
    assertTrue(bench.router.emit(user(1), Bench.event("later")).accepted());
  }

  @Test
  void letsOthersInWhenThoseWhoLeftAreForgotten() {
    fill();

    for (int round = 0; round < 3; round++) {
      bench.pass(AGE.plusSeconds(1));
      bench.pass(Duration.ofMinutes(11));
      for (int i = 0; i < KEPT; i++) {
        UserKey other = new UserKey("acme", "r" + round + "-" + i);
        assertTrue(bench.router.emit(other, Bench.event("x")).accepted(), other.toString());
      }
      assertTooMany(bench.router.emit(Bench.ALICE, Bench.event("x")));
    }
  }

  @Test
  void refusesWhatAHandlerAsksForAUserWhoIsForgotten() {
    Bench.Line line = bench.connect(Bench.ALICE);
    line.send(Bench.message("keep", "1"));
    line.connection().detach();
    bench.pass(Duration.ofMinutes(11));
    bench.pass(Duration.ofMinutes(11));
    assertEquals(0, bench.router.census().users());
    fill();

    Context late = contexts.get(0);
    assertTooMany(late.emit(Bench.event("x")));
    assertTooMany(late.startRun("guide").started());
    assertEquals(Subscription.TOO_MANY, late.subscribe("news"));
    assertEquals(
        Refusal.NO_SUCH_CONNECTION,
        assertInstanceOf(Emission.Refused.class, late.send(Bench.event("x"))).reason());
  }

  @Test
  void tellsTheObserverWhatWasRefused() {
    List<String> told = new ArrayList<>();
    RouterObserver observer =
        new RouterObserver() {
          @Override
          public void eventDecided(UserKey user, Event event, Emission outcome) {
            told.add(user.user() + " " + outcome.accepted());
          }
        };
    MessageRouter router =
        MessageRouter.builder(
                LIMITS, bench.clock, new InMemoryEventLog(LIMITS.log(), "told"), Runnable::run)
            .observer(observer)
            .build();

    for (int i = 0; i <= KEPT; i++) {
      router.emit(user(i), Bench.event("x"));
    }

    assertEquals(List.of("u0 true", "u1 true", "u2 true", "u3 true", "u4 false"), told);
  }

  @Test
  void keepsNoMoreWhoeverComesAtTheSameTime() throws Exception {
    int threads = 8;
    int each = 200;
    long events = 0;
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Integer>> accepted = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        accepted.add(
            pool.submit(
                () -> {
                  start.await();
                  int taken = 0;
                  for (int i = 0; i < each; i++) {
                    taken += bench.router.emit(user(i), Bench.event("x")).accepted() ? 1 : 0;
                  }
                  return taken;
                }));
      }
      start.countDown();
      for (Future<Integer> count : accepted) {
        events += count.get();
      }
    } finally {
      pool.shutdownNow();
    }
    assertEquals(KEPT, bench.router.census().users());
    assertEquals(KEPT, bench.memory.streams());
    assertEquals(events, bench.memory.events());
  }

  private void fill() {
    for (int i = 0; i < KEPT; i++) {
      assertTrue(bench.router.emit(user(i), Bench.event("first")).accepted());
    }
  }

  private static UserKey user(int number) {
    return new UserKey("acme", "u" + number);
  }

  private static void assertTooMany(Emission emission) {
    Emission.Refused refused = assertInstanceOf(Emission.Refused.class, emission);
    assertEquals(Refusal.TOO_MANY_USERS, refused.reason());
    assertEquals(
        "The router keeps 4 users and has no place for one more; raise log.users",
        refused.detail());
  }
}
