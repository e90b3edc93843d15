package com.acme.chat.routing;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects what a {@link MessageRouter} needs before it starts. */
public final class MessageRouterBuilder {

  private final Map<String, MessageHandler> handlers = new LinkedHashMap<>();
  private RouterLimits limits = RouterLimits.STANDARD;
  private Clock clock = Clock.systemUTC();

  public MessageRouterBuilder limits(RouterLimits value) {
    limits = value;
    return this;
  }

  public MessageRouterBuilder clock(Clock value) {
    clock = value;
    return this;
  }

  /** Adds a handler; of two for one type the later one wins. */
  public MessageRouterBuilder addHandler(MessageHandler handler) {
    handlers.put(handler.type(), handler);
    return this;
  }

  public MessageRouter build() {
    MessageRouter router = new MessageRouter(limits, clock);
    handlers.values().forEach(router::addHandler);
    return router;
  }
}
