package dev.ssot.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.router.limits.RouterLimits;
import dev.ssot.router.protocol.UserKey;
import dev.ssot.router.run.RunPlan;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is left when everybody has gone: nothing. */
class LeavingTest {

  private static final int USERS = 300;

  private final Bench bench =
      Bench.with(
          RouterLimits.standard(),
          Routes.builder()
              .handle("a", (context, message) -> Reply.accepted())
              .handle(
                  "throws",
                  (context, message) -> {
                    throw new IllegalStateException("broken");
                  }));

  @Test
  void keepsNothingOfUsersWhoLeftOnceRetentionHasPassed() {
    for (int i = 0; i < USERS; i++) {
      visit(new UserKey("t" + i % 7, "u" + i));
    }
    assertEquals(0, bench.router.census().connections());
    assertEquals(USERS, bench.router.census().users());
    assertEquals(USERS, bench.router.census().openRuns());
    bench.pass(Duration.ofMinutes(6));
    assertEquals(0, bench.router.census().openRuns());
    bench.pass(Duration.ofMinutes(11));
    assertEquals(0, bench.router.census().users());
    assertEquals(0, bench.router.census().rememberedIds());
    assertEquals(0, bench.memory.streams());
    assertEquals(0, bench.memory.bytes());
    bench.pass(Duration.ofDays(1));
    assertTrue(bench.router.census().isEmpty(), () -> bench.router.census().toString());
  }

  @Test
  void keepsWhatAUserMayStillResume() {
    visit(Bench.ALICE);
    bench.pass(Duration.ofMinutes(9));
    assertEquals(1, bench.router.census().users());
    assertEquals(1, bench.memory.streams());
  }

  @Test
  void keepsNoReferenceToTheSendingSideOfAConnectionThatIsGone() throws InterruptedException {
    List<WeakReference<Wire>> detached = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Bench.Line line = bench.connect(Bench.ALICE);
      line.wire().capacity(1);
      bench.router.emit(Bench.ALICE, Bench.event("never read"));
      bench.router.emit(Bench.ALICE, Bench.event("never read"));
      line.send(Bench.message("a", "1"));
      line.connection().detach();
      detached.add(new WeakReference<>(line.wire()));
    }
    for (WeakReference<Wire> wire : detached) {
      for (int i = 0; i < 50 && wire.get() != null; i++) {
        System.gc();
        TimeUnit.MILLISECONDS.sleep(10);
      }
      assertNull(wire.get(), "The router still holds a sending side");
    }
  }

  private void visit(UserKey user) {
    Bench.Line line = bench.connect(user);
    line.send(Bench.message("a", "1"));
    line.send(Bench.message("throws", "2"));
    line.wire().capacity(1);
    bench.router.emit(user, Bench.event("x"));
    bench.router.emit(user, Bench.event("never read"));
    bench.router.startRun(user, RunPlan.of("s", "guide"));
    line.connection().detach();
  }
}
