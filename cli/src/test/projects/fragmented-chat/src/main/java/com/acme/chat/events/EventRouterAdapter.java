package com.acme.chat.events;

import com.acme.chat.routing.Envelope;

/** Lets agent runs publish through an {@link EventPublisher}. */
public final class EventRouterAdapter implements EventPublisher {

  private final EventRouter router;

  public EventRouterAdapter(EventRouter router) {
    this.router = router;
  }

  @Override
  public void open(String userId, String connectionId, String threadId) {
    router.registerConnection(userId, connectionId, threadId);
  }

  @Override
  public boolean publish(String userId, String connectionId, Envelope event) {
    return router.routeEvent(userId, connectionId, event);
  }

  @Override
  public int publishToAll(String userId, Envelope event) {
    return router.broadcastToUser(userId, event);
  }

  @Override
  public void discard(String connectionId) {
    router.unregisterConnection(connectionId);
  }
}
