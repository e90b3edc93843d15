package dev.ssot.router.legacy;

import dev.ssot.router.MessageRouter;
import dev.ssot.router.Routes;
import dev.ssot.router.protocol.ClientMessage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The router that matched types with patterns, {@code *} being any text.
 *
 * @deprecated Register handlers by type with {@link Routes.Builder}, middleware with {@link
 *     Routes.Builder#around}.
 */
@Deprecated(since = "0.1.0")
@Shim(owner = "router", until = "2027-06-30")
public final class PatternRouter {

  /** Something done to a message before its handler. */
  @FunctionalInterface
  public interface LegacyMiddleware {

    /** The message to go on with; null drops it, and the sender gets an error. */
    @Nullable ClientMessage process(ClientMessage message);
  }

  private final HandlerList handlers = new HandlerList();
  private final List<LegacyMiddleware> middleware = new ArrayList<>();
  private final SortedSet<String> types = LegacyTypes.all();
  private final Delegate router = new Delegate();
  private volatile boolean running;

  /** Adds a handler for the types that match; the first one wins. */
  public void addRoute(String pattern, LegacyHandler.Body handler) {
    if (!pattern.contains("*")) {
      types.add(LegacyTypes.canonical(pattern));
    }
    handlers.addLast(new PatternHandler(matcher(pattern), handler));
  }

  /** Adds middleware behind what is there. */
  public void addMiddleware(LegacyMiddleware layer) {
    handlers.requireOpen();
    middleware.add(layer);
  }

  /** Enters the routes into the table of the router that is to be built; then they are fixed. */
  public Routes.Builder register(Routes.Builder routes) {
    List<LegacyMiddleware> layers = List.copyOf(middleware);
    return handlers.register(routes, types, message -> processed(layers, message));
  }

  /** Gives the router that was built with the table. */
  public void bind(MessageRouter built) {
    router.set(built);
  }

  /** Takes messages from now on. */
  public void start() {
    router.get();
    running = true;
  }

  /** Has every message refused from now on. */
  public void stop() {
    running = false;
  }

  /** Passes on what a client has sent, as {@link HandlerChainRouter#routeMessage} does. */
  public boolean routeMessage(LegacyMessage message) {
    ClientMessage decoded = LegacyEnvelope.DATA.decode(message.raw());
    boolean taken = HandlerList.pass(router.get(), message.socket(), message.userId(), decoded);
    return taken && running;
  }

  private Optional<ClientMessage> processed(List<LegacyMiddleware> layers, ClientMessage message) {
    Optional<ClientMessage> passed = Optional.of(message).filter(one -> running);
    for (LegacyMiddleware layer : layers) {
      passed = passed.flatMap(one -> Optional.ofNullable(layer.process(one)));
    }
    return passed;
  }

  private static Pattern matcher(String pattern) {
    return Pattern.compile(
        Arrays.stream(LegacyTypes.canonical(pattern).split("\\*", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*")));
  }

  private record PatternHandler(Pattern pattern, LegacyHandler.Body body) implements LegacyHandler {

    @Override
    public boolean canHandle(String type) {
      return pattern.matcher(type).matches();
    }

    @Override
    public boolean handle(String userId, LegacySocket socket, ClientMessage message)
        throws Exception {
      return body.handle(userId, socket, message);
    }
  }
}
