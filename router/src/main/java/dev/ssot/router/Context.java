package dev.ssot.router;

import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.ConnectionId;
import dev.ssot.router.protocol.Emission;
import dev.ssot.router.protocol.Event;
import dev.ssot.router.protocol.UserKey;
import dev.ssot.router.run.Run;
import dev.ssot.router.run.RunPlan;

/**
 * What a handler may know and do: everything in the name of the authenticated user, nothing in
 * another's. May be kept and used after the handler has replied. Safe for use by several threads.
 */
public final class Context {

  private final Users users;
  private final UserKey user;
  private final ConnectionId connection;
  private final String session;

  Context(Users users, UserKey user, ConnectionId connection, ClientMessage message) {
    this.users = users;
    this.user = user;
    this.connection = connection;
    this.session = message.session();
  }

  /** The authenticated user. */
  public UserKey user() {
    return user;
  }

  /** The connection on which the message came; it may be closed by now. */
  public ConnectionId connection() {
    return connection;
  }

  /** The session that the message names, or the empty string. */
  public String session() {
    return session;
  }

  /** Emits an event to all connections of the user, now or when they resume. */
  public Emission emit(Event event) {
    return users.emit(user, event);
  }

  /** Sends an ephemeral event to nobody but the connection on which the message came. */
  public Emission send(Event event) {
    return users.send(user, connection, event);
  }

  /**
   * Has the user get what is published under a topic of his tenant, until he unsubscribes or has
   * been away for longer than events are kept.
   */
  public Subscription subscribe(String topic) {
    return users.with(user, state -> state.subscriptions().add(topic), () -> Subscription.TOO_MANY);
  }

  /** Ends a subscription, if there is one; nothing published later reaches the user. */
  public void unsubscribe(String topic) {
    users.ifKept(
        user,
        state -> true,
        state -> {
          state.subscriptions().remove(topic);
          return topic;
        });
  }

  /** What only {@link TenantHandler}s get. */
  Tenant tenant() {
    return users.tenant(user.tenant());
  }

  /** Starts a run in the session of the message. */
  public Run startRun(String agentName) {
    return startRun(RunPlan.of(session, agentName));
  }

  /** Starts a run of the user. */
  public Run startRun(RunPlan plan) {
    return users.startRun(user, plan);
  }
}
