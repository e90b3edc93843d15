package dev.ssot.router.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ssot.router.limits.HandlerLimits;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class GuardsTest {

  private static final Instant START = Instant.parse("2026-01-31T10:15:30Z");
  private static final HandlerLimits LIMITS =
      new HandlerLimits(2, 1, Duration.ofSeconds(1), 2, Duration.ofSeconds(10));
  private static final GuardKey KEY = new GuardKey("a", "acme");

  private final Guards guards = new Guards(LIMITS);

  @Test
  void admitsAsManyCallsAsTheBulkheadHolds() {
    assertEquals(Admission.ADMITTED, guards.enter(KEY, START));
    assertEquals(Admission.ADMITTED, guards.enter(KEY, START));
    assertEquals(Admission.BUSY, guards.enter(KEY, START));
    guards.leave(KEY, false, START);
    assertEquals(Admission.ADMITTED, guards.enter(KEY, START));
  }

  @Test
  void letsOneCallThroughToTryABrokenHandler() {
    fail(2);
    assertEquals(Admission.BROKEN, guards.enter(KEY, START));
    Instant later = START.plus(LIMITS.openFor());
    assertEquals(Admission.ADMITTED, guards.enter(KEY, later));
    assertEquals(Admission.BROKEN, guards.enter(KEY, later));
    guards.leave(KEY, true, later);
    assertEquals(Admission.BROKEN, guards.enter(KEY, later));
  }

  @Test
  void isWholeAgainAfterASuccess() {
    fail(2);
    Instant later = START.plus(LIMITS.openFor());
    guards.enter(KEY, later);
    guards.leave(KEY, false, later);
    assertEquals(Admission.ADMITTED, guards.enter(KEY, later));
    assertEquals(Admission.ADMITTED, guards.enter(KEY, later));
  }

  @Test
  void keepsNothingOfAHandlerThatIsAtRest() {
    guards.enter(KEY, START);
    guards.expire(START.plus(Duration.ofDays(1)));
    assertEquals(1, guards.size());
    guards.leave(KEY, true, START);
    guards.expire(START);
    assertEquals(1, guards.size());
    guards.expire(START.plus(LIMITS.openFor().multipliedBy(2)).plusMillis(1));
    assertEquals(0, guards.size());
  }

  @Test
  void refusesToBeLeftByWhatNeverEntered() {
    assertThrows(IllegalStateException.class, () -> guards.leave(KEY, false, START));
    guards.enter(KEY, START);
    guards.leave(KEY, false, START);
    assertThrows(IllegalStateException.class, () -> guards.leave(KEY, false, START));
  }

  private void fail(int calls) {
    for (int i = 0; i < calls; i++) {
      assertEquals(Admission.ADMITTED, guards.enter(KEY, START));
      guards.leave(KEY, true, START);
    }
  }
}
