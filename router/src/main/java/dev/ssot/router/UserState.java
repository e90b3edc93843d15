package dev.ssot.router;

import dev.ssot.router.log.LogUnavailable;
import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.CloseCode;
import dev.ssot.router.protocol.Emission;
import dev.ssot.router.protocol.Event;
import dev.ssot.router.protocol.RunStep;
import dev.ssot.router.protocol.StreamPosition;
import dev.ssot.router.protocol.UserKey;
import dev.ssot.router.run.Run;
import dev.ssot.router.run.RunBook;
import dev.ssot.router.run.RunHost;
import dev.ssot.router.run.RunPlan;
import java.time.Instant;
import java.util.function.Consumer;
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
  private final EventIntake intake;
  private final Greeting greeting;
  private final Subscriptions subscriptions;
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
    intake = new EventIntake(this);
    greeting = new Greeting(this);
    subscriptions = new Subscriptions(this);
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

  EventIntake intake() {
    return intake;
  }

  Greeting greeting() {
    return greeting;
  }

  Subscriptions subscriptions() {
    return subscriptions;
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

  /** Tells the observer when the lock is released. */
  void report(Consumer<RouterObserver> news) {
    if (core.isObserved()) {
      monitor.afterwards(() -> core.tell(news));
    }
  }

  UserFigures figures() {
    return new UserFigures(
        key,
        connections.figures(),
        runs.open().size(),
        workload.size(),
        window.size(),
        stream.newest());
  }

  /** Takes a message from a connection, unless it is closed. */
  void receive(Connection connection, ClientMessage message) {
    if (connections.isOpen(connection)) {
      reception.receive(connection, message);
    }
  }

  @Override
  public Emission append(Event event, RunStep step) {
    return intake.append(event, step);
  }

  Run startRun(RunPlan plan) {
    try {
      refreshStream();
      return runs.start(plan);
    } catch (LogUnavailable unavailable) {
      return runs.refused(plan, EventIntake.unavailable(unavailable));
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
    if (!isReachable()) {
      subscriptions.clear();
    }
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
      greeting.answerAll();
      connections.wake();
      core.log().expire(key, now);
      retireIfEmpty(now);
    } catch (LogUnavailable unavailable) {
      stream.doubt();
    }
  }

  /** Makes sure of the stream's head. What connections know of a former stream is void. */
  void refreshStream() {
    if (!stream.refresh()) {
      connections.dropAll(CloseCode.SERVICE_RESTART, "The stream has begun anew; come back");
    }
  }

  /** Whether the user has a connection or may still come back to where he was. */
  boolean isReachable() {
    return connections.size() > 0
        || !now().isAfter(connections.absentSince().plus(core.limits().log().age()));
  }

  /** Whoever may still come back to where he was finds his stream, also if it has no event. */
  private void retireIfEmpty(Instant now) {
    boolean empty =
        !isReachable()
            && connections.size() == 0
            && workload.size() == 0
            && window.size() == 0
            && runs.open().isEmpty()
            && subscriptions.size() == 0
            && reception.isAtRest(now)
            && stream.head().isEmpty();
    if (empty) {
      core.log().release(key);
      retired = true;
      users.retire(this);
    }
  }
}
