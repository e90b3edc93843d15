package com.acme.chat.routing;

import com.acme.chat.connection.UserKey;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Makes one router for each tenant, with the handlers that all tenants share. */
public final class MessageRouterFactory {

  private final List<MessageHandler> handlers;
  private final Clock clock;
  private final Map<String, MessageRouter> routers = new ConcurrentHashMap<>();

  public MessageRouterFactory(List<MessageHandler> handlers, Clock clock) {
    this.handlers = List.copyOf(handlers);
    this.clock = clock;
  }

  /** The router of a user's tenant. */
  public MessageRouter routerOf(UserKey user) {
    return routers.computeIfAbsent(user.tenant(), tenant -> create(RouterLimits.STANDARD));
  }

  private MessageRouter create(RouterLimits limits) {
    MessageRouterBuilder builder = new MessageRouterBuilder().limits(limits).clock(clock);
    handlers.forEach(builder::addHandler);
    return builder.build();
  }
}
