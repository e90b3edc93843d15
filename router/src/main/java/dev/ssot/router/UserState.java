package dev.ssot.router;

import dev.ssot.router.limits.MessageLimits;
import dev.ssot.router.log.LogHead;
import dev.ssot.router.log.LogUnavailable;
import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.CloseCode;
import dev.ssot.router.protocol.Emission;
import dev.ssot.router.protocol.ErrorCode;
import dev.ssot.router.protocol.Event;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.Refusal;
import dev.ssot.router.protocol.RunStep;
import dev.ssot.router.protocol.ServerFrame;
import dev.ssot.router.protocol.ServiceLevel;
import dev.ssot.router.protocol.StreamPosition;
import dev.ssot.router.protocol.Types;
import dev.ssot.router.protocol.UserKey;
import dev.ssot.router.run.Run;
import dev.ssot.router.run.RunBook;
import dev.ssot.router.run.RunHost;
import dev.ssot.router.run.RunPlan;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Everything that is kept of one user, and the lock that guards it.
 *
 * <p>All that happens to a user is an action under this lock that changes the state and leaves
 * effects: a drain to schedule, a handler to launch, an observer to tell. Effects are done after
 * the lock is released, so that no foreign code but the log's is ever called with a lock held.
 * Nothing here knows of another user, and no action takes the locks of two.
 */
final class UserState implements RunHost {

  private final UserKey key;
  private final Core core;
  private final Users users;
  private final Monitor monitor = new Monitor();
  private final UserStream stream;
  private final UserConnections connections;
  private final ReplyWindow window;
  private final Workload workload;
  private final Reception reception;
  private final RunBook runs;
  private boolean retired;

  UserState(UserKey key, Core core, Users users) {
    this.key = key;
    this.core = core;
    this.users = users;
    stream = new UserStream(key, core.log());
    connections = new UserConnections(this);
    window = new ReplyWindow(core.limits().inbound().window());
    workload = new Workload(this);
    reception = new Reception(this);
    runs = new RunBook(core.limits().runs(), this);
  }

  UserKey key() {
    return key;
  }

  Core core() {
    return core;
  }

  Users users() {
    return users;
  }

  UserStream stream() {
    return stream;
  }

  UserConnections connections() {
    return connections;
  }

  ReplyWindow window() {
    return window;
  }

  Workload workload() {
    return workload;
  }

  RunBook runs() {
    return runs;
  }

  boolean isRetired() {
    return retired;
  }

  @Override
  public Instant now() {
    return core.now();
  }

  @Override
  public <T> T exclusively(Supplier<T> action) {
    return monitor.exclusively(action);
  }

  void run(Runnable action) {
    monitor.exclusively(
        () -> {
          action.run();
          return true;
        });
  }

  void afterwards(Runnable effect) {
    monitor.afterwards(effect);
  }

  /** Takes a message from a connection, unless it is closed. */
  void receive(Connection connection, ClientMessage message) {
    if (connections.isOpen(connection)) {
      reception.receive(connection, message);
    }
  }

  /** Begins to send the stream to a connection, from where its client wants to go on. */
  void hello(Connection connection, ClientMessage message) {
    Optional<Payload> resume = message.payload().object("resume");
    Optional<StreamPosition> position = resume.flatMap(ResumePoint::parse);
    if (message.payload().fields().get("resume") != null && position.isEmpty()) {
      String text = "`resume` is malformed; give epoch and seq";
      connections.send(connection, ServerFrame.Failure.of(message.id(), ErrorCode.PROTOCOL, text));
      connections.close(connection, CloseCode.PROTOCOL, text, true);
      return;
    }
    try {
      refreshStream();
      LogHead head = stream.head();
      ResumePoint point =
          position.map(at -> ResumePoint.after(at, head)).orElseGet(() -> ResumePoint.fresh(head));
      welcome(connection, point, head);
    } catch (LogUnavailable unavailable) {
      connections.close(
          connection, CloseCode.INTERNAL_ERROR, "The log is away; come back later", true);
    }
  }

