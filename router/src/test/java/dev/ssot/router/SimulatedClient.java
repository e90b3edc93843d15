package dev.ssot.router;

import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.ConnectionId;
import dev.ssot.router.protocol.EventClass;
import dev.ssot.router.protocol.ServerFrame;
import dev.ssot.router.protocol.StreamEvent;
import dev.ssot.router.protocol.StreamPosition;
import dev.ssot.router.protocol.UserKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;

/**
 * A client of one user as its library is to be: remembers its position, resumes, and holds every
 * frame against the reference. Confined to one thread at a time.
 */
final class SimulatedClient {

  private final UserKey user;
  private final MessageRouter router;
  private final RecordingLog.Reference reference;
  private final boolean concurrent;
  private final List<Bench.Line> past = new ArrayList<>();
  private final Map<String, Integer> sends = new HashMap<>();
  private final Map<String, Integer> answers = new HashMap<>();
  private @Nullable StreamPosition position;
  private Bench.@Nullable Line line;
  private @Nullable ResumePoint promised;
  private int consumed;
  private String mergedPrefix = "";
  private long events;

  /**
   * A client that has seen nothing.
   *
   * @param concurrent whether other threads are at work, so that the reference may change between
   *     the client's hello and the welcome
   */
  SimulatedClient(UserKey user, MessageRouter router, RecordingLog log, boolean concurrent) {
    this.user = user;
    this.concurrent = concurrent;
    this.router = router;
    this.reference = log.reference(user);
  }

  UserKey user() {
    return user;
  }

  Optional<Bench.Line> line() {
    return Optional.ofNullable(line);
  }

  /** Connections that this client once had. */
  List<Bench.Line> past() {
    return past;
  }

  Optional<StreamPosition> position() {
    return Optional.ofNullable(position);
  }

  long events() {
    return events;
  }

  /** Connects under an id and goes on where it was; says what the router made of the attempt. */
  Attachment connect(String id, int capacity) {
    Wire wire = new Wire(this::requireLogged, concurrent);
    wire.capacity(capacity);
    Attachment attachment = router.attach(Handshake.of(user, new ConnectionId(id)), wire);
    if (attachment instanceof Attachment.Attached attached) {
      line = new Bench.Line(attached.connection(), wire);
      consumed = 0;
      mergedPrefix = "";
      sends.clear();
      answers.clear();
    }
    return attachment;
  }

  /** Says hello and goes on where it was. */
  void hello() {
    StreamPosition at = position;
    Bench.Line open = requireLine();
    if (at == null) {
      open.send(ClientMessage.hello());
    } else {
      promised = concurrent ? null : reference.expected(at);
      open.send(ClientMessage.hello(at));
    }
  }

  void send(ClientMessage message) {
    sends.merge(message.id(), 1, Integer::sum);
    requireLine().send(message);
  }

  /** Reads what has arrived. */
  void read() {
    read(Integer.MAX_VALUE);
  }

  /** Loses the connection, and with it all but some of what has arrived and is not read. */
  void drop(Random random) {
    read(random.nextInt(1 + unread()));
    leave();
  }

  /** Reads everything and forgets the connection, whoever has ended it. */
  void leave() {
    Bench.Line left = requireLine();
    left.connection().detach();
    past.add(left);
    line = null;
  }

  boolean isClosed() {
    return line != null && line.wire().closed().isPresent();
  }

  /** Fails unless each id that was sent on this connection has been answered, and not too often. */
  void requireAnswers() {
    for (Map.Entry<String, Integer> sent : sends.entrySet()) {
      int answered = answers.getOrDefault(sent.getKey(), 0);
      Assertions.assertTrue(
          answered >= 1 && answered <= sent.getValue(),
          () ->
              "%s was sent %d times and answered %d times"
                  .formatted(sent.getKey(), sent.getValue(), answered));
    }
    Assertions.assertTrue(sends.keySet().containsAll(new TreeSet<>(answers.keySet())));
  }

  private int unread() {
    return requireLine().wire().frames().size() - consumed;
  }

  private void read(int most) {
    List<ServerFrame> frames = requireLine().wire().frames();
    int end = (int) Math.min(frames.size(), (long) consumed + most);
    for (ServerFrame frame : frames.subList(consumed, end)) {
      accept(frame);
    }
    consumed = end;
    requireLine().wire().breach().ifPresent(Assertions::fail);
  }

  private void accept(ServerFrame frame) {
    if (frame instanceof ServerFrame.Welcome welcome) {
      accept(welcome);
    } else if (frame instanceof ServerFrame.OfEvent event) {
      accept(event.event());
    } else if (frame instanceof ServerFrame.Gap gap) {
      accept(gap);
    } else if (frame instanceof ServerFrame.Head head) {
      Assertions.assertEquals(position, head.position(), "head differs from what was received");
    } else if (frame instanceof ServerFrame.Ack ack) {
      answers.merge(ack.id(), 1, Integer::sum);
    } else if (frame instanceof ServerFrame.Failure failure) {
      answers.merge(failure.id(), 1, Integer::sum);
    }
  }

  private void accept(ServerFrame.Welcome welcome) {
    if (promised != null) {
      Assertions.assertEquals(promised.resumption(), welcome.resumption());
      Assertions.assertEquals(promised.after(), welcome.from().seq());
    }
    if (position != null && !welcome.resumption().failed()) {
      Assertions.assertEquals(position, welcome.from(), "resumed elsewhere");
    }
    promised = null;
    position = welcome.from();
  }

  private void accept(StreamEvent event) {
    requireNext(event.seq());
    Assertions.assertEquals(requirePosition().epoch(), event.position().epoch());
    Assertions.assertEquals(mergedPrefix + text(reference.at(event.position())), text(event));
    if (mergedPrefix.isEmpty()) {
      Assertions.assertEquals(reference.at(event.position()), event);
    }
    mergedPrefix = "";
    event
        .event()
        .payload()
        .text("for")
        .ifPresent(owner -> Assertions.assertEquals(user.toString(), owner, "a leak"));
    position = event.position();
    events++;
  }

  private void accept(ServerFrame.Gap gap) {
    requireNext(gap.first());
    for (long seq = gap.first(); seq <= gap.last(); seq++) {
      position = new StreamPosition(requirePosition().epoch(), seq);
      StreamEvent shed = reference.at(position);
      if (gap.mergedInto() != 0) {
        Assertions.assertEquals(gap.last() + 1, gap.mergedInto());
        Assertions.assertEquals(EventClass.DELTA, shed.event().eventClass());
        mergedPrefix += text(shed);
        continue;
      }
      Assertions.assertTrue(
          shed.event().eventClass() == EventClass.EPHEMERAL
              || (shed.event().eventClass() == EventClass.STATE && reference.isSuperseded(shed)),
          () -> "Left out: " + shed);
    }
  }

  private static String text(StreamEvent event) {
    return event.event().payload().text("text").orElse("");
  }

  private void requireNext(long seq) {
    Assertions.assertEquals(requirePosition().seq() + 1, seq, "a gap, a duplicate or disorder");
  }

  private void requireLogged(ServerFrame frame) {
    if (frame instanceof ServerFrame.OfEvent event) {
      Assertions.assertTrue(
          text(event.event()).endsWith(text(reference.at(event.event().position()))));
    }
  }

  private Bench.Line requireLine() {
    if (line == null) {
      throw new AssertionError("The client of " + user + " has no connection");
    }
    return line;
  }

  private StreamPosition requirePosition() {
    if (position == null) {
      throw new AssertionError("An event came before the welcome");
    }
    return position;
  }
}
