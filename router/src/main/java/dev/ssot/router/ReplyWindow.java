package dev.ssot.router;

import dev.ssot.router.limits.WindowLimits;
import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.ServerFrame;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answers to a user's latest client messages, by id, so that a message sent again is answered
 * from memory and not handled again. Bounded by count and age. Guarded by the user's lock.
 */
final class ReplyWindow {

  private final WindowLimits limits;

  private final Map<String, RememberedMessage> inFlight = new HashMap<>();

  /** What is answered stands behind what was answered before it. */
  private final LinkedHashMap<String, RememberedMessage> answered = new LinkedHashMap<>();

  ReplyWindow(WindowLimits limits) {
    this.limits = limits;
  }

  Optional<RememberedMessage> find(String id) {
    RememberedMessage current = inFlight.get(id);
    return Optional.ofNullable(current == null ? answered.get(id) : current);
  }

  /** Remembers a message that is about to be handled and whose sender waits for the answer. */
  void begin(ClientMessage message, Connection sender) {
    if (size() >= limits.ids()) {
      dropOldestAnswered();
    }
    inFlight.put(message.id(), new RememberedMessage(message, sender));
  }

  /**
   * Settles a message.
   *
   * @return the connections that wait for the answer, each once
   */
  List<Connection> settle(String id, ServerFrame answer, boolean remember, Instant now) {
    RememberedMessage message = inFlight.remove(id);
    if (message == null) {
      throw new IllegalStateException("Message `%s` is settled but was not begun".formatted(id));
    }
    if (remember) {
      answered.put(id, message);
    }
    return message.settle(answer, now);
  }

  /** Forgets a connection that is gone. */
  void forget(Connection connection) {
    inFlight.values().forEach(message -> message.forget(connection));
  }

  void expire(Instant now) {
    Instant kept = now.minus(limits.age());
    Iterator<RememberedMessage> oldest = answered.values().iterator();
    while (oldest.hasNext() && oldest.next().isAnsweredBefore(kept)) {
      oldest.remove();
    }
  }

  int size() {
    return inFlight.size() + answered.size();
  }

  /** There is one, as fewer messages may be in flight than are remembered. */
  private void dropOldestAnswered() {
    Iterator<RememberedMessage> oldest = answered.values().iterator();
    oldest.next();
    oldest.remove();
  }
}
