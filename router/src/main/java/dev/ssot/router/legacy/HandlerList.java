package dev.ssot.router.legacy;

import dev.ssot.router.Connection;
import dev.ssot.router.Context;
import dev.ssot.router.MessageRouter;
import dev.ssot.router.Reply;
import dev.ssot.router.Routes;
import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.Event;
import dev.ssot.router.protocol.EventClass;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * The handlers of an older router in their order. They are configuration: once they are in the
 * table of a router, none comes or goes, so that nobody's handler is left behind to get the
 * messages of somebody else. Safe for use by several threads.
 */
final class HandlerList {

  private final List<LegacyHandler> handlers = new ArrayList<>();
  private int first;
  private boolean sealed;

  /** Adds a handler behind those that were added before, and before those at the end. */
  synchronized void add(LegacyHandler handler) {
    insert(first, handler);
  }

  /** Adds a handler at a place before those at the end. */
  synchronized void insert(int index, LegacyHandler handler) {
    requireOpen();
    Objects.checkIndex(index, first + 1);
    handlers.add(index, handler);
    first++;
  }

  /** Adds a handler at the end. */
  synchronized void addLast(LegacyHandler handler) {
    requireOpen();
    handlers.add(handler);
  }

  synchronized boolean remove(LegacyHandler handler) {
    requireOpen();
    int index = handlers.indexOf(handler);
    if (index >= 0) {
      handlers.remove(index);
      first -= index < first ? 1 : 0;
    }
    return index >= 0;
  }

  synchronized int size() {
    return handlers.size();
  }

  /** Seals the list and enters it for the given types as far as a handler takes them. */
  Routes.Builder register(
      Routes.Builder routes,
      Collection<String> types,
      Function<ClientMessage, Optional<ClientMessage>> middleware) {
    List<LegacyHandler> all = seal();
    for (String type : types) {
      if (all.stream().anyMatch(handler -> handler.canHandle(type))) {
        routes.handle(type, (context, message) -> dispatch(all, context, middleware, message));
      }
    }
    return routes;
  }

  /**
   * Passes a message on to the router, which answers the sender.
   *
   * @return whether the message is from the user of the connection and has a handler
   */
  static boolean pass(MessageRouter router, Connection from, String userId, ClientMessage message) {
    ClientMessage claimed =
        new ClientMessage(
            message.version(),
            message.type(),
            message.id(),
            message.session(),
            userId,
            message.payload());
    from.receive(claimed);
    return from.user().user().equals(userId) && router.routes().types().contains(message.type());
  }

  private static Reply dispatch(
      List<LegacyHandler> handlers,
      Context context,
      Function<ClientMessage, Optional<ClientMessage>> middleware,
      ClientMessage message)
      throws Exception {
    Optional<ClientMessage> passed = middleware.apply(message);
    if (passed.isEmpty()) {
      return Reply.rejected("The message was dropped by middleware");
    }
    for (LegacyHandler handler : handlers) {
      if (handler.canHandle(passed.get().type())) {
        return handler.handle(context.user().user(), socket(context), passed.get())
            ? Reply.accepted()
            : Reply.rejected("The handler does not accept the message");
      }
    }
    return Reply.rejected("No handler takes `%s`".formatted(passed.get().type()));
  }

  private static LegacySocket socket(Context context) {
    return (type, payload) ->
        context.emit(new Event(type, EventClass.CRITICAL, context.session(), payload)).accepted();
  }

  private synchronized List<LegacyHandler> seal() {
    sealed = true;
    return List.copyOf(handlers);
  }

  synchronized void requireOpen() {
    if (sealed) {
      throw new IllegalStateException(
          "The router is built and its handlers are fixed; add them before");
    }
  }
}
