package dev.ssot.router.legacy;

import dev.ssot.router.MessageRouter;
import dev.ssot.router.Reach;
import dev.ssot.router.Routes;
import dev.ssot.router.protocol.Emission;
import dev.ssot.router.protocol.Event;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.UserKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The router that chose the receivers of a message by a strategy.
 *
 * @deprecated Emit with {@link MessageRouter#emit} and speak to several users through {@link
 *     dev.ssot.router.Tenant}.
 */
@Deprecated(since = "0.1.0")
@Shim(owner = "router", until = "2027-06-30")
public final class StrategyRouter {

  /** Who gets a message. */
  public enum Strategy {
    /** All users of the tenant. */
    ALL,
    /** All connections of one user. */
    USER,
    /** The same, in one session. */
    SESSION,
    /** The users who are subscribed to the topic of an agent, {@code agent:} and its name. */
    AGENT
  }

  /**
   * Where a message is to go.
   *
   * @param userId the user, for the strategies that have one
   * @param target the session or the agent, for the strategies that have one
   */
  public record RoutingContext(Strategy strategy, String userId, String target) {}

  private record Ranked(int priority, String type, LegacyHandler.Body body) {}

  private final String tenant;
  private final List<Ranked> ranked = new ArrayList<>();
  private final HandlerList handlers = new HandlerList();
  private final Delegate router = new Delegate();

  /** A router for the users of one tenant, of which the old one knew nothing. */
  public StrategyRouter(String tenant) {
    this.tenant = tenant;
  }

  /** Adds a handler of a type; of several, the one with the highest priority gets the messages. */
  public void addHandler(String type, LegacyHandler.Body handler, int priority) {
    handlers.requireOpen();
    ranked.add(new Ranked(priority, LegacyTypes.canonical(type), handler));
  }

  /** Enters the handlers into the table of the router that is to be built; then they are fixed. */
  public Routes.Builder register(Routes.Builder routes) {
    TreeSet<String> types = new TreeSet<>();
    ranked.stream()
        .sorted(Comparator.comparingInt(Ranked::priority).reversed())
        .forEach(
            one -> {
              types.add(one.type());
              handlers.addLast(LegacyHandler.of(one.type(), one.body()));
            });
    return handlers.register(routes, types, Optional::of);
  }

  /** Gives the router that was built with the table. */
  public void bind(MessageRouter built) {
    router.set(built);
  }

  /** As {@link EventRouter#registerConnection}. */
  public boolean registerConnection(String userId, String connectionId, String threadId) {
    return new EventRouter(router.get(), tenant).registerConnection(userId, connectionId, threadId);
  }

  /**
   * Sends an event to whom the strategy chooses.
   *
   * @return the users who have it or get it when they resume
   */
  public int routeMessage(Payload message, RoutingContext context) {
    Event event = EventRouter.event(message);
    return switch (context.strategy()) {
      case ALL -> count(router.get().tenant(tenant).broadcast(event));
      case USER -> count(emit(context, event));
      case SESSION -> count(emit(context, event.inSession(context.target())));
      case AGENT -> count(router.get().tenant(tenant).publish("agent:" + context.target(), event));
    };
  }

  private Emission emit(RoutingContext context, Event event) {
    return router.get().emit(new UserKey(tenant, context.userId()), event);
  }

  private static int count(Emission emission) {
    return emission.accepted() ? 1 : 0;
  }

  private static int count(Reach reach) {
    return reach.delivered() + reach.logged();
  }
}
