package com.acme.chat.routing;

import com.acme.chat.connection.Connection;
import com.acme.chat.connection.UserKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Routes the messages of clients to handlers, and events to the connections of one user.
 *
 * <p>A message is handled or its sender gets an error frame. The user is the one of the handshake;
 * a message never says who sent it. All state is bounded by {@link RouterLimits} and freed when a
 * connection closes.
 *
 * <p>Safe for concurrent use.
 */
public class MessageRouter implements AutoCloseable {

  /** Events that are never dropped, in the order in which a run emits them. */
  public static final List<String> CRITICAL_EVENTS =
      List.of(
          "agent_started", "agent_thinking", "tool_executing", "tool_completed", "agent_completed");

  private static final System.Logger LOG = System.getLogger(MessageRouter.class.getName());

  private final RouterLimits limits;
  private final Clock clock;
  private final Map<String, MessageHandler> handlers = new ConcurrentHashMap<>();
  private final Map<String, Registration> registrations = new ConcurrentHashMap<>();
  private final Map<UserKey, Set<String>> connectionsByUser = new ConcurrentHashMap<>();
  private final Deque<Envelope> deadLetters = new ArrayDeque<>();
  private final AtomicLong routed = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();

  public MessageRouter(RouterLimits limits, Clock clock) {
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Adds the handler of a message type.
   *
   * @throws IllegalStateException if the type has a handler already
   */
  public void addHandler(MessageHandler handler) {
    MessageHandler known = handlers.putIfAbsent(handler.type(), handler);
    if (known != null) {
      throw new IllegalStateException("The type " + handler.type() + " has a handler already");
    }
  }

  /** Registers a connection for its user; false if the user has too many or the id is taken. */
  public boolean registerConnection(UserKey user, Connection connection) {
    Set<String> open =
        connectionsByUser.computeIfAbsent(user, key -> ConcurrentHashMap.newKeySet());
    if (open.size() >= limits.connectionsPerUser()) {
      connection.close(4429, "too_many_connections");
      return false;
    }
    Registration fresh = new Registration(user, connection, clock.instant());
    if (registrations.putIfAbsent(connection.id(), fresh) != null) {
      connection.close(4400, "connection_id_taken");
      return false;
    }
    open.add(connection.id());
    LOG.log(System.Logger.Level.DEBUG, "Registered {0} of {1}", connection.id(), user);
    return true;
  }

  /** Forgets a connection and all that is kept for it. */
  public void unregisterConnection(String connectionId) {
    Registration gone = registrations.remove(connectionId);
    if (gone == null) {
      return;
    }
    connectionsByUser.computeIfPresent(
        gone.user(),
        (user, open) -> {
          open.remove(connectionId);
          return open.isEmpty() ? null : open;
        });
  }

  /** Hands a client's message to the handler of its type. */
  public RouteResult routeMessage(String connectionId, Envelope message) {
    Registration sender = registrations.get(connectionId);
    if (sender == null) {
      refused.incrementAndGet();
      return RouteResult.NOT_CONNECTED;
    }
    if (message.size() > limits.messageSize()) {
      refused.incrementAndGet();
      sender.reply(Envelope.error(message.id(), "message_too_large"));
      return RouteResult.REFUSED;
    }
    String type = MessageTypes.canonicalName(message.type());
    MessageHandler handler = handlers.get(type);
    if (handler == null) {
      refused.incrementAndGet();
      sender.reply(Envelope.error(message.id(), "unknown_message_type"));
      return RouteResult.UNKNOWN_TYPE;
    }
    try {
      handler.handle(sender.user(), message.withType(type), sender::reply);
      routed.incrementAndGet();
      sender.reply(Envelope.acknowledgement(message.id()));
      return RouteResult.HANDLED;
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "The handler of " + type + " failed", e);
      keepDeadLetter(message);
      sender.reply(Envelope.error(message.id(), "handler_failed"));
      return RouteResult.FAILED;
    }
  }

  /** Sends an event to every connection of a user; returns how many took it. */
  public int broadcastToUser(UserKey user, Envelope event) {
    int delivered = 0;
    String frame = event.toFrame();
    for (String connectionId : connectionsByUser.getOrDefault(user, Set.of())) {
      Registration target = registrations.get(connectionId);
      if (target == null) {
        continue;
      }
      if (target.connection().send(frame)) {
        delivered++;
      } else if (CRITICAL_EVENTS.contains(event.type())) {
        target.connection().close(4408, "reader_too_slow");
      }
    }
    if (delivered == 0 && CRITICAL_EVENTS.contains(event.type())) {
      keepDeadLetter(event);
    }
    return delivered;
  }

  /** The ids of a user's connections, sorted. */
  public List<String> connectionsOf(UserKey user) {
    List<String> ids = new ArrayList<>(connectionsByUser.getOrDefault(user, Set.of()));
    ids.sort(null);
    return List.copyOf(ids);
  }

  /** Closes connections that are older than a session may be; returns how many. */
  public int closeExpired() {
    Instant oldest = clock.instant().minus(limits.sessionLength());
    int closed = 0;
    for (Registration registration : List.copyOf(registrations.values())) {
      if (registration.since().isBefore(oldest)) {
        registration.connection().close(4401, "session_over");
        unregisterConnection(registration.connection().id());
        closed++;
      }
    }
    return closed;
  }

  /** Counts since the start, by name. */
  public Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    counts.put("connections", (long) registrations.size());
    counts.put("routed", routed.get());
    counts.put("refused", refused.get());
    synchronized (deadLetters) {
      counts.put("dead_letters", (long) deadLetters.size());
    }
    return counts;
  }

  private void keepDeadLetter(Envelope message) {
    synchronized (deadLetters) {
      while (deadLetters.size() >= limits.deadLetters()) {
        deadLetters.removeFirst();
      }
      deadLetters.addLast(message);
    }
  }

  @Override
  public void close() {
    for (Registration registration : List.copyOf(registrations.values())) {
      registration.connection().close(1012, "going_away");
      unregisterConnection(registration.connection().id());
    }
  }

  /** How long a client waits before it reconnects after {@link #close}. */
  public static Duration reconnectDelay() {
    return Duration.ofSeconds(2);
  }

  /** A connection and the user that the handshake gave it. */
  private record Registration(UserKey user, Connection connection, Instant since) {

    void reply(Envelope answer) {
      connection.send(answer.toFrame());
    }
  }
}
