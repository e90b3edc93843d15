package dev.ssot.router;

import dev.ssot.router.limits.ConnectionLimits;
import dev.ssot.router.protocol.CloseCode;
import dev.ssot.router.protocol.ConnectionId;
import dev.ssot.router.protocol.Emission;
import dev.ssot.router.protocol.Event;
import dev.ssot.router.protocol.Refusal;
import dev.ssot.router.protocol.ServerFrame;
import dev.ssot.router.protocol.ServiceLevel;
import dev.ssot.router.protocol.StreamEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The open connections of one user, the oldest first. Guarded by the user's lock. */
final class UserConnections {

  private final UserState user;
  private final Core core;
  private final ConnectionLimits limits;
  private final Map<ConnectionId, Connection> open = new LinkedHashMap<>();

  /** What {@link #open} holds, for whoever may change it on the way; replaced with each change. */
  private List<Connection> snapshot = List.of();

  private Instant absentSince;

  UserConnections(UserState user) {
    this.user = user;
    core = user.core();
    limits = core.limits().connections();
    absentSince = user.now();
  }

  Attachment attach(Handshake handshake, Outbound outbound) {
    if (!core.service().takesMore()) {
      return new Attachment.Refused(
          Attachment.Reason.DRAINING, "The router goes away; try another node");
    }
    Connection connection = connection(handshake, outbound);
    Optional<Attachment.Refused> refused = core.connections().enter(connection);
    if (refused.isPresent()) {
      return refused.get();
    }
    if (open.size() >= limits.perUser()) {
      close(
          open.values().iterator().next(),
          CloseCode.REPLACED,
          "A newer connection of the user took its place",
          true);
    }
    open.put(connection.id(), connection);
    snapshot = List.copyOf(open.values());
    user.report(observer -> observer.connectionOpened(user.key(), connection.id()));
    if (open.size() == 1) {
      tellPresence();
    }
    return new Attachment.Attached(connection);
  }

  boolean isOpen(Connection connection) {
    return open.get(connection.id()) == connection;
  }

  /** Forgets a connection that the transport has lost, also one that is being closed. */
  void detach(Connection connection) {
    if (leave(connection)) {
      user.report(observer -> observer.connectionLost(user.key(), connection.id()));
    }
    connection.outlet().abandon();
  }

  /** Closes a connection; from now on it is not one of the user's any more. */
  void close(Connection connection, CloseCode code, String reason, boolean afterWriting) {
    if (leave(connection)) {
      connection.outlet().close(code, reason, afterWriting);
      user.report(observer -> observer.connectionClosed(user.key(), connection.id(), code));
    }
  }

  /** Closes the connection of an outlet that can't go on. */
  void cutOff(Outlet outlet, CloseCode code, String reason) {
    find(outlet).ifPresent(connection -> close(connection, code, reason, false));
    outlet.close(code, reason, false);
  }

  void closeAll(CloseCode code, String reason) {
    snapshot.forEach(connection -> close(connection, code, reason, true));
  }

  /** Closes every connection without writing what waits. */
  void dropAll(CloseCode code, String reason) {
    snapshot.forEach(connection -> close(connection, code, reason, false));
  }

  /** Closes the connections whose session is over. */
  void closeExpired(Instant now) {
    if (isAnyExpired(now)) {
      snapshot.stream()
          .filter(one -> one.isExpired(now))
          .forEach(
              one ->
                  close(one, CloseCode.SESSION_OVER, "The session is over; sign in again", true));
    }
  }

  /** Asked with every message and event, so it copies nothing. */
  private boolean isAnyExpired(Instant now) {
    for (int i = 0; i < snapshot.size(); i++) {
      if (snapshot.get(i).isExpired(now)) {
        return true;
      }
    }
    return false;
  }

  /** Gives up a connection whose sending side has thrown. */
  void outboundFailed(Outlet outlet, Throwable cause) {
    find(outlet)
        .ifPresent(
            connection -> {
              detach(connection);
              user.report(observer -> observer.outboundFailed(user.key(), connection.id(), cause));
            });
    outlet.abandon();
  }

