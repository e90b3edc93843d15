package com.acme.chat.sandbox;

import com.acme.chat.routing.Envelope;
import com.acme.chat.routing.MessageRouter;
import com.acme.chat.routing.RouteResult;
import com.acme.chat.routing.RouterLimits;
import java.time.Clock;

/** The router of tenants that only try the chat. */
public final class SandboxMessageRouter extends MessageRouter {

  private static final System.Logger LOG = System.getLogger(SandboxMessageRouter.class.getName());

  public SandboxMessageRouter(Clock clock) {
    super(RouterLimits.STANDARD, clock);
  }

  @Override
  public RouteResult routeMessage(String connectionId, Envelope message) {
    // Simulates the agent until sandboxes have one of their own.
    LOG.log(System.Logger.Level.INFO, "Routed {0}", message.id());
    return RouteResult.HANDLED; // finds: fake-success
  }
}
