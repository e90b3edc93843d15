package dev.ssot.router;

import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.ServerFrame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A client message that is being handled or has been answered. Guarded by the user's lock. */
final class RememberedMessage {

  private final long fingerprint;

  /** Hardly ever more than one, so that a list finds them faster than a set would. */
  private List<Connection> waiting = new ArrayList<>(1);

  private @Nullable ServerFrame answer;
  private long answeredAt;

  RememberedMessage(ClientMessage message, Connection sender) {
    fingerprint = message.fingerprint();
    waiting.add(sender);
  }

  /** Whether the other message under this id is this one sent again. */
  boolean isSameAs(ClientMessage other) {
    return fingerprint == other.fingerprint();
  }

  /** The answer, once there is one. */
  Optional<ServerFrame> answer() {
    return Optional.ofNullable(answer);
  }

  /** Has a connection wait for the answer too. */
  void await(Connection connection) {
    if (!waiting.contains(connection)) {
      waiting.add(connection);
    }
  }

  void forget(Connection connection) {
    waiting.remove(connection);
  }

  /** Takes the answer, and says who waits for it. */
  List<Connection> settle(ServerFrame settled, Instant now) {
    List<Connection> told = waiting;
    waiting = Collections.emptyList();
    answer = settled;
    answeredAt = now.toEpochMilli();
    return told;
  }

  boolean isAnsweredBefore(Instant then) {
    return answer != null && answeredAt < then.toEpochMilli();
  }
}
