package dev.ssot.router.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.router.limits.LogLimits;
import dev.ssot.router.protocol.Event;
import dev.ssot.router.protocol.EventClass;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.RunStep;
import dev.ssot.router.protocol.StreamEvent;
import dev.ssot.router.protocol.StreamPosition;
import dev.ssot.router.protocol.UserKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InMemoryEventLogTest {

  private static final Instant START = Instant.parse("2026-01-31T10:15:30Z");
  private static final Duration AGE = Duration.ofMinutes(1);
  private static final UserKey ALICE = new UserKey("acme", "alice");
  private static final UserKey BOB = new UserKey("acme", "bob");

  @Test
  void readsWhatWasAppended() {
    InMemoryEventLog log = log(10, 10_000, 10_000);
    append(log, ALICE, 5);
    assertEquals(List.of(3L, 4L), seqs(log, ALICE, 2, 2));
    assertEquals(List.of(3L, 4L, 5L), seqs(log, ALICE, 2, 9));
    assertEquals(List.of(), seqs(log, ALICE, 5, 9));
    assertEquals(List.of(), seqs(log, ALICE, 6, 9));
    assertEquals(List.of(), seqs(log, BOB, 0, 9));
  }

  @Test
  void keepsAtMostSoManyEvents() {
    InMemoryEventLog log = log(3, 100_000, 100_000);
    append(log, ALICE, 5);
    assertEquals(3, log.head(ALICE).oldest());
    assertEquals(List.of(3L, 4L, 5L), seqs(log, ALICE, 2, 9));
    assertEquals(List.of(), seqs(log, ALICE, 1, 9));
  }

  @Test
  void keepsAtMostSoManyBytes() {
    long size = event("e", 1, START).bytes();
    InMemoryEventLog log = log(100, 3 * size, 100_000);
    append(log, ALICE, 5);
    assertEquals(3, log.head(ALICE).oldest());
    assertEquals(3 * size, log.bytes());
  }

  @Test
  void dropsWhatIsOlderThanItsAge() {
    InMemoryEventLog log = log(100, 100_000, 100_000);
    String epoch = log.head(ALICE).epoch();
    log.append(ALICE, event(epoch, 1, START));
    log.append(ALICE, event(epoch, 2, START.plusSeconds(1)));
    log.expire(ALICE, START.plus(AGE));
    assertEquals(1, log.head(ALICE).oldest());
    log.expire(ALICE, START.plus(AGE).plusMillis(1));
    assertEquals(2, log.head(ALICE).oldest());
    log.expire(ALICE, START.plus(AGE).plusSeconds(2));
    assertTrue(log.head(ALICE).isEmpty());
    assertEquals(2, log.head(ALICE).newest());
    assertEquals(0, log.bytes());
  }

  @Test
  void oldAndNewEventsAreReadAlike() {
    InMemoryEventLog log = log(6, 100_000, 100_000);
    String epoch = log.head(ALICE).epoch();
    for (int seq = 1; seq <= 9; seq++) {
      log.append(ALICE, event(epoch, seq, START.plusMillis(seq * 20L)));
    }
    assertEquals(List.of(4L, 5L, 6L, 7L, 8L, 9L), seqs(log, ALICE, 3, 9));
    StreamEvent old = event(epoch, 4, START.plusMillis(80));
    assertEquals(List.of(old), log.read(ALICE, 3, 1));
    assertEquals(6L * old.bytes(), log.bytes());
    log.expire(ALICE, START.plusSeconds(1));
    StreamEvent newest = event(epoch, 9, START.plusMillis(180));
    assertEquals(List.of(newest), log.read(ALICE, 8, 9));
    assertEquals(List.of(4L, 5L, 6L, 7L, 8L, 9L), seqs(log, ALICE, 3, 9));
  }

  @Test
  void letsNobodyPushOutTheEventsOfAnother() {
    long size = event("e", 1, START).bytes();
    InMemoryEventLog log = log(100, 10 * size, 10 * size);
    append(log, ALICE, 4);
    append(log, BOB, 20);
    assertEquals(1, log.head(ALICE).oldest());
    assertEquals(15, log.head(BOB).oldest());
    append(log, ALICE, 1);
    assertEquals(2, log.head(ALICE).oldest());
    assertEquals(15, log.head(BOB).oldest());
  }

  @Test
  void refusesWhatDoesNotFitBesideTheOthers() {
    long size = event("e", 1, START).bytes();
    InMemoryEventLog log = log(100, 10 * size, 10 * size);
    append(log, ALICE, 10);
    String epoch = log.head(BOB).epoch();
    assertThrows(LogUnavailable.class, () -> log.append(BOB, event(epoch, 1, START)));
    assertEquals(10 * size, log.bytes());
    assertEquals(0, log.head(BOB).newest());
  }

  @Test
  void refusesAnEventOutOfTurn() {
    InMemoryEventLog log = log(10, 10_000, 10_000);
    append(log, ALICE, 2);
    String epoch = log.head(ALICE).epoch();
    for (long seq : new long[] {1, 2, 4}) {
      StreamEvent event = event(epoch, seq, START);
      assertThrows(IllegalStateException.class, () -> log.append(ALICE, event));
    }
    assertThrows(IllegalStateException.class, () -> log.append(ALICE, event("other", 3, START)));
    assertEquals(2, log.head(ALICE).newest());
  }

  @Test
  void keepsAReleasedStreamThatHasEvents() {
    InMemoryEventLog log = log(10, 10_000, 10_000);
    append(log, ALICE, 1);
    log.release(ALICE);
    assertEquals(1, log.head(ALICE).newest());
  }

  @Test
  void neverUsesAnEpochAgain() {
    InMemoryEventLog log = log(10, 10_000, 10_000);
    String first = log.head(ALICE).epoch();
    log.release(ALICE);
    assertEquals(0, log.streams());
    assertNotEquals(first, log.head(ALICE).epoch());
    assertNotEquals(log.head(ALICE).epoch(), log.head(BOB).epoch());
  }

  private static InMemoryEventLog log(int events, long bytes, long totalBytes) {
    return new InMemoryEventLog(new LogLimits(events, bytes, AGE, totalBytes), "test");
  }

  private static void append(InMemoryEventLog log, UserKey user, int events) {
    for (int i = 0; i < events; i++) {
      LogHead head = log.head(user);
      log.append(user, event(head.epoch(), head.newest() + 1, START));
    }
  }

  private static StreamEvent event(String epoch, long seq, Instant at) {
    Event event = Event.of("note", EventClass.CRITICAL, Payload.of(Map.of("text", "x")));
    return new StreamEvent(new StreamPosition(epoch, seq), at, RunStep.NONE, event);
  }

  private static List<Long> seqs(EventLog log, UserKey user, long after, int limit) {
    return log.read(user, after, limit).stream().map(StreamEvent::seq).toList();
  }
}
