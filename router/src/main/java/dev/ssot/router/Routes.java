package dev.ssot.router;

import dev.ssot.router.protocol.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;

/** The table of message types and their handlers. Immutable. */
public final class Routes {

  private final NavigableMap<String, Handler> handlers;
  private final Set<String> prompt;

  private Routes(NavigableMap<String, Handler> handlers, Set<String> prompt) {
    this.handlers = handlers;
    this.prompt = Set.copyOf(prompt);
  }

  /** An empty table to be filled. */
  public static Builder builder() {
    return new Builder();
  }

  /** The types that have a handler, sorted. */
  public SortedSet<String> types() {
    return Collections.unmodifiableSortedSet(handlers.navigableKeySet());
  }

  /** The handler of a type, middleware included. */
  Optional<Handler> handler(String type) {
    return Optional.ofNullable(handlers.get(type));
  }

  /** Whether the handler of a type runs wherever its turn comes, as it never waits. */
  boolean isPrompt(String type) {
    return prompt.contains(type);
  }

  /** Fills a table. Not safe for use by several threads. */
  public static final class Builder {

    private final TreeMap<String, Handler> handlers = new TreeMap<>();
    private final Set<String> prompt = new HashSet<>();
    private final List<Middleware> middleware = new ArrayList<>();

    private Builder() {}

    /**
     * Registers the handler of a type.
     *
     * @throws IllegalArgumentException if the type has a handler already, is blank or belongs to
     *     the protocol
     */
    public Builder handle(String type, Handler handler) {
      requireFree(type);
      handlers.put(type, handler);
      return this;
    }

    /**
     * Registers the handler of a type which, with all middleware, never waits: not for a lock that
     * is held for long, a file, a database, another machine. It runs on the thread on which its
     * turn comes, as a rule the one that reads the sockets, and spares each message the way to
     * another thread and back. If it waits after all, everybody whose socket that thread reads
     * waits with it.
     *
     * @throws IllegalArgumentException as {@link #handle(String, Handler)} does
     */
    public Builder handlePromptly(String type, Handler handler) {
      handle(type, handler);
      prompt.add(type);
      return this;
    }

    /**
     * Registers the handler of a type and trusts it with the sender's whole tenant.
     *
     * @throws IllegalArgumentException as {@link #handle(String, Handler)} does
     */
    public Builder handle(String type, TenantHandler handler) {
      return handle(
          type, (Handler) (context, message) -> handler.handle(context, context.tenant(), message));
    }

    /** Puts middleware around every handler, the first one outermost. */
    public Builder around(Middleware layer) {
      middleware.add(layer);
      return this;
    }

    /** The finished table. */
    public Routes build() {
      TreeMap<String, Handler> composed = new TreeMap<>();
      for (Map.Entry<String, Handler> route : handlers.entrySet()) {
        composed.put(route.getKey(), wrapped(route.getValue()));
      }
      return new Routes(composed, prompt);
    }

    private Handler wrapped(Handler handler) {
      Handler wrapped = handler;
      for (int i = middleware.size() - 1; i >= 0; i--) {
        Middleware layer = middleware.get(i);
        Handler next = wrapped;
        wrapped = (context, message) -> layer.around(context, message, next);
      }
      return wrapped;
    }

    private void requireFree(String type) {
      if (type.isBlank() || Types.isControl(type) || Types.isOfRuns(type)) {
        throw new IllegalArgumentException(
            "Type `%s` is blank or belongs to the protocol; register another".formatted(type));
      }
      if (handlers.containsKey(type)) {
        throw new IllegalArgumentException(
            "Type `%s` has a handler already; keep one of the two".formatted(type));
      }
    }
  }
}
