package com.acme.chat.testing;

import com.acme.chat.routing.Envelope;
import com.acme.chat.routing.MessageRouter;
import com.acme.chat.routing.RouteResult;
import com.acme.chat.routing.RouterLimits;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Records what is routed before it is. */
public final class RecordingMessageRouter extends MessageRouter {

  private final List<Envelope> messages = new ArrayList<>();

  public RecordingMessageRouter() {
    super(RouterLimits.STANDARD, Clock.systemUTC());
  }

  @Override
  public RouteResult routeMessage(String connectionId, Envelope message) {
    messages.add(message);
    return super.routeMessage(connectionId, message);
  }

  public List<Envelope> messages() {
    return List.copyOf(messages);
  }
}
