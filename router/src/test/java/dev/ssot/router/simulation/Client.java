package dev.ssot.router.simulation;

import dev.ssot.router.Attachment;
import dev.ssot.router.Handshake;
import dev.ssot.router.MessageRouter;
import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.CloseCode;
import dev.ssot.router.protocol.ConnectionId;
import dev.ssot.router.protocol.ServerFrame;
import dev.ssot.router.protocol.StreamPosition;
import dev.ssot.router.protocol.UserKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;

/** A client: has at most one connection, remembers its place, and comes back. */
final class Client {

  private final UserKey user;
  private final World world;
  private final Reader reader;
  private final Ledger ledger;
  private final List<Line> past = new ArrayList<>();
  private @Nullable Line line;

  Client(UserKey user, World world) {
    this.user = user;
    this.world = world;
    ledger = new Ledger(user, world.handled());
    reader = new Reader(user, world.truth(user), ledger);
  }

  UserKey user() {
    return user;
  }

  Reader reader() {
    return reader;
  }

  Ledger ledger() {
    return ledger;
  }

  Optional<Line> line() {
    return Optional.ofNullable(line);
  }

  /** Connections that this client once had to the process that lives. */
  List<Line> past() {
    return past;
  }

  /** Tries to connect; the model says whether it may. */
  void connect(MessageRouter router, String id, Instant expires, boolean free) {
    Line attempt = new Line(id, expires, world);
    Attachment answer = router.attach(new Handshake(user, new ConnectionId(id), expires), attempt);
    if (!free) {
      Assertions.assertInstanceOf(Attachment.Refused.class, answer, "an id was taken over: " + id);
      return;
    }
    attempt.attached(
        Assertions.assertInstanceOf(Attachment.Attached.class, answer, "refused: " + answer)
            .connection());
    line = attempt;
    world.application().noteThere(user);
    ledger.begin();
  }

  /** Says hello where it was. */
  void hello(boolean logWorks) {
    Line open = requireLine();
    reader.begin(open.id(), logWorks);
    open.greeted();
    open.connection()
        .receive(
            reader
                .place()
                .map(at -> ClientMessage.hello(new StreamPosition(at.epoch(), at.seq())))
                .orElseGet(ClientMessage::hello));
  }

  void send(ClientMessage message) {
    ledger.sent(message.id(), String.valueOf(message.payload().fields().get("text")));
    requireLine().sent();
    requireLine().connection().receive(message);
  }

  /** Reads what has arrived, or only the first of it. */
  void read(int most) {
    for (ServerFrame frame : requireLine().take(most)) {
      reader.read(frame);
    }
  }

  /** Loses the connection, and what has arrived and was not read. */
  void drop() {
    Line lost = requireLine();
    lost.connection().detach();
    past.add(lost);
    line = null;
  }

  /** The process at the other end has died. */
  void cut() {
    past.clear();
    line = null;
  }

  boolean isEnded() {
    return line != null && line.closed().isPresent();
  }

  /** Notes that the router may end whatever connection there is. */
  void mayEnd(CloseCode reason) {
    line().ifPresent(open -> open.mayEnd(reason));
  }

  private Line requireLine() {
    if (line == null) {
      throw new AssertionError("The client of " + user + " has no connection");
    }
    return line;
  }
}
