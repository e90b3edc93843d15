package dev.ssot.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.ssot.router.limits.QueueLimits;
import dev.ssot.router.limits.RouterLimits;
import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.CloseCode;
import dev.ssot.router.protocol.ConnectionId;
import dev.ssot.router.protocol.Emission;
import dev.ssot.router.protocol.Event;
import dev.ssot.router.protocol.EventClass;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.ServerFrame;
import dev.ssot.router.protocol.StreamEvent;
import dev.ssot.router.protocol.StreamPosition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BackpressureTest {

  private static final QueueLimits QUEUE =
      new QueueLimits(8, 64 << 10, 4, Duration.ofSeconds(10), 4, 3);

  private final Bench bench = Bench.with(RouterLimits.standard().withQueue(QUEUE));
  private final Bench.Line line = bench.connect(Bench.ALICE);

  @Test
  void writesNothingMoreUntilTheTransportTakesFramesAgain() {
    line.wire().capacity(2);
    emit(5);
    assertEquals(List.of(1L, 2L), line.wire().seqs());
    line.reopen(2);
    assertEquals(List.of(1L, 2L, 3L, 4L), line.wire().seqs());
    line.reopen(100);
    assertEquals(List.of(1L, 2L, 3L, 4L, 5L), line.wire().seqs());
    assertEquals(Optional.empty(), line.wire().breach());
  }

  @Test
  void losesNoSignalThatComesWhileAFrameIsBeingWritten() {
    Impatient impatient = new Impatient();
    Handshake handshake = Handshake.of(Bench.BOB, new ConnectionId("impatient"));
    Connection connection =
        assertInstanceOf(Attachment.Attached.class, bench.router.attach(handshake, impatient))
            .connection();
    impatient.onWrite = connection::writable;
    connection.receive(ClientMessage.hello());
    for (int i = 0; i < 3; i++) {
      bench.router.emit(Bench.BOB, Bench.event("e"));
    }
    assertEquals(List.of("welcome", "note", "note", "note"), impatient.types);
  }

  @Test
  void cutsAReaderOffThatIsTooFarBehindAndKeepsItsEvents() {
    line.wire().capacity(1);
    emit(1 + QUEUE.events());
    assertEquals(Optional.empty(), line.wire().closed());
    Emission last = bench.router.emit(Bench.ALICE, Bench.event("one too many"));
    assertInstanceOf(Emission.Logged.class, last);
    assertEquals(Optional.of(CloseCode.TOO_SLOW), line.wire().closed());
    StreamPosition seen = line.wire().events().get(0).position();
    Bench.Line next = bench.resume(Bench.ALICE, seen);
    assertEquals(range(2, QUEUE.events() + 2), next.wire().seqs());
  }

  @Test
  void cutsAReaderOffThatIsTooManyBytesBehind() {
    line.wire().capacity(1);
    emit(1);
    Payload half = Payload.of(Map.of("text", "x".repeat(40 << 10)));
    emit(half);
    assertEquals(Optional.empty(), line.wire().closed());
    emit(half);
    assertEquals(Optional.of(CloseCode.TOO_SLOW), line.wire().closed());
  }

  @Test
  void countsBytesNoLongerOnceTheyAreWritten() {
    Payload half = Payload.of(Map.of("text", "x".repeat(40 << 10)));
    for (int i = 0; i < 10; i++) {
      line.reopen(1);
      emit(half);
    }
    line.reopen(1);
    assertEquals(Optional.empty(), line.wire().closed());
    assertEquals(range(1, 10), line.wire().seqs());
  }

  @Test
  void cutsAReaderOffThatReadsNothingForTooLong() {
    line.wire().capacity(1);
    emit(2);
    bench.pass(QUEUE.stall());
    assertEquals(Optional.empty(), line.wire().closed());
    bench.pass(Duration.ofMillis(1));
    assertEquals(Optional.of(CloseCode.TOO_SLOW), line.wire().closed());
    assertEquals(0, bench.router.census().connections());
  }

  @Test
  void letsAReplayBeLongerThanTheQueue() {
    String epoch = line.wire().welcome().from().epoch();
    emit(50);
    Bench.Line next = bench.attach(Bench.ALICE);
    next.wire().capacity(2);
    next.send(ClientMessage.hello(new StreamPosition(epoch, 0)));
    emit(QUEUE.events());
    assertEquals(Optional.empty(), next.wire().closed());
    next.reopen(1_000);
    assertEquals(range(1, 50 + QUEUE.events()), next.wire().seqs());
  }

  @Test
  void cutsAReaderOffWhoseAnswersPileUp() {
    line.wire().capacity(1);
    emit(1);
    for (int i = 0; i < QUEUE.controls(); i++) {
      line.send(Bench.message("ping", ""));
    }
    assertEquals(Optional.empty(), line.wire().closed());
    line.send(Bench.message("ping", ""));
    assertEquals(Optional.of(CloseCode.TOO_SLOW), line.wire().closed());
  }

  @Test
  void leavesOtherConnectionsOfTheUserAlone() {
    Bench.Line fast = bench.connect(Bench.ALICE);
    line.wire().capacity(1);
    emit(QUEUE.events() + 5);
    assertEquals(range(1, QUEUE.events() + 5), fast.wire().seqs());
    assertEquals(Optional.empty(), fast.wire().closed());
  }

  @Test
  void shedsEphemeralEventsForASlowReaderAndSaysSo() {
    line.wire().capacity(1);
    emit(1);
    emit(EventClass.EPHEMERAL, 2);
    emit(4);
    line.reopen(100);
    assertEquals(List.of(1L, 4L, 5L, 6L, 7L), line.wire().seqs());
    assertEquals(List.of(new ServerFrame.Gap(2, 3)), line.wire().frames(ServerFrame.Gap.class));
  }

  @Test
  void keepsOnlyTheLatestStateForASlowReader() {
    line.wire().capacity(1);
    emit(1);
    emit(EventClass.STATE, 3);
    emit(3);
    line.reopen(100);
    assertEquals(List.of(1L, 4L, 5L, 6L, 7L), line.wire().seqs());
    assertEquals(List.of(new ServerFrame.Gap(2, 3)), line.wire().frames(ServerFrame.Gap.class));
  }

  @Test
  void shedsNothingForAReaderThatKeepsUp() {
    emit(EventClass.EPHEMERAL, 20);
    emit(EventClass.STATE, 20);
    assertEquals(range(1, 40), line.wire().seqs());
  }

  @Test
  void mergesNeighbouringDeltasForASlowReaderAndSaysSo() {
    line.wire().capacity(1);
    emit(1);
    for (String text : List.of("It ", "is ", "sunny.")) {
      bench.router.emit(Bench.ALICE, Bench.event(EventClass.DELTA, text));
    }
    emit(4);
    line.reopen(100);
    assertEquals(List.of(1L, 4L, 5L, 6L, 7L, 8L), line.wire().seqs());
    assertEquals("It is sunny.", text(line.wire().events().get(1)));
    assertEquals(List.of(new ServerFrame.Gap(2, 3, 4)), line.wire().frames(ServerFrame.Gap.class));
  }

  @Test
  void leavesDeltasAloneForAReaderThatKeepsUp() {
    emit(EventClass.DELTA, 20);
    assertEquals(range(1, 20), line.wire().seqs());
  }

  @Test
  void mergesNoDeltasThatAreNotPiecesOfOneThing() {
    line.wire().capacity(1);
    emit(1);
    Payload toA = Payload.of(Map.of("text", "a", "to", "A"));
    Payload toB = Payload.of(Map.of("text", "b", "to", "B"));
    for (Payload payload : List.of(toA, toB, Payload.empty(), Payload.empty())) {
      bench.router.emit(Bench.ALICE, Event.of("note", EventClass.DELTA, payload));
    }
    bench.router.emit(Bench.ALICE, Bench.event(EventClass.DELTA, "c").inSession("s-1"));
    bench.router.emit(Bench.ALICE, Bench.event(EventClass.DELTA, "d").inSession("s-2"));
    line.reopen(100);
    assertEquals(range(1, 7), line.wire().seqs());
  }

  @Test
  void mergesNoMoreThanOneEventMayHave() {
    int most = bench.limits.inbound().messages().eventBytes();
    Bench.Line next = bench.attach(Bench.ALICE);
    for (int i = 0; i < 6; i++) {
      bench.router.emit(Bench.ALICE, Bench.event(EventClass.DELTA, "x".repeat(most / 2 - 20)));
    }
    String epoch = line.wire().welcome().from().epoch();
    next.send(ClientMessage.hello(new StreamPosition(epoch, 0)));
    assertEquals(List.of(2L, 3L, 4L, 5L, 6L), next.wire().seqs());
  }

  @Test
  void neverShedsCriticalEvents() {
    line.wire().capacity(1);
    emit(1);
    emit(EventClass.CRITICAL, 8);
    line.reopen(100);
    assertEquals(range(1, 9), line.wire().seqs());
  }

  @Test
  void flushesOnceForABatch() {
    String epoch = line.wire().welcome().from().epoch();
    emit(3 * QUEUE.batch() - 1);
    Bench.Line next = bench.resume(Bench.ALICE, new StreamPosition(epoch, 0));
    assertEquals(3 * QUEUE.batch(), next.wire().frames().size());
    assertEquals(3, next.wire().flushes());
  }

  /** Asks to wait at every frame and has said by then that it takes more. */
  private static final class Impatient implements Outbound {

    private final List<String> types = new ArrayList<>();
    private Runnable onWrite = () -> {};

    @Override
    public boolean write(ServerFrame frame) {
      types.add(frame.type());
      onWrite.run();
      return false;
    }

    @Override
    public void flush() {}

    @Override
    public void close(CloseCode code, String reason) {
      types.add("closed " + code);
    }
  }

  private void emit(int events) {
    emit(EventClass.CRITICAL, events);
  }

  private void emit(EventClass eventClass, int events) {
    for (int i = 0; i < events; i++) {
      bench.router.emit(Bench.ALICE, Bench.event(eventClass, "e"));
    }
  }

  private void emit(Payload payload) {
    bench.router.emit(Bench.ALICE, Event.of("note", EventClass.CRITICAL, payload));
  }

  private static String text(StreamEvent event) {
    return event.event().payload().text("text").orElseThrow();
  }

  private static List<Long> range(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }
}
