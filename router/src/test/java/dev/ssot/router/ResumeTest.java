package dev.ssot.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.router.limits.LogLimits;
import dev.ssot.router.limits.RouterLimits;
import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.CloseCode;
import dev.ssot.router.protocol.ErrorCode;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.Resumption;
import dev.ssot.router.protocol.StreamPosition;
import dev.ssot.router.run.RunPlan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResumeTest {

  private static final int KEPT = 600;
  private static final Duration AGE = Duration.ofMinutes(5);

  private final Bench bench =
      Bench.with(RouterLimits.standard().withLog(new LogLimits(KEPT, 4L << 20, AGE, 256L << 20)));

  @Test
  void replaysInOrderWhatWasMissedAndGoesOnLive() {
    Bench.Line line = bench.connect(Bench.ALICE);
    emit(3);
    StreamPosition seen = last(line);
    line.connection().detach();
    emit(100);
    Bench.Line next = bench.resume(Bench.ALICE, seen);
    emit(2);
    assertEquals(range(4, 105), next.wire().seqs());
    assertEquals(Resumption.RESUMED, next.wire().welcome().resumption());
    assertEquals("welcome", next.wire().types().get(0));
  }

  @Test
  void replaysNothingToAClientThatHasEverything() {
    Bench.Line line = bench.connect(Bench.ALICE);
    emit(3);
    Bench.Line next = bench.resume(Bench.ALICE, last(line));
    assertEquals(List.of(), next.wire().seqs());
    assertEquals(Resumption.RESUMED, next.wire().welcome().resumption());
  }

  @Test
  void givesAFreshClientWhatComesFromNowOn() {
    bench.connect(Bench.ALICE);
    emit(3);
    Bench.Line fresh = bench.connect(Bench.ALICE);
    emit(1);
    assertEquals(List.of(4L), fresh.wire().seqs());
    assertEquals(Resumption.FRESH, fresh.wire().welcome().resumption());
    assertEquals(3, fresh.wire().welcome().head());
  }

  @Test
  void resumesFromTheOldestEventThatIsKept() {
    String epoch = bench.connect(Bench.ALICE).wire().welcome().from().epoch();
    emit(KEPT + 10);
    Bench.Line next = bench.resume(Bench.ALICE, new StreamPosition(epoch, 10));
    assertEquals(Resumption.RESUMED, next.wire().welcome().resumption());
    assertEquals(range(11, KEPT + 10), next.wire().seqs());
  }

  @Test
  void saysThatItCannotResumeWhatIsPastRetention() {
    String epoch = bench.connect(Bench.ALICE).wire().welcome().from().epoch();
    emit(KEPT + 10);
    Bench.Line next = bench.resume(Bench.ALICE, new StreamPosition(epoch, 9));
    assertEquals(Resumption.PAST_RETENTION, next.wire().welcome().resumption());
    assertEquals(
        Optional.of(11L),
        next.wire().welcome().payload().object("resume_failed").orElseThrow().number("oldest"));
    assertEquals(range(11, KEPT + 10), next.wire().seqs());
  }

  @Test
  void saysThatItCannotResumeAnotherEpoch() {
    bench.connect(Bench.ALICE);
    emit(2);
    Bench.Line next = bench.resume(Bench.ALICE, new StreamPosition("before", 1));
    assertEquals(Resumption.OTHER_EPOCH, next.wire().welcome().resumption());
    assertEquals(range(1, 2), next.wire().seqs());
  }

  @Test
  void saysThatItCannotResumeFromWhatDoesNotExist() {
    Bench.Line line = bench.connect(Bench.ALICE);
    emit(2);
    String epoch = last(line).epoch();
    Bench.Line next = bench.resume(Bench.ALICE, new StreamPosition(epoch, 3));
    assertEquals(Resumption.AHEAD_OF_HEAD, next.wire().welcome().resumption());
    assertEquals(range(1, 2), next.wire().seqs());
  }

  @Test
  void resumesWhoHadNoEventYet() {
    Bench.Line line = bench.connect(Bench.ALICE);
    StreamPosition start = line.wire().welcome().from();
    line.connection().detach();
    bench.pass(AGE);
    Bench.Line next = bench.resume(Bench.ALICE, start);
    emit(2);
    assertEquals(0, start.seq());
    assertEquals(Resumption.RESUMED, next.wire().welcome().resumption());
    assertEquals(range(1, 2), next.wire().seqs());
  }

  @Test
  void resumesWhoHadEverythingAndLeftBeforeItWasTooOld() {
    Bench.Line line = bench.connect(Bench.ALICE);
    emit(3);
    bench.pass(AGE.minusSeconds(1));
    StreamPosition seen = last(line);
    line.connection().detach();
    bench.pass(Duration.ofSeconds(2));
    bench.pass(Duration.ofSeconds(2));
    Bench.Line next = bench.resume(Bench.ALICE, seen);
    emit(1);
    assertEquals(Resumption.RESUMED, next.wire().welcome().resumption());
    assertEquals(range(4, 4), next.wire().seqs());
  }

  @Test
  void resumesAnIdleStreamWhoseEventsAreAllTooOld() {
    Bench.Line line = bench.connect(Bench.ALICE);
    emit(2);
    StreamPosition seen = last(line);
    bench.pass(AGE.plusMillis(1));
    emit(1);
    Bench.Line next = bench.resume(Bench.ALICE, seen);
    assertEquals(Resumption.RESUMED, next.wire().welcome().resumption());
    assertEquals(List.of(3L), next.wire().seqs());
  }

  @Test
  void neverContinuesAForgottenStreamUnderItsOldEpoch() {
    Bench.Line line = bench.connect(Bench.ALICE);
    emit(2);
    StreamPosition seen = last(line);
    line.connection().detach();
    bench.pass(AGE.plusMillis(1));
    assertEquals(0, bench.memory.streams());
    emit(2);
    Bench.Line next = bench.resume(Bench.ALICE, seen);
    assertNotEquals(seen.epoch(), next.wire().welcome().from().epoch());
    assertEquals(Resumption.OTHER_EPOCH, next.wire().welcome().resumption());
    assertEquals(range(1, 2), next.wire().seqs());
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "no seq", "negative", "fraction"})
  void refusesAMalformedResume(String kind) {
    Map<String, Object> resume =
        switch (kind) {
          case "text" -> Map.of("resume", "3");
          case "no seq" -> Map.of("resume", Map.of("epoch", "e"));
          case "negative" -> Map.of("resume", Map.of("epoch", "e", "seq", -1));
          default -> Map.of("resume", Map.of("epoch", "e", "seq", 1.5));
        };
    Bench.Line line = bench.attach(Bench.ALICE);
    line.send(ClientMessage.of("hello", "", Payload.of(resume)));
    assertEquals(ErrorCode.PROTOCOL, line.wire().failure().code());
    assertEquals(Optional.of(CloseCode.PROTOCOL), line.wire().closed());
  }

  @Test
  void tellsTheOpenRunsInTheWelcome() {
    String run = bench.router.startRun(Bench.ALICE, RunPlan.of("s", "guide")).id();
    assertEquals(List.of(run), bench.connect(Bench.ALICE).wire().welcome().openRuns());
    assertTrue(bench.connect(Bench.BOB).wire().welcome().openRuns().isEmpty());
    assertFalse(run.isEmpty());
  }

  private void emit(int events) {
    for (int i = 0; i < events; i++) {
      assertTrue(bench.router.emit(Bench.ALICE, Bench.event("e")).accepted());
    }
  }

  private static StreamPosition last(Bench.Line line) {
    return line.wire().events().get(line.wire().events().size() - 1).position();
  }

  private static List<Long> range(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }
}
