package dev.ssot.router.simulation;

import dev.ssot.router.MessageRouter;
import dev.ssot.router.Routes;
import dev.ssot.router.limits.ConnectionLimits;
import dev.ssot.router.limits.HandlerLimits;
import dev.ssot.router.limits.LogLimits;
import dev.ssot.router.limits.QueueLimits;
import dev.ssot.router.limits.Rate;
import dev.ssot.router.limits.RateLimits;
import dev.ssot.router.limits.RouterLimits;
import dev.ssot.router.limits.WindowLimits;
import dev.ssot.router.protocol.ConnectionId;
import dev.ssot.router.protocol.UserKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assertions;

/**
 * A router with everything around it: users and their clients, a log, time, and the tasks of
 * handlers and writers, which run in any order. Whatever happens is decided by one random source.
 */
final class World implements InstantSource {

  static final List<UserKey> USERS =
      List.of(
          new UserKey("acme", "alice"), new UserKey("acme", "bob"), new UserKey("globex", "alice"));

  /** So few answers may always wait. */
  static final int FEW_ANSWERS = 4;

  /** More frames than a schedule has. */
  static final int MANY = 100_000;

  private static final RouterLimits LIMITS = limits();

  private final Random random;
  private final Faults faults = new Faults();
  private final Journal journal = new Journal(LIMITS.log(), faults);
  private final Handled handled =
      new Handled(LIMITS.inbound().window().age(), LIMITS.inbound().handlers().failures());
  private final List<Runnable> tasks = new ArrayList<>();
  private final List<Client> clients = new ArrayList<>();
  private final Set<String> deadRuns = new HashSet<>();
  private final Application application;
  private final Trace trace;
  private Instant now = Instant.parse("2026-01-31T10:15:30Z");
  private MessageRouter router;
  private boolean logLost;

  World(Random random, Trace trace) {
    this.random = random;
    this.trace = trace;
    application = new Application(this);
    router = process();
    for (UserKey user : List.of(USERS.get(0), USERS.get(1), USERS.get(2))) {
      clients.add(new Client(user, this));
      clients.add(new Client(user, this));
    }
    clients.add(new Client(USERS.get(0), this));
  }

  @Override
  public Instant instant() {
    return now;
  }

  Instant now() {
    return now;
  }

  Random random() {
    return random;
  }

  Faults faults() {
    return faults;
  }

  Handled handled() {
    return handled;
  }

  Journal journal() {
    return journal;
  }

  Application application() {
    return application;
  }

  MessageRouter router() {
    return router;
  }

  List<Client> clients() {
    return clients;
  }

  RouterLimits routerLimits() {
    return LIMITS;
  }

  Truth truth(UserKey user) {
    return journal.truth(user);
  }

  void note(Supplier<String> what) {
    trace.note(what);
  }

  /** Whether there is something that a client may have to miss. */
  boolean hasForgottenEvents() {
    return journal.hasForgotten();
  }

  /** Whether the log has lost something that the process knew. */
  boolean isLogLost() {
    return logLost;
  }

  /** Whether any connection has this id. */
  boolean isOpen(String id) {
    return USERS.stream().anyMatch(user -> router.connections(user).contains(new ConnectionId(id)));
  }

  boolean isPastRetention(Instant then) {
    return then.isBefore(now.minus(LIMITS.log().age()));
  }

  /** Lets time pass and the router do what is due. */
  void pass(Duration time) {
    note(() -> "pass " + time);
    application.noteAbsence();
    now = now.plus(time);
    application.noteAbsence();
    List<UserKey> calm = USERS.stream().filter(user -> !journal.isTroubled(user)).toList();
    router.tick(now);
    journal.ticked();
    calm.forEach(
        user -> RunRules.of(truth(user).history()).requireEnded(now, LIMITS.runs(), deadRuns));
    clients.forEach(this::requireInSession);
  }

  /** Unless another connection has got the id since. */
  private void requireInSession(Client client) {
    client
        .line()
        .filter(line -> !now.isBefore(line.expires()) && line.closed().isEmpty())
        .filter(line -> lines(line.id()) == 1)
        .ifPresent(line -> Assertions.assertFalse(isOpen(line.id()), "a session has no end"));
  }

  private long lines(String id) {
    return clients.stream()
        .flatMap(client -> client.line().stream())
        .filter(line -> line.id().equals(id))
        .count();
  }

  /** The user's runs that have not ended, but for those whose process has died. */
  List<String> openRuns(UserKey user) {
    return RunRules.of(truth(user).history()).open().stream()
        .filter(run -> !deadRuns.contains(run))
        .toList();
  }

  /** Runs some of the tasks that wait. */
  void work(int most) {
    for (int i = 0; i < most && !tasks.isEmpty(); i++) {
      tasks.remove(random.nextInt(tasks.size())).run();
    }
  }

  /** Runs all tasks. */
  void settle() {
    while (!tasks.isEmpty()) {
      work(tasks.size());
    }
  }

  /** The process dies and another one begins. */
  void crash(boolean keepLog) {
    note(() -> keepLog ? "crash, the log is kept" : "crash, the log is lost");
    tasks.clear();
    USERS.forEach(user -> deadRuns.addAll(RunRules.of(truth(user).history()).open()));
    clients.forEach(Client::cut);
    handled.forget();
    application.forget();
    if (!keepLog) {
      journal.lose();
    }
    logLost = false;
    router = process();
  }

  /** The log loses everything while the router lives. */
  void loseLog() {
    note(() -> "the log is lost");
    journal.lose();
    logLost = true;
  }

  private MessageRouter process() {
    Routes.Builder routes = Routes.builder();
    application.register(routes);
    return MessageRouter.builder(LIMITS, this, journal, this::handle)
        .writers(this::write)
        .routes(routes.build())
        .sessions(application::verify)
        .build();
  }

  private void handle(Runnable task) {
    if (random.nextInt(60) == 0) {
      throw new RejectedExecutionException("No thread is free");
    }
    tasks.add(task);
  }

  private void write(Runnable task) {
    if (random.nextInt(60) == 0) {
      throw new RejectedExecutionException("No thread is free");
    }
    tasks.add(task);
  }

  private static RouterLimits limits() {
    RouterLimits limits = RouterLimits.standard();
    return limits
        .withConnections(
            new ConnectionLimits(20, 2, Duration.ofSeconds(10), Duration.ofSeconds(2), 2))
        .withQueue(new QueueLimits(6, 10_000, 8, Duration.ofSeconds(4), 3, 3))
        .withLog(new LogLimits(30, 1 << 20, Duration.ofSeconds(40), 64L << 20))
        .withInbound(
            limits
                .inbound()
                .withRates(new RateLimits(new Rate(40, 40), new Rate(80, 80), new Rate(8, 1)))
                .withHandlers(
                    new HandlerLimits(2, 8, Duration.ofSeconds(5), 3, Duration.ofSeconds(10)))
                .withWindow(new WindowLimits(200, Duration.ofMinutes(10))));
  }
}
