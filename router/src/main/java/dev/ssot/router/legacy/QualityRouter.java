package dev.ssot.router.legacy;

import dev.ssot.router.MessageRouter;
import dev.ssot.router.Reach;
import dev.ssot.router.Reply;
import dev.ssot.router.Routes;
import dev.ssot.router.Subscription;
import dev.ssot.router.protocol.Event;
import dev.ssot.router.protocol.EventClass;
import dev.ssot.router.protocol.Payload;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The router of quality messages: a dictionary of handlers by type, and updates to all who
 * subscribed.
 *
 * @deprecated Register handlers with {@link Routes.Builder}, publish with {@link
 *     dev.ssot.router.Tenant#publish}.
 */
@Deprecated(since = "0.1.0")
@Shim(owner = "router", until = "2027-06-30")
public final class QualityRouter {

  private static final String TOPIC = "quality";

  private final String tenant;
  private final HandlerList handlers = new HandlerList();
  private final SortedSet<String> types = new TreeSet<>();
  private final Delegate router = new Delegate();

  /** A router for the users of one tenant, of which the old one knew nothing. */
  public QualityRouter(String tenant) {
    this.tenant = tenant;
  }

  /** Adds the handler of a type; the first one of a type stays. */
  public void addHandler(String type, LegacyHandler.Body handler) {
    handlers.addLast(LegacyHandler.of(type, handler));
    types.add(LegacyTypes.canonical(type));
  }

  /** Enters the handlers and {@code subscribe_quality} into the table of the router to be built. */
  public Routes.Builder register(Routes.Builder routes) {
    handlers.register(routes, types, Optional::of);
    return routes.handle(
        "subscribe_quality",
        (context, message) ->
            context.subscribe(TOPIC) == Subscription.ACTIVE
                ? Reply.accepted()
                : Reply.rejected("The user has too many subscriptions"));
  }

  /** Gives the router that was built with the table. */
  public void bind(MessageRouter built) {
    router.set(built);
  }

  /** Passes on what a client has sent, as {@link HandlerChainRouter#routeMessage} does. */
  public boolean handleMessage(String userId, LegacyMessage message) {
    return HandlerList.pass(
        router.get(), message.socket(), userId, LegacyEnvelope.DATA.decode(message.raw()));
  }

  /** Sends an update to all users of the tenant who subscribed, and says whom it reached. */
  public Reach broadcastQualityUpdate(Payload update) {
    return router
        .get()
        .tenant(tenant)
        .publish(TOPIC, Event.of("quality_update", EventClass.STATE, update));
  }
}
