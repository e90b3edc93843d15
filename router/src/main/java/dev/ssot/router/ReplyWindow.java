package dev.ssot.router;

import dev.ssot.router.limits.WindowLimits;
import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.ServerFrame;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;

/**
 * The answers to a user's latest client messages, by id, so that a message sent again is answered
 * from memory and not handled again. Bounded by count and age. Guarded by the user's lock.
 */
final class ReplyWindow {

  private final WindowLimits limits;
  private final LinkedHashMap<String, RememberedMessage> messages = new LinkedHashMap<>();

  ReplyWindow(WindowLimits limits) {
    this.limits = limits;
  }

  Optional<RememberedMessage> find(String id) {
    return Optional.ofNullable(messages.get(id));
  }

  /** Remembers a message that is about to be handled and whose sender waits for the answer. */
  void begin(ClientMessage message, Connection sender) {
    if (messages.size() >= limits.ids()) {
      dropOldestAnswered();
    }
    messages.put(message.id(), new RememberedMessage(message, sender));
  }

  /**
   * Settles a message.
   *
   * @return the connections that wait for the answer, each once
   */
  Set<Connection> settle(String id, ServerFrame answer, boolean remember, Instant now) {
    RememberedMessage message = messages.get(id);
    if (message == null) {
      throw new IllegalStateException("Message `%s` is settled but was not begun".formatted(id));
    }
    if (!remember) {
      messages.remove(id);
    }
    return message.settle(answer, now);
  }

  /** Forgets a connection that is gone. */
  void forget(Connection connection) {
    messages.values().forEach(message -> message.forget(connection));
  }

  void expire(Instant now) {
    Instant kept = now.minus(limits.age());
    messages.values().removeIf(message -> message.isAnsweredBefore(kept));
  }

  int size() {
    return messages.size();
  }

  /** There is one, as fewer messages may be in flight than are remembered. */
  private void dropOldestAnswered() {
    String oldest =
        messages.entrySet().stream()
            .filter(entry -> entry.getValue().answer().isPresent())
            .findFirst()
            .orElseThrow()
            .getKey();
    messages.remove(oldest);
  }
}
