package com.acme.chat.realtime;

import com.acme.chat.connection.Connection;
import com.acme.chat.connection.UserKey;
import com.acme.chat.routing.Envelope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Carries chat messages from sockets to the agent and the agent's events back, for the web client.
 *
 * <p>Participants are one flat list: a user rarely has more than three connections open.
 */
public final class LiveChatHub { // finds: duplicate-implementation

  private static final List<String> AGENT_EVENTS =
      List.of(
          "agent_started", "agent_thinking", "tool_executing", "tool_completed", "agent_completed");
  private static final int CONNECTIONS_PER_USER = 8; // finds: conflicting-constant

  private record Participant(UserKey user, Connection connection) {}

  private record Route(String messageType, BiFunction<UserKey, Envelope, Envelope> handler) {}

  private final List<Participant> participants = new CopyOnWriteArrayList<>();
  private final List<Route> routes = new ArrayList<>();
  private final List<Envelope> undelivered = new CopyOnWriteArrayList<>();

  /** Routes messages of a type to a handler that gives the reply. */
  public LiveChatHub route(String messageType, BiFunction<UserKey, Envelope, Envelope> handler) {
    routes.add(new Route(messageType, handler));
    return this;
  }

  /** Registers a connection; empty if it was refused. */
  public Optional<Runnable> join(UserKey user, Connection connection) {
    boolean taken = participants.stream().anyMatch(hasConnection(connection.id()));
    if (taken || of(user).count() >= CONNECTIONS_PER_USER) {
      connection.close(taken ? 4400 : 4429, taken ? "connection_id_taken" : "too_many_connections");
      return Optional.empty();
    }
    Participant registered = new Participant(user, connection);
    participants.add(registered);
    return Optional.of(() -> participants.remove(registered));
  }

  /** Unregisters a connection. */
  public void leave(String connectionId) {
    participants.removeIf(hasConnection(connectionId));
  }

  /** Handles a message of a connection and replies on the same connection. */
  public boolean receive(String connectionId, Envelope message) {
    return participants.stream()
        .filter(hasConnection(connectionId))
        .findFirst()
        .map(sender -> sender.connection().send(replyTo(sender.user(), message).toFrame()))
        .orElse(false);
  }

  private Envelope replyTo(UserKey user, Envelope message) {
    Stream<Route> matching =
        routes.stream().filter(route -> route.messageType().equalsIgnoreCase(message.type()));
    try {
      return matching
          .findFirst()
          .map(route -> route.handler().apply(user, message))
          .orElseGet(() -> Envelope.error(message.id(), "unknown_message_type"));
    } catch (RuntimeException e) {
      undelivered.add(message);
      return Envelope.error(message.id(), "handler_failed");
    }
  }

  /** Broadcasts an event to all connections of a user. */
  public long broadcast(UserKey user, Envelope event) {
    Map<Boolean, List<Participant>> outcome =
        of(user).collect(Collectors.partitioningBy(to -> to.connection().send(event.toFrame())));
    if (AGENT_EVENTS.contains(event.type())) {
      outcome.get(false).forEach(slow -> slow.connection().close(4408, "reader_too_slow"));
      if (outcome.get(true).isEmpty()) {
        undelivered.add(event);
      }
    }
    return outcome.get(true).size();
  }

  /** The connection ids of each user. */
  public Map<UserKey, List<String>> connectionsByUser() {
    return participants.stream()
        .collect(
            Collectors.groupingBy(
                Participant::user,
                Collectors.mapping(
                    participant -> participant.connection().id(), Collectors.toList())));
  }

  private Stream<Participant> of(UserKey user) {
    return participants.stream().filter(participant -> participant.user().equals(user));
  }

  private static Predicate<Participant> hasConnection(String connectionId) {
    return participant -> participant.connection().id().equals(connectionId);
  }
}