  /** Emits an event of the application. */
  Emission emit(Event event) {
    if (Types.isControl(event.type()) || Types.isOfRuns(event.type())) {
      return new Emission.Refused(
          Refusal.RESERVED_TYPE,
          "`%s` belongs to the protocol or to runs; choose another".formatted(event.type()));
    }
    return append(event, RunStep.NONE);
  }

  @Override
  public Emission append(Event event, RunStep step) {
    if (core.service().level() == ServiceLevel.STOPPED) {
      return new Emission.Refused(Refusal.STOPPED, "The router has stopped; use another node");
    }
    Optional<Emission.Refused> refused = tooLarge(event).or(() -> invalid(event));
    if (refused.isPresent()) {
      return refused.get();
    }
    try {
      refreshStream();
      return connections.appended(stream.append(event, step, now()));
    } catch (LogUnavailable unavailable) {
      return unavailable(unavailable);
    }
  }

  Run startRun(RunPlan plan) {
    try {
      refreshStream();
      return runs.start(plan);
    } catch (LogUnavailable unavailable) {
      return runs.refused(plan, unavailable(unavailable));
    }
  }

  @Override
  public String nextRunId() {
    StreamPosition start = stream.next();
    return "r-" + start.epoch() + "-" + start.seq();
  }

  /** Does what is due, and gives the state up when nothing is left in it. */
  void tick(Instant now) {
    connections.tick(now);
    workload.tick(now);
    runs.tick(now);
    window.expire(now);
    tickLog(now);
  }

  /** Ends the runs and sends everybody away. */
  void stop() {
    runs.failAll("The server was stopped before the run ended");
    connections.closeAll(CloseCode.SERVICE_RESTART, "The router goes away; come back");
  }

  /** A log that is away is asked again at the next tick; until then everything stays. */
  private void tickLog(Instant now) {
    try {
      refreshStream();
      connections.wake();
      core.log().expire(key, now);
      retireIfEmpty(now);
    } catch (LogUnavailable unavailable) {
      stream.doubt();
    }
  }

  private void welcome(Connection connection, ResumePoint point, LogHead head) {
    connections.send(
        connection,
        new ServerFrame.Welcome(
            connection.id(),
            point.resumption(),
            new StreamPosition(head.epoch(), point.after()),
            head.newest(),
            core.limits().inbound().window().ids(),
            runs.open()));
    connection.outlet().follow(point.after(), head.newest());
  }

  private void refreshStream() {
    if (!stream.refresh()) {
      connections.closeAll(CloseCode.SERVICE_RESTART, "The stream has begun anew; come back");
    }
  }

  private Optional<Emission.Refused> tooLarge(Event event) {
    MessageLimits sizes = core.limits().inbound().messages();
    int name = Math.max(event.type().length(), event.session().length());
    if (event.payload().bytes() <= sizes.eventBytes() && name <= sizes.nameLength()) {
      return Optional.empty();
    }
    return Optional.of(
        new Emission.Refused(
            Refusal.TOO_LARGE,
            "The payload has %d bytes and the longest name %d characters; keep to %d and %d"
                .formatted(event.payload().bytes(), name, sizes.eventBytes(), sizes.nameLength())));
  }

  private Optional<Emission.Refused> invalid(Event event) {
    return core.rules()
        .inEvent(event.type(), event.payload())
        .map(violation -> new Emission.Refused(Refusal.INVALID_PAYLOAD, violation));
  }

  private static Emission.Refused unavailable(LogUnavailable cause) {
    return new Emission.Refused(Refusal.LOG_UNAVAILABLE, String.valueOf(cause.getMessage()));
  }

  private void retireIfEmpty(Instant now) {
    boolean empty =
        connections.size() == 0
            && workload.size() == 0
            && window.size() == 0
            && runs.open().isEmpty()
            && reception.isAtRest(now)
            && stream.head().isEmpty();
    if (empty) {
      retired = true;
      core.log().release(key);
      users.retire(this);
    }
  }
}
