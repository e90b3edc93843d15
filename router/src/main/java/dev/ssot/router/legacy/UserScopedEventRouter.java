package dev.ssot.router.legacy;

import dev.ssot.router.MessageRouter;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.UserKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An {@link EventRouter} that is bound to one request of one user: it adds the request's id to what
 * it sends, and does nothing once the request is over.
 *
 * @deprecated Handlers have a {@link dev.ssot.router.Context}; others emit with {@link
 *     MessageRouter#emit}.
 */
@Deprecated(since = "0.1.0")
@Shim(owner = "router", until = "2027-06-30")
public final class UserScopedEventRouter {

  /**
   * The request.
   *
   * @param expires when it is over
   */
  public record Scope(UserKey user, String requestId, Instant expires) {}

  private final EventRouter router;
  private final Scope scope;
  private final InstantSource clock;

  public UserScopedEventRouter(MessageRouter router, Scope scope, InstantSource clock) {
    this.router = new EventRouter(router, scope.user().tenant());
    this.scope = scope;
    this.clock = clock;
  }

  /** As {@link EventRouter#registerConnection}, for the user of the request. */
  public boolean registerConnection(String connectionId, String threadId) {
    return isOpen() && router.registerConnection(user(), connectionId, threadId);
  }

  /** As {@link EventRouter#unregisterConnection}, for the user of the request. */
  public boolean unregisterConnection(String connectionId) {
    return !router.getUserConnections(user()).contains(connectionId);
  }

  /** As {@link EventRouter#routeEvent}, for the user of the request. */
  public boolean routeEvent(String connectionId, Payload event) {
    return isOpen() && router.routeEvent(user(), connectionId, enriched(event));
  }

  /** As {@link EventRouter#broadcastToUser}, for the user of the request. */
  public int broadcastToUser(Payload event) {
    return isOpen() ? router.broadcastToUser(user(), enriched(event)) : 0;
  }

  /** As {@link EventRouter#getUserConnections}, for the user of the request. */
  public List<String> getUserConnections() {
    return router.getUserConnections(user());
  }

  private boolean isOpen() {
    return clock.instant().isBefore(scope.expires());
  }

  private String user() {
    return scope.user().user();
  }

  private Payload enriched(Payload event) {
    Map<String, @Nullable Object> data =
        new LinkedHashMap<>(event.object("data").orElseGet(Payload::empty).fields());
    data.put("request_id", scope.requestId());
    Map<String, @Nullable Object> fields = new LinkedHashMap<>(event.fields());
    fields.put("data", data);
    return Payload.of(fields);
  }
}
