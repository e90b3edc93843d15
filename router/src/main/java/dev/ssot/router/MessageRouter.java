package dev.ssot.router;

import dev.ssot.router.limits.RouterLimits;
import dev.ssot.router.log.EventLog;
import dev.ssot.router.protocol.ConnectionId;
import dev.ssot.router.protocol.Emission;
import dev.ssot.router.protocol.Event;
import dev.ssot.router.protocol.ServiceLevel;
import dev.ssot.router.protocol.UserKey;
import dev.ssot.router.run.Run;
import dev.ssot.router.run.RunPlan;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Carries client messages to handlers and events to users.
 *
 * <p>The whole state is a state for each user, guarded by that user's lock; users share only the
 * table of connection ids, the guards of handlers and the dead letters. An emitted event gets its
 * number under the lock, is logged, and only then is anybody told; each connection follows the log
 * with a cursor of its own, written by one thread at a time. Handlers and transports are called
 * without a lock.
 *
 * <p>Time comes from the given clock and passes only in {@link #tick}: whoever runs the router
 * calls it a few times a second. Safe for use by several threads.
 */
public final class MessageRouter {

  private final Core core;
  private final Users users;
  private final Ticking ticking;

  private MessageRouter(Builder parts) {
    core = new Core(parts);
    users = new Users(core);
    ticking = new Ticking(core, users);
  }

  /**
   * Begins to build a router.
   *
   * @param handlers runs the handlers; may be as small as one thread, may refuse work
   */
  public static Builder builder(
      RouterLimits limits, InstantSource clock, EventLog log, Executor handlers) {
    return new Builder(limits, clock, log, handlers);
  }

  /** The table of message types and handlers. */
  public Routes routes() {
    return core.routes();
  }

  /**
   * Takes a connection whose user is authenticated.
   *
   * <p>An id that is taken stays with the connection that has it. One connection more than a user
   * may have replaces his oldest.
   */
  public Attachment attach(Handshake handshake, Outbound outbound) {
    return users.with(
        handshake.user(), user -> user.connections().attach(handshake, outbound), users::noPlace);
  }

  /** Emits an event to all connections of a user, now or when they resume. */
  public Emission emit(UserKey user, Event event) {
    return users.emit(user, event);
  }

  /** Sends an ephemeral event to one connection of a user and to no other. */
  public Emission send(UserKey user, ConnectionId connection, Event event) {
    return users.send(user, connection, event);
  }

  /** The right to speak to all users of a tenant; to be given to what must have it. */
  public Tenant tenant(String name) {
    return users.tenant(name);
  }

  /** Starts a run of an agent for a user. */
  public Run startRun(UserKey user, RunPlan plan) {
    return users.startRun(user, plan);
  }

  /** Does everything that is due at {@code now}: timeouts, retention, heads, draining. */
  public void tick(Instant now) {
    ticking.tick(now);
  }

  /**
   * Begins to go away: nothing new is accepted, clients are told to come back elsewhere, and once
   * handlers and runs are finished or the deadline has passed, a tick closes every connection.
   */
  public void drain() {
    if (core.service().beginDraining(core.now())) {
      users.all().forEach(user -> user.run(() -> user.connections().announceDraining()));
    }
  }

  /** How much of its service the router gives. */
  public ServiceLevel level() {
    return core.service().level();
  }

  /** The ids of a user's open connections, the oldest first. */
  public Set<ConnectionId> connections(UserKey user) {
    return users
        .find(user)
        .map(state -> state.exclusively(() -> state.connections().ids()))
        .orElse(Set.of());
  }

  /** The messages that handlers failed on, the oldest first. */
  public List<DeadLetter> deadLetters() {
    return core.deadLetters().all();
  }

  /** A look at the router's users, connections and guards. */
  public Inspection inspection() {
    return new Inspection(core, users);
  }

  /** How much the router holds; exact when nothing happens at the same time. */
  public RouterCensus census() {
    return ticking.census();
  }

  /** The parts of a router. Not safe for use by several threads. */
  public static final class Builder {

    private final RouterLimits limits;
    private final InstantSource clock;
    private final EventLog log;
    private final Executor handlers;
    private Executor writers = Runnable::run;
    private Optional<SessionRefresh> refresh = Optional.empty();
    private RouterObserver observer = RouterObserver.NONE;
    private Routes routes = Routes.builder().build();
    private PayloadRules rules = PayloadRules.NONE;

    private Builder(RouterLimits limits, InstantSource clock, EventLog log, Executor handlers) {
      this.limits = limits;
      this.clock = clock;
      this.log = log;
      this.handlers = handlers;
    }

    /** Gives the table of message types and handlers; without it every message is refused. */
    public Builder routes(Routes table) {
      routes = table;
      return this;
    }

    /**
     * Gives what runs the writing to connections; without it, whoever causes a frame writes it. It
     * should not be what runs handlers, or busy handlers keep answers from being written.
     */
    public Builder writers(Executor executor) {
      writers = executor;
      return this;
    }

    /** Gives what payloads are held against, both ways; without it, any payload is taken. */
    public Builder rules(PayloadRules checks) {
      rules = checks;
      return this;
    }

    /** Gives what verifies {@code auth} messages; without it, they are refused. */
    public Builder sessions(SessionRefresh verifier) {
      refresh = Optional.of(verifier);
      return this;
    }

    /** Gives who is told what happens. */
    public Builder observer(RouterObserver told) {
      observer = told;
      return this;
    }

    /** The router. */
    public MessageRouter build() {
      return new MessageRouter(this);
    }

    RouterLimits limits() {
      return limits;
    }

    InstantSource clock() {
      return clock;
    }

    EventLog log() {
      return log;
    }

    Executor handlers() {
      return handlers;
    }

    Executor writers() {
      return writers;
    }

    Optional<SessionRefresh> refresh() {
      return refresh;
    }

    RouterObserver observer() {
      return observer;
    }

    Routes routes() {
      return routes;
    }

    PayloadRules rules() {
      return rules;
    }
  }
}
