package dev.ssot.router;

import dev.ssot.router.limits.ConnectionLimits;
import dev.ssot.router.protocol.ConnectionId;
import dev.ssot.router.protocol.UserKey;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * All attached connections by id. Whoever is in the table first keeps the id until he leaves.
 * Thread-safe.
 */
final class ConnectionTable {

  private final Places places;
  private final ConcurrentHashMap<ConnectionId, Connection> connections = new ConcurrentHashMap<>();

  ConnectionTable(ConnectionLimits limits) {
    places = new Places(limits.total());
  }

  /** Enters a connection, or says why not. */
  Optional<Attachment.Refused> enter(Connection connection) {
    if (!places.take()) {
      return refusal(
          Attachment.Reason.TOO_MANY_CONNECTIONS,
          "The router has %d connections; try another node".formatted(places.total()));
    }
    if (connections.putIfAbsent(connection.id(), connection) != null) {
      places.giveBack();
      return refusal(
          Attachment.Reason.ID_TAKEN,
          "Connection `%s` is open; choose another id".formatted(connection.id()));
    }
    return Optional.empty();
  }

  /** Removes this very connection; another one under its id stays. */
  void leave(Connection connection) {
    if (connections.remove(connection.id(), connection)) {
      places.giveBack();
    }
  }

  /** The users of the connections, each as often as he has one. */
  Stream<UserKey> users() {
    return connections.values().stream().map(Connection::user);
  }

  int size() {
    return connections.size();
  }

  private static Optional<Attachment.Refused> refusal(Attachment.Reason reason, String detail) {
    return Optional.of(new Attachment.Refused(reason, detail));
  }
}