  /** Sends a control frame, if the connection is open; one that takes no more is cut off. */
  void send(Connection connection, ServerFrame frame) {
    if (isOpen(connection) && !connection.outlet().offer(frame)) {
      close(connection, CloseCode.TOO_SLOW, "Too many answers wait to be read", false);
    }
  }

  /** Sends an event to one connection, unless too much waits for its reader. */
  Emission sendDirect(ConnectionId id, Event event) {
    Connection connection = open.get(id);
    if (connection == null || !connection.outlet().isLive()) {
      return new Emission.Refused(
          Refusal.NO_SUCH_CONNECTION, "The user has no connection `%s` that listens".formatted(id));
    }
    return connection.outlet().offer(new ServerFrame.Direct(event, user.now()))
        ? new Emission.Sent(id)
        : new Emission.Refused(
            Refusal.READER_TOO_SLOW, "Too much waits for connection `%s`".formatted(id));
  }

  /** Tells the connections of a new event at the head of the stream. */
  Emission appended(StreamEvent event) {
    int following = 0;
    for (Connection connection : snapshot) {
      if (!connection.outlet().isLive()) {
        continue;
      }
      if (connection.outlet().appended(event)) {
        following++;
      } else {
        close(connection, CloseCode.TOO_SLOW, "Too many events wait to be read", false);
      }
    }
    return following == 0
        ? new Emission.Logged(event.position())
        : new Emission.Delivered(event.position(), following);
  }

  /** Tells the connections that the router is going away. */
  void announceDraining() {
    for (Connection connection : snapshot) {
      send(connection, new ServerFrame.ServiceStatus(ServiceLevel.DRAINING));
      send(connection, new ServerFrame.GoingAway(core.service().reconnectDelay(connection.id())));
    }
  }

  /** Tells the connections how much of its service the router gives. */
  void announce(ServiceLevel level) {
    snapshot.forEach(connection -> send(connection, new ServerFrame.ServiceStatus(level)));
  }

  /** Has every connection look at the stream again. */
  void wake() {
    open.values().forEach(connection -> connection.outlet().wake());
  }

  void tick(Instant now) {
    closeExpired(now);
    for (Connection connection : snapshot) {
      tick(connection, now);
    }
  }

  Set<ConnectionId> ids() {
    return new LinkedHashSet<>(open.keySet());
  }

  List<ConnectionFigures> figures() {
    return open.values().stream().map(Connection::figures).toList();
  }

  int size() {
    return open.size();
  }

  /** Since when the user has had no connection, if he has none. */
  Instant absentSince() {
    return absentSince;
  }

  /** The connections whose {@code hello} is not answered yet. */
  List<Connection> waiting() {
    return snapshot.stream().filter(one -> one.isGreeted() && !one.outlet().isLive()).toList();
  }

  private void tick(Connection connection, Instant now) {
    Outlet outlet = connection.outlet();
    if (outlet.isStuck(now)) {
      close(connection, CloseCode.TOO_SLOW, "Nothing was read for too long", false);
    } else if (!connection.isGreeted()
        && now.isAfter(connection.attachedAt().plus(limits.helloWithin()))) {
      close(connection, CloseCode.PROTOCOL, "No `hello` came in time", true);
    } else if (outlet.isIdleSince(now.minus(limits.headEvery()), user.stream().newest())) {
      send(connection, new ServerFrame.Head(user.stream().here()));
    }
  }

  private Connection connection(Handshake handshake, Outbound outbound) {
    Outlet outlet = new Outlet(user, core.limits().queue(), outbound);
    Instant now = user.now();
    return new Connection(user, handshake, outlet, now);
  }

  private boolean leave(Connection connection) {
    if (!open.remove(connection.id(), connection)) {
      return false;
    }
    snapshot = List.copyOf(open.values());
    core.connections().leave(connection);
    user.window().forget(connection);
    if (open.isEmpty()) {
      absentSince = user.now();
      tellPresence();
    }
    return true;
  }

  private void tellPresence() {
    user.report(observer -> observer.presenceChanged(user.key()));
  }

  private Optional<Connection> find(Outlet outlet) {
    return open.values().stream().filter(one -> one.outlet() == outlet).findFirst();
  }
}
