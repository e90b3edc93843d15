package dev.ssot.router;

import dev.ssot.router.limits.RouterLimits;
import dev.ssot.router.log.EventLog;
import dev.ssot.router.log.InMemoryEventLog;
import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.ConnectionId;
import dev.ssot.router.protocol.Event;
import dev.ssot.router.protocol.EventClass;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.StreamPosition;
import dev.ssot.router.protocol.UserKey;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executor;

/** A router with a clock that stands still, and the few things that most tests do with it. */
final class Bench {

  static final UserKey ALICE = new UserKey("acme", "alice");
  static final UserKey BOB = new UserKey("acme", "bob");

  final SettableClock clock = new SettableClock();
  final RouterLimits limits;
  final InMemoryEventLog memory;
  final MessageRouter router;

  private int connections;

  private Bench(RouterLimits limits, Routes routes, Executor handlers, LogFault fault) {
    this.limits = limits;
    memory = new InMemoryEventLog(limits.log(), "test");
    router =
        MessageRouter.builder(limits, clock, fault.around(memory), handlers).routes(routes).build();
  }

  /** Wraps the log of a bench, such as to have it fail. */
  @FunctionalInterface
  interface LogFault {
    EventLog around(EventLog log);
  }

  static Bench with(RouterLimits limits) {
    return with(limits, Routes.builder());
  }

  static Bench with(Routes.Builder routes) {
    return with(RouterLimits.standard(), routes);
  }

  static Bench with(RouterLimits limits, Routes.Builder routes) {
    return with(limits, routes, Runnable::run);
  }

  static Bench with(RouterLimits limits, Routes.Builder routes, Executor handlers) {
    return new Bench(limits, routes.build(), handlers, log -> log);
  }

  static Bench withLog(LogFault fault) {
    return withLog(RouterLimits.standard(), fault);
  }

  static Bench withLog(RouterLimits limits, LogFault fault) {
    return new Bench(limits, Routes.builder().build(), Runnable::run, fault);
  }

  static Bench withLog(RouterLimits limits, Routes.Builder routes, LogFault fault) {
    return new Bench(limits, routes.build(), Runnable::run, fault);
  }

  /** Attaches a connection that has not said hello. */
  Line attach(UserKey user) {
    return attach(user, "k-" + ++connections);
  }

  Line attach(UserKey user, String id) {
    Wire wire = new Wire();
    Attachment attachment = router.attach(Handshake.of(user, new ConnectionId(id)), wire);
    if (attachment instanceof Attachment.Attached attached) {
      return new Line(attached.connection(), wire);
    }
    throw new AssertionError("Not attached: " + attachment);
  }

  /** Attaches a connection that follows the stream from now on. */
  Line connect(UserKey user) {
    Line line = attach(user);
    line.send(ClientMessage.hello());
    return line;
  }

  /** Attaches a connection that goes on after a position. */
  Line resume(UserKey user, StreamPosition position) {
    Line line = attach(user);
    line.send(ClientMessage.hello(position));
    return line;
  }

  void pass(Duration time) {
    router.tick(clock.advance(time));
  }

  static Event event(String text) {
    return event(EventClass.CRITICAL, text);
  }

  static Event event(EventClass eventClass, String text) {
    return Event.of("note", eventClass, Payload.of(Map.of("text", text)));
  }

  static ClientMessage message(String type, String id) {
    return ClientMessage.of(type, id, Payload.empty());
  }

  /** Both ends of a connection. */
  record Line(Connection connection, Wire wire) {

    /** Has the transport take frames again. */
    void reopen(int frames) {
      wire.reopen(frames, connection::writable);
    }

    void send(ClientMessage message) {
      connection.receive(message);
    }
  }
}
