package dev.ssot.router.client;

import dev.ssot.router.limits.ClientLimits;
import dev.ssot.router.protocol.ClientMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The messages whose answers have not come, in the order in which they were sent. Not thread-safe.
 */
final class Outbox {

  private final ClientLimits limits;
  private final Map<String, Pending> pending = new LinkedHashMap<>();

  Outbox(ClientLimits limits) {
    this.limits = limits;
  }

  private record Pending(ClientMessage message, Instant since, CompletableFuture<Answer> answer) {}

  /** Adds a message; false if as many wait as may. */
  boolean add(ClientMessage message, CompletableFuture<Answer> answer, Instant now) {
    if (pending.size() >= limits.pending()) {
      return false;
    }
    pending.put(message.id(), new Pending(message, now, answer));
    return true;
  }

  /** Settles a message, if it waits. */
  void settle(String id, Answer answer) {
    Pending settled = pending.remove(id);
    if (settled != null) {
      settled.answer().complete(answer);
    }
  }

  Optional<ClientMessage> find(String id) {
    return Optional.ofNullable(pending.get(id)).map(Pending::message);
  }

  /** The messages to be sent again, after those have been given up that are too old for that. */
  List<ClientMessage> unanswered(Instant now) {
    Instant oldest = now.minus(limits.resendWithin());
    for (Pending one : List.copyOf(pending.values())) {
      if (one.since().isBefore(oldest)) {
        settle(one.message().id(), new Answer.Unknown("No connection came about in time"));
      }
    }
    List<ClientMessage> messages = new ArrayList<>();
    pending.values().forEach(one -> messages.add(one.message()));
    return messages;
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
