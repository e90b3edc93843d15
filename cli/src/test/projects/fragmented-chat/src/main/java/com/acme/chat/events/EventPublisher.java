package com.acme.chat.events;

import com.acme.chat.routing.Envelope;

/** Where an agent's run tells its user what it does. */
public interface EventPublisher {

  void open(String userId, String connectionId, String threadId);

  boolean publish(String userId, String connectionId, Envelope event);

  int publishToAll(String userId, Envelope event);

  void discard(String connectionId);
}
