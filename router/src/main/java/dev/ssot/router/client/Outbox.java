package dev.ssot.router.client;

import dev.ssot.router.limits.ClientLimits;
import dev.ssot.router.protocol.ClientMessage;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/**
 * The messages whose answers have not come, in the order in which they were sent. Not thread-safe.
 */
final class Outbox {

  private final ClientLimits limits;
  private final Map<String, Pending> pending = new LinkedHashMap<>();

  Outbox(ClientLimits limits) {
    this.limits = limits;
  }

  private record Pending(
      ClientMessage message, CompletableFuture<Answer> answer, Future<?> givingUp) {}

  /** Whether fewer messages wait than may. */
  boolean hasRoom() {
    return pending.size() < limits.pending();
  }

  /**
   * Adds a message.
   *
   * @param givingUp calls {@link #giveUp} when the message has waited long enough
   */
  void add(ClientMessage message, CompletableFuture<Answer> answer, Future<?> givingUp) {
    pending.put(message.id(), new Pending(message, answer, givingUp));
  }

  /** How long a message may wait for its answer. */
  Duration patience() {
    return limits.resendWithin();
  }

  /** Settles a message, if it waits. */
  void settle(String id, Answer answer) {
    Pending settled = pending.remove(id);
    if (settled != null) {
      settled.givingUp().cancel(false);
      settled.answer().complete(answer);
    }
  }

  /** Settles a message whose answer would come too late, if it still waits. */
  void giveUp(String id) {
    settle(id, new Answer.Unknown("No answer came in time"));
  }

  Optional<ClientMessage> find(String id) {
    return Optional.ofNullable(pending.get(id)).map(Pending::message);
  }

  /** The messages to be sent again on a new connection. */
  List<ClientMessage> unanswered() {
    return pending.values().stream().map(Pending::message).toList();
  }

  /** Gives up everything. */
  void abandon(String reason) {
    for (String id : List.copyOf(pending.keySet())) {
      settle(id, new Answer.Unknown(reason));
    }
  }

  /** The least time between two sendings of a message that was refused for the moment. */
  Duration pause() {
    return limits.firstDelay();
  }
}
