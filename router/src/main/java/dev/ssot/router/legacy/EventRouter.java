package dev.ssot.router.legacy;

import dev.ssot.router.MessageRouter;
import dev.ssot.router.protocol.ConnectionId;
import dev.ssot.router.protocol.Emission;
import dev.ssot.router.protocol.Event;
import dev.ssot.router.protocol.EventClass;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.UserKey;
import java.util.List;

/**
 * The router that sent events to connections that it was told of. Connections are now told by their
 * transport alone, and an event goes to all connections of its user.
 *
 * <p>The five events of a run are refused: they are said by a {@link dev.ssot.router.run.Run}.
 *
 * @deprecated Emit with {@link MessageRouter#emit}.
 */
@Deprecated(since = "0.1.0")
@Shim(owner = "router", until = "2027-06-30")
public final class EventRouter {

  private final MessageRouter router;
  private final String tenant;

  /** A router for the users of one tenant, of which the old one knew nothing. */
  public EventRouter(MessageRouter router, String tenant) {
    this.router = router;
    this.tenant = tenant;
  }

  /** Whether the user has this connection; nothing is registered by it. */
  public boolean registerConnection(String userId, String connectionId, String threadId) {
    return getUserConnections(userId).contains(connectionId);
  }

  /** Whether no user of the tenant has this connection any more; its transport ends it. */
  public boolean unregisterConnection(String connectionId) {
    return router.tenant(tenant).present().stream()
        .noneMatch(user -> router.connections(user).contains(new ConnectionId(connectionId)));
  }

  /**
   * Sends an event to a user who has the given connection.
   *
   * @return whether he has, and the router has the event
   */
  public boolean routeEvent(String userId, String connectionId, Payload event) {
    return registerConnection(userId, connectionId, "") && emit(userId, event).accepted();
  }

  /** Sends an event to a user; the number of connections to which it goes now. */
  public int broadcastToUser(String userId, Payload event) {
    return emit(userId, event) instanceof Emission.Delivered delivered
        ? delivered.connections()
        : 0;
  }

  /** The ids of the user's open connections, the oldest first. */
  public List<String> getUserConnections(String userId) {
    return router.connections(key(userId)).stream().map(ConnectionId::value).toList();
  }

  private Emission emit(String userId, Payload event) {
    return router.emit(key(userId), event(event));
  }

  /** The event of an old frame with its type and the data in {@code data}. */
  static Event event(Payload raw) {
    return new Event(
        raw.text("type").orElse(""),
        EventClass.CRITICAL,
        raw.text("thread_id").orElse(""),
        raw.object("data").orElseGet(Payload::empty));
  }

  private UserKey key(String userId) {
    return new UserKey(tenant, userId);
  }
}
