package dev.ssot.router;

import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.ServerFrame;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A client message that is being handled or has been answered. Guarded by the user's lock. */
final class RememberedMessage {

  private final ClientMessage.Fingerprint fingerprint;
  private final Set<Connection> waiting = new LinkedHashSet<>();
  private @Nullable ServerFrame answer;
  private Instant answeredAt = Instant.MAX;

  RememberedMessage(ClientMessage message, Connection sender) {
    fingerprint = message.fingerprint();
    waiting.add(sender);
  }

  /** Whether the other message under this id is this one sent again. */
  boolean isSameAs(ClientMessage other) {
    return fingerprint.equals(other.fingerprint());
  }

  /** The answer, once there is one. */
  Optional<ServerFrame> answer() {
    return Optional.ofNullable(answer);
  }

  /** Has a connection wait for the answer too. */
  void await(Connection connection) {
    waiting.add(connection);
  }

  void forget(Connection connection) {
    waiting.remove(connection);
  }

  Set<Connection> settle(ServerFrame settled, Instant now) {
    Set<Connection> told = new LinkedHashSet<>(waiting);
    waiting.clear();
    answer = settled;
    answeredAt = now;
    return told;
  }

  boolean isAnsweredBefore(Instant then) {
    return answer != null && answeredAt.isBefore(then);
  }
}
