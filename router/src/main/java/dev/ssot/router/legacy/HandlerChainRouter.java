package dev.ssot.router.legacy;

import dev.ssot.router.Connection;
import dev.ssot.router.MessageRouter;
import dev.ssot.router.RouterCensus;
import dev.ssot.router.Routes;
import dev.ssot.router.protocol.Payload;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The router that asked its handlers one after the other, custom ones before built-in ones.
 *
 * @deprecated Register handlers by type with {@link Routes.Builder}.
 */
@Deprecated(since = "0.1.0")
@Shim(owner = "router", until = "2027-06-30")
public final class HandlerChainRouter {

  private final LegacyEnvelope envelope;
  private final HandlerList handlers = new HandlerList();
  private final Delegate router = new Delegate();

  /** A router with its built-in handlers, whose clients speak one old envelope. */
  public HandlerChainRouter(LegacyEnvelope envelope, LegacyHandler... builtIn) {
    this.envelope = envelope;
    for (LegacyHandler handler : builtIn) {
      handlers.addLast(handler);
    }
  }

  /** Adds a handler behind the custom ones and before the built-in ones. */
  public void addHandler(LegacyHandler handler) {
    handlers.add(handler);
  }

  /** Adds a handler at a place among the custom ones. */
  public void insertHandler(int index, LegacyHandler handler) {
    handlers.insert(index, handler);
  }

  /** Removes a handler; false if it is not there. */
  public boolean removeHandler(LegacyHandler handler) {
    return handlers.remove(handler);
  }

  /** Enters the handlers into the table of the router that is to be built; then they are fixed. */
  public Routes.Builder register(Routes.Builder routes) {
    return handlers.register(routes, LegacyTypes.all(), Optional::of);
  }

  /** Gives the router that was built with the table. */
  public void bind(MessageRouter built) {
    router.set(built);
  }

  /**
   * Passes on what a client has sent. The sender gets an acknowledgement or an error.
   *
   * @param socket the connection on which it came, whose user alone counts
   * @return whether the message is from this user and has a handler
   */
  public boolean routeMessage(String userId, Connection socket, Payload raw) {
    return HandlerList.pass(router.get(), socket, userId, envelope.decode(raw));
  }

  /** Counts, of the whole router. */
  public Map<String, Integer> getStats() {
    RouterCensus census = router.get().census();
    Map<String, Integer> stats = new TreeMap<>();
    stats.put("handlers", handlers.size());
    stats.put("active_connections", census.connections());
    stats.put("messages_in_flight", census.inFlight());
    stats.put("handler_errors", census.deadLetters());
    return stats;
  }
}
