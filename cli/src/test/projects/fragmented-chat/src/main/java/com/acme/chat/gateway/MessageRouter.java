package com.acme.chat.gateway;

import com.acme.chat.connection.Connection;
import com.acme.chat.connection.UserKey;
import com.acme.chat.routing.Envelope;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps the connections of the public gateway and limits how often an address may connect. */
public final class MessageRouter { // finds: duplicate-implementation

  private static final System.Logger LOG = System.getLogger(MessageRouter.class.getName());
  private static final int CONNECTIONS_PER_USER = 5;
  private static final int UPGRADES_PER_MINUTE = 30;

  private final Clock clock;
  private final Map<String, Registration> registrations = new ConcurrentHashMap<>();
  private final Map<UserKey, Set<String>> connectionsByUser = new ConcurrentHashMap<>();
  private final Map<InetAddress, List<Instant>> upgrades = new ConcurrentHashMap<>();

  public MessageRouter(Clock clock) {
    this.clock = clock;
  }

  /** Whether an address may open another connection now. */
  public boolean mayUpgrade(InetAddress address) {
    Instant now = clock.instant();
    List<Instant> recent =
        upgrades.compute(
            address,
            (key, before) -> {
              List<Instant> kept = new ArrayList<>(before == null ? List.of() : before);
              kept.removeIf(at -> at.isBefore(now.minus(Duration.ofMinutes(1))));
              kept.add(now);
              return kept;
            });
    return recent.size() <= UPGRADES_PER_MINUTE;
  }

  /** Registers a connection for its user; false if the user has too many or the id is taken. */
  public boolean registerConnection(UserKey user, Connection connection) {
    Set<String> open =
        connectionsByUser.computeIfAbsent(user, key -> ConcurrentHashMap.newKeySet());
    if (open.size() >= CONNECTIONS_PER_USER) {
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
      }
    }
    return delivered;
  }

  /** Addresses that have been refused in the last minute, most active first. */
  public List<InetAddress> busiestAddresses() {
    return upgrades.entrySet().stream()
        .filter(entry -> entry.getValue().size() > UPGRADES_PER_MINUTE)
        .sorted((a, b) -> b.getValue().size() - a.getValue().size())
        .map(Map.Entry::getKey)
        .toList();
  }

  private record Registration(UserKey user, Connection connection, Instant since) {}
}
