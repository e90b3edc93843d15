package com.acme.chat.sandbox;

import com.acme.chat.connection.UserKey;
import com.acme.chat.routing.Envelope;
import com.acme.chat.routing.MessageRouter;
import com.acme.chat.routing.RouterLimits;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Remembers the events that users would have got. */
public final class MockMessageRouter extends MessageRouter { // finds: test-double-in-production

  private final List<Envelope> events = new ArrayList<>();

  public MockMessageRouter() {
    super(RouterLimits.STANDARD, Clock.systemUTC());
  }

  @Override
  public int broadcastToUser(UserKey user, Envelope event) {
    events.add(event);
    return 1;
  }

  public List<Envelope> events() {
    return List.copyOf(events);
  }
}
